import ShirubeCore

/// The spelling of hosts and mail addresses, kept to what every mail server takes.
enum MailText {
    /// Whether the scalar is an ASCII letter, digit, `-` or `_`.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }

    /// Whether the text is `local@domain` in ASCII: a dot-atom (RFC 5322 §3.2.3) and a host name,
    /// within the lengths of RFC 5321 §4.5.3.1 (64 and 254 octets).
    static func isAddress(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count)
        else { return false }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return isHostName(parts[1])
            && atoms.allSatisfy { atom in
                !atom.isEmpty
                    && atom.unicodeScalars.allSatisfy {
                        isWord($0) || "!#$%&'*+/=?^`{|}~".unicodeScalars.contains($0)
                    }
            }
    }

    /// Whether the text is a host name or IPv4 address: letters, digits and inner hyphens.
    static func isHostName(_ text: some StringProtocol) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-")
                    && !label.hasSuffix("-") && label.unicodeScalars.allSatisfy(isWord)
            }
    }

    /// Whether the text has the spelling of an IPv6 address, without brackets.
    static func isIPv6(_ text: some StringProtocol) -> Bool {
        text.contains(":") && text.utf8.count <= 45
            && text.unicodeScalars.allSatisfy {
                $0.properties.isASCIIHexDigit || ":.".unicodeScalars.contains($0)
            }
    }
}

extension YAMLValue {
    /// A mail address.
    func address() -> String? {
        guard let text = text() else { return nil }
        if MailText.isAddress(text) { return text }
        report(
            Wording(
                ja: "「\(text)」はメールアドレスとして使えません。",
                en: "`\(text)` is not a usable mail address."),
            remedy: Wording(
                ja: "半角で kikaku@city.example.jp のように書いてください。",
                en: "Write it in ASCII, like kikaku@city.example.jp."))
        return nil
    }

    /// A mail address, or `name <address>` with a name in any script.
    func mailbox() -> String? {
        guard let text = text() else { return nil }
        if MailText.isAddress(text) { return text }
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<"),
            MailText.isAddress(text[text.index(after: open)...].dropLast()),
            !text[..<open].contains("<")
        {
            return text
        }
        report(
            Wording(
                ja: "「\(text)」は差出人として使えません。", en: "`\(text)` is not a usable sender."),
            remedy: Wording(
                ja: "「企画課 <kikaku@city.example.jp>」のように書いてください。",
                en: "Write it like `Planning <kikaku@city.example.jp>`."))
        return nil
    }

    /// A host name or address without port.
    func host() -> String? {
        guard let text = text() else { return nil }
        if MailText.isHostName(text) || MailText.isIPv6(text) { return text }
        report(
            Wording(
                ja: "「\(text)」はホスト名として使えません。", en: "`\(text)` is not a host name."),
            remedy: Wording(
                ja: "smtp.city.example.jp のように書き、ポートは port に書いてください。",
                en: "Write it like smtp.city.example.jp, and the port in `port`."))
        return nil
    }
}
