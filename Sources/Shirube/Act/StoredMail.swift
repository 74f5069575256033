import ShirubeCore

/// A mail as the outbox holds it, read back; only what `MailMessage` has encoded.
struct StoredMail {
    /// The bytes as they are sent.
    let bytes: [UInt8]

    /// The text of its first part of a kind, `plain` or `html`, with lines ended by `\n`; nil where it has none.
    func text(_ subtype: String) -> String? {
        let head = [
            "Content-Type: text/\(subtype); charset=UTF-8", "Content-Transfer-Encoding: base64", "",
        ].map { Array($0.utf8) }
        // Lines end in CR LF; no other line feed stands in a mail.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        let start = lines.indices.first { index in
            index + head.count <= lines.count
                && zip(lines[index...], head).allSatisfy { $0.elementsEqual($1) }
        }
        guard let start else { return nil }
        // Base64 has no hyphen: what begins with one ends the part.
        let body = lines[(start + head.count)...].prefix { $0.first != UInt8(ascii: "-") }
        guard let decoded = Base64.decoded(body.joined()) else { return nil }
        return String(decoding: decoded.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
}
