/// The head of a web server's final answer, and what it says of a message that was posted.
package struct HTTPAnswer: Sendable, Equatable {
    /// The status, 200 to 599.
    package let status: Int
    /// The Retry-After header's value; nil where there is none.
    package let retryAfter: String?
    /// The Date header's value; nil where there is none.
    package let date: String?

    /// Reads the last head among the lines; nil where none is final (1xx announce another).
    ///
    /// - Parameter lines: status lines and header fields, each with or without its line end.
    package init?(lines: [[UInt8]]) {
        guard let start = lines.lastIndex(where: { Self.status(of: $0) != nil }),
            let status = Self.status(of: lines[start]), (200...599).contains(status)
        else { return nil }
        self.status = status
        let fields = lines[(start + 1)...]
        retryAfter = fields.lazy.compactMap { Self.value(of: "retry-after", in: $0) }.first
        date = fields.lazy.compactMap { Self.value(of: "date", in: $0) }.first
    }

    /// What the answer says of the message.
    ///
    /// - Parameters:
    ///   - channel: the channel's name, which alone may stand for its URL.
    ///   - body: the answer's body as one inert line, free of secrets; empty for none.
    ///   - now: the present, for a Retry-After date of a server that sends no Date.
    /// - Returns: what became of the message.
    package func outcome(channel: String, body: String, now: Timestamp) -> Delivery.Outcome {
        let said = body.isEmpty ? "HTTP \(status)" : "HTTP \(status), \(body)"
        switch status {
        case 200...299:
            return .delivered(detail: said)
        case 300...399:
            return .permanent(
                detail: "Channel \(channel) redirects elsewhere, which is never followed: \(said)."
                    + " Put the new URL into its secret.")
        case 429, 503:
            let answered = date.flatMap { HTTPDate.instant($0, now: now) } ?? now
            return .retryLater(
                afterSeconds: retryAfter.flatMap { RetryAfter.seconds($0, now: answered) },
                detail: "Channel \(channel) asks to try later: \(said).")
        case 504:
            // A gateway has handed the post on, and no answer came to it (RFC 9110 section 15.6.5).
            return .ambiguous(
                detail: "Channel \(channel) may have the message, but its gateway got no answer:"
                    + " \(said).")
        case 408, 500...599:
            return .transient(detail: "Channel \(channel) failed: \(said).")
        default:
            return .permanent(detail: "Channel \(channel) refuses the message: \(said).")
        }
    }

    private static func status(of line: [UInt8]) -> Int? {
        guard line.starts(with: "HTTP/".utf8) else { return nil }
        let words = line.split(whereSeparator: { " \r\n".utf8.contains($0) })
        guard words.count >= 2, words[1].count == 3 else { return nil }
        return Int(String(decoding: words[1], as: UTF8.self))
    }

    private static func value(of name: String, in line: [UInt8]) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon == name.utf8.count,
            // A letter of ASCII is lower-case with this bit set, and no other byte becomes one of the names'.
            zip(line, name.utf8).allSatisfy({ $0 | 0x20 == $1 || $0 == $1 })
        else { return nil }
        return ServerText.line(Array(line[(colon + 1)...]))
    }
}
