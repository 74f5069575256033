import ShirubeCore

/// Reads where a secret is kept, and refuses the secret itself.
struct SecretReader {
    let paths: PathReader

    /// The secret's place; nil where none is written, or after a report.
    ///
    /// The key `inline` is where people might write the secret itself; nil for none.
    func secret(_ map: YAMLMap, file: String, credential: String, inline: String? = nil)
        -> SecretSource?
    {
        if let inline, map.has(inline) {
            map.problems.add(
                map.line(of: inline),
                Wording(
                    ja: "「\(inline)」は秘密なので、設定ファイルには書けません。",
                    en: "`\(inline)` is a secret and may not stand in the configuration."),
                remedy: Wording(
                    ja: "消してから、別のファイルに書いて \(file) で指すか、"
                        + "systemdのクレデンシャルにして \(credential) で指してください。",
                    en: "Remove it, then put it into a file named by `\(file)`, or into a systemd"
                        + " credential named by `\(credential)`."))
        }
        let path = map.optional(file)
        let name = map.optional(credential)
        if let path, name != nil {
            path.report(
                Wording(
                    ja: "\(file) と \(credential) の両方があります。",
                    en: "Both `\(file)` and `\(credential)` are written."),
                remedy: Wording(ja: "一方を消してください。", en: "Remove one of them."))
        }
        if let path {
            return paths.existingFile(path, holdsSecret: true).map(SecretSource.file)
        }
        return name.flatMap(credentialName).map(SecretSource.credential)
    }

    /// A name that is one component of a path: it is looked up in the credentials' folder.
    private func credentialName(_ value: YAMLValue) -> String? {
        guard let text = value.text() else { return nil }
        if text.utf8.count <= 255, text.utf8.first != UInt8(ascii: "."),
            text.unicodeScalars.allSatisfy({ MailText.isWord($0) || $0 == "." })
        {
            return text
        }
        value.report(
            Wording(
                ja: "「\(value.name)」の内容はクレデンシャルの名前として使えません。",
                en: "What `\(value.name)` says cannot be the name of a credential."),
            remedy: Wording(
                ja: "半角の英数字、ハイフン、下線、点で書いてください（点から始めない）。",
                en: "Use letters, digits, `-`, `_` and `.`, the first not a dot."))
        return nil
    }
}
