/// A mail to one recipient, before it is put into MIME.
package struct MailMessage: Sendable, Equatable {
    /// The sender, `name <address>` or an address.
    package let from: String
    /// The recipient, `name <address>` or an address.
    package let to: String
    /// Where answers go; nil leaves the header out.
    package let replyTo: String?
    /// The subject, in any script.
    package let subject: String
    /// The moment for the Date header.
    package let date: Timestamp
    /// The Message-ID with its angle brackets; the same notice to the same recipient always has the same.
    package let messageID: String
    /// The Message-ID of the thread's first message; nil starts a thread.
    package let inReplyTo: String?
    /// The List-Id header's value; nil leaves it out.
    package let listID: String?
    /// Further headers (`X-Shirube-…`) in order; values are plain ASCII.
    package let headers: [(name: String, value: String)]
    /// The text/plain part, complete in itself.
    package let text: String
    /// The text/html part; nil for a text-only mail.
    package let html: String?
    /// The files attached, in order; empty where there are none.
    package let attachments: [Attachment]

    /// A file attached to a mail.
    package struct Attachment: Sendable, Equatable {
        /// The file's name, in any script.
        package let name: String
        /// The media type, such as `text/csv; charset=UTF-8`.
        package let mediaType: String
        /// The file's bytes.
        package let bytes: [UInt8]

        /// Makes an attachment.
        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// How many bytes the head of an encoded mail has, up to and with the empty line that ends it; 0 where there is none.
    package static func headCount(in mail: [UInt8]) -> Int {
        let end: [UInt8] = [13, 10, 13, 10]
        var place = 0
        while let found = mail[place...].firstIndex(of: 13) {
            if mail[found...].starts(with: end) { return found + end.count }
            place = found + 1
        }
        return 0
    }

    /// Makes a mail.
    package init(
        from: String, to: String, replyTo: String?, subject: String, date: Timestamp,
        messageID: String, inReplyTo: String? = nil, listID: String? = nil,
        headers: [(name: String, value: String)] = [], text: String, html: String? = nil,
        attachments: [Attachment] = []
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.listID = listID
        self.headers = headers
        self.text = text
        self.html = html
        self.attachments = attachments
    }

    package static func == (left: MailMessage, right: MailMessage) -> Bool {
        left.from == right.from && left.to == right.to && left.replyTo == right.replyTo
            && left.subject == right.subject && left.date == right.date
            && left.messageID == right.messageID && left.inReplyTo == right.inReplyTo
            && left.listID == right.listID && left.text == right.text && left.html == right.html
            && left.attachments == right.attachments
            && left.headers.elementsEqual(right.headers) {
                $0.name == $1.name && $0.value == $1.value
            }
    }
}
