/// Makes what a server said fit to stand in a log, the ledger and a terminal.
package enum ServerText {
    /// No more characters than this of a server's words are kept.
    package static let maximumCharacters = 300

    /// The bytes as one inert line: read as UTF-8, blanks at both ends dropped, cut with `…` where too long.
    package static func line(_ bytes: [UInt8]) -> String {
        // Four bytes are the longest scalar of UTF-8: more of the input cannot be shown.
        let head = bytes.prefix(maximumCharacters * 4 + 4)
        let text = Inert.line(String(decoding: head, as: UTF8.self))
            .split(separator: " ", omittingEmptySubsequences: true)
            .joined(separator: " ")
        let scalars = text.unicodeScalars
        guard scalars.count > maximumCharacters else { return text }
        return String(scalars.prefix(maximumCharacters - 1)) + "…"
    }

    /// The text without the parts of a secret: each is replaced by `[…]`.
    ///
    /// A server may repeat the address it was asked for. Longer parts go first, so that a part within another
    /// leaves no rest; parts of fewer than 8 characters are too common to be secret and stay.
    package static func scrubbed(_ text: String, of secrets: [String]) -> String {
        var bytes = Array(text.utf8)
        let parts = secrets.filter { 8...max(8, bytes.count) ~= $0.utf8.count }
        for secret in parts.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            bytes = replacing(Array(secret.utf8), in: bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replacing(_ part: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position...].starts(with: part) {
                result += Array("[…]".utf8)
                position += part.count
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }
}
