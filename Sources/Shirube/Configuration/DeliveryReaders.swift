import ShirubeCore

/// Reads how mail leaves.
struct MailReader {
    typealias Security = Configuration.Mail.Security

    let reader: ConfigurationReader

    func mail(_ map: YAMLMap) -> Configuration.Mail? {
        let host = map.required("host")?.host()
        let security = self.security(map, host)
        let port = map.optional("port")?.integer(in: 1...65_535)
        let from = map.required("from")?.mailbox()
        let replyTo = map.optional("replyTo")?.mailbox()
        let username = map.optional("username")?.text()
        let password = SecretReader(paths: reader.paths).secret(
            map, file: "passwordFile", credential: "passwordCredential", inline: "password")
        let authorities = map.optional("authorities").flatMap { reader.paths.existingFile($0) }
        let timeout = map.optional("timeoutSeconds")?.integer(in: Configuration.attemptSeconds)
        let connections = map.optional("connections")?.integer(in: 1...10)
        checkLogin(map)
        guard let host, let security, let from else { return nil }
        let standard = Configuration.Mail(host: host, port: 0, security: security, from: from)
        return Configuration.Mail(
            host: host, port: port ?? Self.port(security), security: security, from: from,
            replyTo: replyTo, username: username, password: password, authorities: authorities,
            timeoutSeconds: timeout ?? standard.timeoutSeconds,
            connections: connections ?? standard.connections)
    }

    /// The port that goes with a protection: RFC 6409 (587), RFC 8314 (465), RFC 5321 (25).
    static func port(_ security: Security) -> Int {
        switch security {
        case .starttls: 587
        case .tls: 465
        case .none: 25
        }
    }

    private func security(_ map: YAMLMap, _ host: String?) -> Security? {
        let isLocal = host.map(Loopback.isLoopback(host:)) ?? false
        guard let value = map.optional("security") else {
            return isLocal ? Security.none : .starttls
        }
        guard let security = value.word(Security.self) else { return nil }
        if security == Security.none, host != nil, !isLocal {
            value.report(
                Wording(
                    ja: "暗号化なし（none）は、このホスト自身のメールサーバーにだけ使えます。",
                    en: "`security: none` is allowed for a mail server on this host only."),
                remedy: Wording(
                    ja: "starttls か tls にしてください。", en: "Write `starttls` or `tls`."))
        }
        return security
    }

    /// Checks what is written, not what could be read: a password that is wrong has been reported.
    private func checkLogin(_ map: YAMLMap) {
        let name = map.optional("username")
        let passwords = ["passwordFile", "passwordCredential", "password"]
        let password = passwords.lazy.compactMap(map.optional).first
        guard (name == nil) != (password == nil), let half = name ?? password else { return }
        half.report(
            Wording(
                ja: "ログイン名とパスワードの一方しかありません。",
                en: "There is a login name without a password, or the other way round."),
            remedy: Wording(
                ja: "username と passwordFile（か passwordCredential）を両方書くか、両方消してください。",
                en: "Write `username` and `passwordFile` (or `passwordCredential`), or neither."))
    }
}

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
