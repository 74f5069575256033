import ShirubeCore

/// Addresses and renders what people are told: a notice's words become the exact bytes for each recipient.
struct Postbox {
    private let setup: Setup

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

    /// Who gets what within a strategy.
    func routing(for strategy: Strategy) -> Routing { setup.routing(of: strategy) }

    /// Those in a department who report its figures.
    func staff(
        of department: Identifier<Department>, in strategy: Strategy, at now: Timestamp
    ) -> [Recipient] {
        routing(for: strategy).recipients(of: .staff, department: department, on: now.japanDate)
    }

    /// The notice that brings a letter to each recipient once: by mail, and to a channel as its text.
    ///
    /// - Parameters:
    ///   - letter: what it says.
    ///   - recipients: whom it goes to.
    ///   - strategy: the strategy it speaks of.
    ///   - now: the mails' date.
    ///   - posts: what a channel gets, in parts, instead of the text.
    /// - Throws: `MailError` where a header would not be safe to send.
    func notice(
        _ letter: Letter, to recipients: [Recipient], strategy: Strategy, now: Timestamp,
        posts: [[UInt8]]? = nil
    ) throws -> Notice {
        var messages: [Notice.Message] = []
        for recipient in Recipient.distinct(recipients) {
            switch recipient.route {
            case .mail(let address):
                guard let mail = configuration.mail else { continue }
                let message = try message(
                    letter, to: address, mail: mail, strategy: strategy, now: now)
                messages.append(
                    Notice.Message(route: recipient.route, payload: try message.encoded()))
            case .webhook:
                let parts =
                    posts
                    ?? NoticeSlack.messages(subject: letter.subject, text: letter.text)
                    .map { Array($0.compact.utf8) }
                messages += parts.enumerated().map { part, payload in
                    Notice.Message(route: recipient.route, part: part, payload: payload)
                }
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
}
