extension MailMessage {
    /// The mail as RFC 5322 bytes: the same message always gives the same bytes.
    ///
    /// Text and HTML are alternatives (RFC 2046), attachments stand beside them; every body is
    /// base64, so no relay has a long or 8-bit line to spoil.
    ///
    /// - Throws: `MailError` where a value cannot stand in a header or an address is malformed.
    package func encoded() throws(MailError) -> [UInt8] {
        let body = try body()
        let lines = try headerLines() + body.headers
        return Array(lines.joined(separator: "\r\n").utf8) + [13, 10, 13, 10] + body.bytes
    }

    private func headerLines() throws(MailError) -> [String] {
        var lines = [
            try MIMEHeaders.structured("Date", Self.dateText(date)),
            try MIMEHeaders.mailbox("From", from),
            try MIMEHeaders.mailbox("To", to),
        ]
        if let replyTo { lines.append(try MIMEHeaders.mailbox("Reply-To", replyTo)) }
        lines.append(try MIMEHeaders.unstructured("Subject", subject))
        lines.append(try Self.idLine("Message-ID", messageID))
        if let inReplyTo {
            lines.append(try Self.idLine("In-Reply-To", inReplyTo))
            lines.append(try Self.idLine("References", inReplyTo))
        }
        if let listID { lines.append(try MIMEHeaders.structured("List-Id", listID)) }
        lines.append("Auto-Submitted: auto-generated")
        for header in headers {
            let name = header.name.utf8
            guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }) else {
                throw .headerName(header.name)
            }
            lines.append(try MIMEHeaders.structured(header.name, header.value))
        }
        lines.append("MIME-Version: 1.0")
        return lines
    }

    private static func idLine(_ name: String, _ id: String) throws(MailError) -> String {
        let inside = id.utf8.dropFirst().dropLast()
        guard id.hasPrefix("<"), id.hasSuffix(">"), inside.count(where: { $0 == 0x40 }) == 1,
            inside.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E })
        else { throw .messageID(header: name) }
        return "\(name): \(id)"
    }

    /// The moment as RFC 5322 writes it, in Japan's time.
    private static func dateText(_ moment: Timestamp) -> String {
        let date = moment.japanDate
        // The time of day in `2022-10-17T09:00:00+09:00` lies between the T and the offset.
        let clock = moment.japanDescription.split(separator: "T").last?.prefix(8) ?? ""
        return "\(EnglishDate.weekdays[date.weekday]), \(date.day) "
            + "\(EnglishDate.months[date.month - 1]) \(zeroPadded(date.year, 4)) \(clock) +0900"
    }

    /// A MIME entity: its own header lines, and its bytes.
    private struct Entity {
        let headers: [String]
        let bytes: [UInt8]
    }

    private func body() throws(MailError) -> Entity {
        var content = Self.textEntity(text, subtype: "plain")
        if let html {
            content = multipart("alternative", [content, Self.textEntity(html, subtype: "html")])
        }
        guard !attachments.isEmpty else { return content }
        var parts = [content]
        for attachment in attachments { parts.append(try Self.entity(attachment)) }
        return multipart("mixed", parts)
    }

    private static func textEntity(_ text: String, subtype: String) -> Entity {
        Entity(
            headers: [
                "Content-Type: text/\(subtype); charset=UTF-8", "Content-Transfer-Encoding: base64",
            ], bytes: Base64.lines(canonicalLines(text)))
    }

    private static func entity(_ attachment: Attachment) throws(MailError) -> Entity {
        let type = try MIMEHeaders.structured("Content-Type", attachment.mediaType)
        try MIMEHeaders.refuseControls(attachment.name, in: "Content-Disposition")
        return Entity(
            headers: [
                type + MIMEHeaders.legacyParameter("name", attachment.name),
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment"
                    + MIMEHeaders.parameter("filename", attachment.name),
            ], bytes: Base64.lines(attachment.bytes))
    }

    private func multipart(_ subtype: String, _ parts: [Entity]) -> Entity {
        // A body in base64 holds no "_", so this can never occur in one.
        let boundary = "=_\(subtype)_\(StableHash.hex(messageID.utf8))"
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("--\(boundary)\r\n".utf8)
            bytes += Array(part.headers.joined(separator: "\r\n").utf8) + [13, 10, 13, 10]
            bytes += part.bytes
        }
        bytes += Array("--\(boundary)--\r\n".utf8)
        return Entity(
            headers: ["Content-Type: multipart/\(subtype);\r\n boundary=\"\(boundary)\""],
            bytes: bytes)
    }

    /// The text's bytes with every line ended by CRLF, the canonical form of RFC 2046 section
    /// 4.1.1.
    private static func canonicalLines(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 10, previous != 13 { bytes.append(13) }
            if previous == 13, byte != 10 { bytes.append(10) }
            bytes.append(byte)
            previous = byte
        }
        if previous == 13 { bytes.append(10) }
        return bytes
    }
}
