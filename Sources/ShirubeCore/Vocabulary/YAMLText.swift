/// Writes scalars of YAML so that every reader takes them for the text or the number that they are.
enum YAMLText {
    /// Text without quotes where it can stand so, also within braces; `null` for nil.
    static func scalar(_ text: String?) -> String {
        guard let text else { return "null" }
        return isPlain(text) ? text : quoted(text)
    }

    /// Text in quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A number without exponent and thousands marks.
    static func number(_ value: Double) -> String {
        String(NumberText.grouped(value, decimals: 9).filter { $0 != "," })
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else {
            return false
        }
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        return !words.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-_・（）「」『』、。“”〜ー".unicodeScalars.contains(scalar)
            }
    }
}
