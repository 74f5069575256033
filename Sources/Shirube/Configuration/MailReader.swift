import ShirubeCore

/// Reads how mail leaves.
struct MailReader {
    typealias Security = Configuration.Mail.Security

    let reader: ConfigurationReader

    func mail(_ map: YAMLMap) -> Configuration.Mail? {
        let server = self.server(map)
        let others = map.optional("fallbacks")?.items()?.compactMap { $0.map(self.server) } ?? []
        let from = map.required("from")?.mailbox()
        let replyTo = map.optional("replyTo")?.mailbox()
        let login = self.login(map)
        let authorities = map.optional("authorities").flatMap { reader.paths.existingFile($0) }
        let certificate = self.certificate(map)
        let domains = map.optional("allowedDomains")?.items()?.compactMap { $0.host() } ?? []
        let timeout = map.optional("timeoutSeconds")?.integer(in: Configuration.attemptSeconds)
        let connections = map.optional("connections")?.integer(in: 1...10)
        guard let server, let from else { return nil }
        let standard = Configuration.Mail(servers: [], from: from)
        return Configuration.Mail(
            servers: [server] + others, from: from, replyTo: replyTo, login: login,
            authorities: authorities, certificate: certificate,
            allowedDomains: domains.map { $0.lowercased() },
            timeoutSeconds: timeout ?? standard.timeoutSeconds,
            connections: connections ?? standard.connections)
    }

    private func server(_ map: YAMLMap) -> Configuration.Mail.Server? {
        let host = map.required("host")?.host()
        let security = self.security(map, host)
        let port = map.optional("port")?.integer(in: 1...65_535)
        guard let host, let security else { return nil }
        return Configuration.Mail.Server(
            host: host, port: port ?? Self.port(security), security: security)
    }

    private func login(_ map: YAMLMap) -> Configuration.Mail.Login? {
        let username = map.optional("username")?.text()
        let secrets = SecretReader(paths: reader.paths)
        let password = secrets.secret(
            map, file: "passwordFile", credential: "passwordCredential", inline: "password")
        let token = secrets.secret(
            map, file: "tokenFile", credential: "tokenCredential", inline: "token")
        checkLogin(map)
        guard let username else { return nil }
        return token.map { .token(username: username, $0) }
            ?? password.map { .password(username: username, $0) }
    }

    private func certificate(_ map: YAMLMap) -> Configuration.Mail.ClientCertificate? {
        let file = map.optional("certificateFile")
        let key = map.optional("keyFile")
        guard let file, let key else {
            (file ?? key)?.report(
                Wording(
                    ja: "certificateFile と keyFile の一方しかありません。",
                    en: "There is a `certificateFile` without a `keyFile`, or the other way round."),
                remedy: Wording(
                    ja: "証明書とその鍵のファイルを両方書くか、両方消してください。",
                    en: "Write the files of the certificate and of its key, or neither."))
            return nil
        }
        guard let certificate = reader.paths.existingFile(file),
            let secret = reader.paths.existingFile(key, holdsSecret: true)
        else { return nil }
        return Configuration.Mail.ClientCertificate(file: certificate, key: secret)
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
        let passwords = ["passwordFile", "passwordCredential", "password"].compactMap(map.optional)
        let tokens = ["tokenFile", "tokenCredential", "token"].compactMap(map.optional)
        if let token = tokens.first, !passwords.isEmpty {
            token.report(
                Wording(
                    ja: "パスワードとトークンの両方があります。",
                    en: "There is both a password and a token."),
                remedy: Wording(ja: "一方を消してください。", en: "Remove one of them."))
        }
        let secret = passwords.first ?? tokens.first
        guard (name == nil) != (secret == nil), let half = name ?? secret else { return }
        half.report(
            Wording(
                ja: "ログイン名とパスワードの一方しかありません。",
                en: "There is a login name without a password, or the other way round."),
            remedy: Wording(
                ja:
                    "username と passwordFile（か passwordCredential、tokenFile、tokenCredential）を両方書くか、両方消してください。",
                en:
                    "Write `username` and `passwordFile` (or `passwordCredential`, `tokenFile`, `tokenCredential`), or neither."
            ))
    }
}
