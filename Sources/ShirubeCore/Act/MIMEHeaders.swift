/// Writes header fields: folded, encoded where they are not ASCII, and closed to injection.
///
/// RFC 5322 (fields, folding), RFC 2047 (encoded words), RFC 2231 (parameters).
enum MIMEHeaders {
    /// `name: value` for words that people read, in any script.
    static func unstructured(_ name: String, _ text: String) throws(MailError) -> String {
        try refuseControls(text, in: name)
        return name + ":" + phrase(text, used: name.utf8.count + 2)
    }

    /// `name: value` for a value that machines read: ASCII, never encoded, folded at blanks.
    static func structured(_ name: String, _ value: String) throws(MailError) -> String {
        try refuseControls(value, in: name)
        guard value.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII(header: name) }
        return name + ":" + folded(value, used: name.utf8.count + 2)
    }

    /// `name: display name <address>`.
    static func mailbox(_ name: String, _ text: String) throws(MailError) -> String {
        try refuseControls(text, in: name)
        guard let mailbox = MailAddress(parsing: text) else {
            throw .address(header: name, text: text)
        }
        guard !mailbox.name.isEmpty else { return "\(name): \(mailbox.address)" }
        if mailbox.name.utf8.allSatisfy({ isAtomText($0) || $0 == UInt8(ascii: " ") }),
            !mailbox.name.contains("=?"), mailbox.name.utf8.count < 60
        {
            return "\(name): \(mailbox.name)\r\n <\(mailbox.address)>"
        }
        let words = encodedWords(mailbox.name, used: name.utf8.count + 2)
        return "\(name): " + words.joined(separator: "\r\n ") + "\r\n <\(mailbox.address)>"
    }

    /// `; key="…"` with the text as encoded words, which RFC 2047 forbids here and many mail
    /// readers need.
    static func legacyParameter(_ key: String, _ text: String) -> String {
        let words = isPlain(text) ? [quotable(text)] : encodedWords(text, used: key.utf8.count + 3)
        return ";\r\n \(key)=\"" + words.joined(separator: "\r\n ") + "\""
    }

    /// `; key*0*=UTF-8''…` with the text percent-encoded, in pieces that fit their lines (RFC 2231
    /// section 3).
    static func parameter(_ key: String, _ text: String) -> String {
        var pieces = [""]
        for scalar in text.unicodeScalars {
            let encoded = String(scalar).utf8.map(percentEncoded).joined()
            if (pieces.last?.utf8.count ?? 0) + encoded.utf8.count > 54 { pieces.append("") }
            pieces[pieces.count - 1] += encoded
        }
        guard pieces.count > 1 else { return ";\r\n \(key)*=UTF-8''\(pieces[0])" }
        return pieces.enumerated()
            .map { ";\r\n \(key)*\($0)*=" + ($0 == 0 ? "UTF-8''" : "") + $1 }
            .joined()
    }

    /// Refuses what could end a header and begin another one.
    static func refuseControls(_ text: String, in header: String) throws(MailError) {
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .controlCharacter(header: header) }
    }

    /// Whether the byte may stand in an atom (RFC 5322 section 3.2.3).
    static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    private static func phrase(_ text: String, used: Int) -> String {
        if isPlain(text) { return folded(text, used: used) }
        return " " + encodedWords(text, used: used).joined(separator: "\r\n ")
    }

    /// Whether the text can stand as it is: ASCII that folding and unfolding leave unchanged.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
            && !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  ")
            && text.utf8.split(separator: UInt8(ascii: " ")).allSatisfy { $0.count < 900 }
    }

    private static func folded(_ text: String, used: Int) -> String {
        var result = ""
        var column = used - 1
        for word in text.split(separator: " ") {
            if column + 1 + word.utf8.count > 78, column >= used {
                result += "\r\n"
                column = 0
            }
            result += " " + word
            column += 1 + word.utf8.count
        }
        return result
    }

    /// The text as encoded words of at most 75 octets, the first on a line that is `used` columns
    /// full.
    ///
    /// A word never ends inside a scalar (RFC 2047 section 5).
    private static func encodedWords(_ text: String, used: Int) -> [String] {
        let overhead = "=?UTF-8?B??=".utf8.count
        var words: [String] = []
        var bytes: [UInt8] = []
        var room = (76 - used - overhead) / 4 * 3
        func close() {
            let encoded = String(decoding: Base64.encoded(bytes), as: UTF8.self)
            words.append("=?UTF-8?B?\(encoded)?=")
            bytes = []
            room = (75 - overhead) / 4 * 3
        }
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > room { close() }
            bytes += next
        }
        close()
        return words
    }

    private static func quotable(_ text: String) -> String {
        var result = ""
        for character in text {
            if character == "\"" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return result
    }

    private static func percentEncoded(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            String(UnicodeScalar(byte))
        default:
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}
