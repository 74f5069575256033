/// A JSON value whose objects keep the order of their keys, so that equal values give equal bytes.
package indirect enum JSON: Sendable, Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number; what is not finite is written as `null`.
    case number(Double)
    /// Text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Keys and values, in order.
    case object([(String, JSON)])

    /// The value where there is one, else `null`.
    package static func optional(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }

    /// The text where there is one, else `null`.
    package static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }

    package static func == (left: JSON, right: JSON) -> Bool { left.compact == right.compact }

    /// The value on one line, without blanks.
    package var compact: String {
        var text = ""
        write(into: &text, indent: nil)
        return text
    }

    /// The value over several lines, indented by two blanks a level, with a final newline.
    package var pretty: String {
        var text = ""
        write(into: &text, indent: 0)
        return text + "\n"
    }

    private func write(into text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.isFinite ? NumberText.plain(number) : "null"
        case .string(let string): Self.quote(string, into: &text)
        case .array(let items):
            Self.list(("[", "]"), items, into: &text, indent: indent) { item, text, indent in
                item.write(into: &text, indent: indent)
            }
        case .object(let members):
            Self.list(("{", "}"), members, into: &text, indent: indent) { member, text, indent in
                Self.quote(member.0, into: &text)
                text += indent == nil ? ":" : ": "
                member.1.write(into: &text, indent: indent)
            }
        }
    }

    private static func list<Item>(
        _ brackets: (String, String), _ items: [Item], into text: inout String, indent: Int?,
        each: (Item, inout String, Int?) -> Void
    ) {
        guard !items.isEmpty else {
            text += brackets.0 + brackets.1
            return
        }
        text += brackets.0
        let inner = indent.map { $0 + 1 }
        for (position, item) in items.enumerated() {
            if position > 0 { text += "," }
            newline(into: &text, indent: inner)
            each(item, &text, inner)
        }
        newline(into: &text, indent: indent)
        text += brackets.1
    }

    private static func newline(into text: inout String, indent: Int?) {
        guard let indent else { return }
        text += "\n" + String(repeating: "  ", count: indent)
    }

    private static func quote(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // U+2028 and U+2029 end a line in JavaScript, so a page may embed this text as it is.
            case "\u{0}"..."\u{1f}", "\u{7f}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
