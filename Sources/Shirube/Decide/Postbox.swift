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
        /// The indicators that it speaks of; empty where it speaks of files or of the whole.
        var indicators: [Identifier<Indicator>] = []
        /// Files that go with a mail; a channel gets none.
        var attachments: [MailMessage.Attachment] = []
        /// What mails of one thread have in common, such as an indicator; nil where a mail stands alone.
        var thread: String?

        /// The thread of what somebody is told in a quarter of one matter, such as alerts.
        static func thread(_ matter: String, _ strategy: Strategy, on day: CivilDate) -> String {
            "\(matter)/\(strategy.id)/\(Period.quarter(.fiscal, containing: day))"
        }
    }

    /// When a message may leave.
    enum Delay {
        /// At once, at any hour: somebody waits for it.
        case none
        /// When people are at their desks.
        case untilOffice
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
    ///   - now: when it was decided.
    ///   - delay: whether it waits for office hours, by which the mails are then dated.
    ///   - posts: what a channel of a kind gets, in parts, instead of the text; empty where that is not known.
    /// - Returns: the notice, with a message for each recipient.
    /// - Throws: `MailError` where a header would not be safe to send.
    func notice(
        _ letter: Letter, to recipients: [Recipient], strategy: Strategy, now: Timestamp,
        delay: Delay = .none, posts: (ChatDialect) -> [[UInt8]] = { _ in [] }
    ) throws -> Notice {
        let moment = delay == .none ? now : configuration.office.next(onOrAfter: now)
        var messages: [Notice.Message] = []
        for recipient in Recipient.distinct(recipients) {
            switch recipient.route {
            case .mail(let address):
                guard let mail = configuration.mail else { continue }
                let message = try message(
                    letter, to: address, called: recipient.name, mail: mail, strategy: strategy,
                    now: moment)
                messages.append(
                    Notice.Message(
                        route: recipient.route, payload: try message.encoded(),
                        post: recipient.post, thread: letter.thread ?? ""))
            case .webhook(let name):
                let channel = configuration.channels.first { $0.name == name }
                let kind = channel?.kind ?? .slack
                let ready = posts(kind)
                let parts =
                    ready.isEmpty
                    ? Self.posts(chat(letter, strategy, at: now), as: kind) : ready
                messages += parts.enumerated().map { part, payload in
                    Notice.Message(
                        route: recipient.route, part: part, payload: payload,
                        post: recipient.post, thread: letter.thread ?? letter.key)
                }
            }
        }
        return Notice(
            key: letter.key, kind: letter.kind, subject: letter.subject,
            indicators: letter.indicators, messages: messages,
            notBefore: delay == .none ? nil : moment)
    }

    /// The bodies of the posts that bring a message to a channel of a kind.
    static func posts(_ message: ChatMessage, as kind: ChatDialect) -> [[UInt8]] {
        kind.posts(message).map { Array($0.compact.utf8) }
    }

    private func chat(_ letter: Letter, _ strategy: Strategy, at now: Timestamp) -> ChatMessage {
        ChatMessage(
            subject: letter.subject, text: letter.text,
            about: ChatMessage.About(
                key: letter.key, kind: letter.kind.rawValue, strategy: strategy.id.text, at: now,
                language: configuration.language, indicators: letter.indicators.map(\.text)))
    }

    private func message(
        _ letter: Letter, to address: String, called name: String?, mail: Configuration.Mail,
        strategy: Strategy, now: Timestamp
    ) throws -> MailMessage {
        let domain = MailAddress(parsing: mail.from)?.domain ?? "localhost"
        return MailMessage(
            from: mail.from, to: name.map { "\($0) <\(address)>" } ?? address,
            replyTo: mail.replyTo, subject: letter.subject, date: now,
            messageID: MessageID.make(notice: letter.key, recipient: address, domain: domain),
            // The head of a thread was never sent; programs that read mail join what answers the same one.
            inReplyTo: letter.thread.map {
                MessageID.make(notice: "thread/\($0)", recipient: address, domain: domain)
            },
            listID: "<\(strategy.id).shirube.\(domain)>",
            headers: [
                ("X-Shirube-Strategy", strategy.id.text),
                ("X-Shirube-Kind", letter.kind.rawValue),
            ] + letter.headers,
            text: letter.text, html: letter.html, attachments: letter.attachments)
    }
}
