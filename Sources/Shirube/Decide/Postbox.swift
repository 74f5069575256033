import ShirubeCore

/// Addresses and renders what people are told: a notice's words become the exact bytes for each recipient.
struct Postbox {
    /// The configuration and its strategies.
    let setup: Setup

    var configuration: Configuration { setup.configuration }

    /// The letters of statuses.
    var letters: LetterTable { setup.letters }

    /// The recorded versions of a strategy's definitions.
    func definitions(of strategy: Strategy) -> Definitions { setup.definitions(of: strategy) }

    /// What a mail says, before it is addressed.
    struct Letter {
        let key: String
        let kind: Notice.Kind
        let subject: String
        let text: String
        var html: String?
        /// Further `X-Shirube-…` headers, by which mail rules can sort.
        var headers: [(name: String, value: String)] = []
    }

    init(setup: Setup) {
        self.setup = setup
    }

    /// The addresses of a department; empty where mail is not configured.
    func addresses(of department: Identifier<Department>, in strategy: Strategy) -> [String] {
        let key = setup.key(of: department, in: strategy)
        return configuration.mail == nil ? [] : configuration.routes.departments[key] ?? []
    }

    /// The notice that brings a letter to each address once.
    ///
    /// - Throws: `MailError` where a header would not be safe to send.
    func notice(
        _ letter: Letter, to addresses: [String], strategy: Strategy, now: Timestamp
    ) throws -> Notice {
        var messages: [Notice.Message] = []
        if let mail = configuration.mail {
            for address in Self.unique(addresses) {
                let message = try message(
                    letter, to: address, mail: mail, strategy: strategy, now: now)
                messages.append(
                    Notice.Message(route: .mail(address: address), payload: try message.encoded()))
            }
        }
        return Notice(
            key: letter.key, kind: letter.kind, subject: letter.subject, messages: messages)
    }

    private func message(
        _ letter: Letter, to address: String, mail: Configuration.Mail, strategy: Strategy,
        now: Timestamp
    ) throws -> MailMessage {
        let domain = MailAddress(parsing: mail.from)?.domain ?? "localhost"
        return MailMessage(
            from: mail.from, to: address, replyTo: mail.replyTo, subject: letter.subject, date: now,
            messageID: MessageID.make(notice: letter.key, recipient: address, domain: domain),
            listID: "<\(strategy.id).shirube.\(domain)>",
            headers: [
                ("X-Shirube-Strategy", strategy.id.text),
                ("X-Shirube-Kind", letter.kind.rawValue),
            ] + letter.headers,
            text: letter.text, html: letter.html)
    }

    private static func unique(_ addresses: [String]) -> [String] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0).inserted }
    }
}
