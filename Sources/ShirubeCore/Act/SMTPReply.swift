/// A mail server's reply: three digits and a text (RFC 5321 section 4.2).
package struct SMTPReply: Sendable, Equatable {
    /// The code, 200 to 599.
    package let code: Int
    /// The reply's last line, code included, as one inert line of at most 300 characters.
    package let text: String

    /// The last complete reply among the lines; nil where there is none.
    ///
    /// The lines of a longer reply have a hyphen after the code, except for the last.
    ///
    /// - Parameter lines: what the server sent, line by line, each with or without its line end.
    package init?(lastIn lines: some BidirectionalCollection<[UInt8]>) {
        guard let line = lines.last(where: { Self.code(of: $0) != nil }),
            let code = Self.code(of: line)
        else { return nil }
        self.code = code
        text = ServerText.line(line)
    }

    /// What the reply says of the message; nil where it neither takes nor refuses (1xx, 3xx).
    ///
    /// A 2xx counts as taken, so ask this only of a reply to the message's end.
    /// `step` holds libcurl's words for where it was said, such as `RCPT failed: 550`; it is empty for none.
    package func outcome(step: String) -> Delivery.Outcome? {
        let place = step.isEmpty ? "" : " (\(step))"
        switch code {
        case 200...299: return .delivered(detail: text)
        case 400...499:
            return .retryLater(
                afterSeconds: nil, detail: "The mail server asks to try later: \(text)\(place).")
        case 500...599:
            return .permanent(detail: "The mail server refuses the mail: \(text)\(place).")
        default: return nil
        }
    }

    private static func code(of line: [UInt8]) -> Int? {
        let isDigit = { (byte: UInt8) in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard line.count >= 3, line[..<3].allSatisfy(isDigit),
            line.count == 3
                || [UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
                    .contains(line[3])
        else { return nil }
        let code = line[..<3].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return (200...599).contains(code) ? code : nil
    }
}
