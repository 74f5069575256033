/// Makes text from files harmless where it is shown: it can neither break a line nor turn its
/// direction.
package enum Inert {
    /// The text as one line in which nothing acts.
    ///
    /// Line breaks and tabs become a blank; every other control character, and every character that
    /// turns the direction of writing (UAX #9: a name could be made to read backwards), becomes its
    /// number in brackets, such as `[U+202E]`.
    package static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where afterReturn: break
            case "\t", "\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                result.append(" ")
            case let scalar where isActive(scalar):
                result.append(contentsOf: number(of: scalar).unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
            true
        default: false
        }
    }

    private static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "[U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
    }
}
