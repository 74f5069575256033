package import ShirubeCore

/// A message that says it is a test, sent through the real transport; that it was sent, and what came of it, is kept.
package enum TestMessage {
    /// Why nothing is sent.
    package struct Refusal: Declined, Equatable {
        /// What, why and the remedy.
        package let message: Wording
    }

    /// Sends one message.
    ///
    /// - Parameters:
    ///   - recipient: a mail address, or the name of a channel.
    ///   - setup: the configuration.
    ///   - world: the ways for messages to leave.
    ///   - language: the language of the message.
    ///   - author: who sends it.
    ///   - store: the ledger.
    /// - Returns: what came of it.
    /// - Throws: `Refusal` where there is no way to the recipient, `MailError` where a header would not be safe to send.
    package static func send(
        to recipient: String, setup: Setup, world: World, language: Language,
        by author: String, in store: Store
    ) async throws -> Delivery.Outcome {
        let configuration = setup.configuration
        let now = world.clock.now
        let words = text(configuration, now: now, language)
        let delivery: Delivery
        if recipient.contains("@") {
            guard let mail = configuration.mail else { throw Refusal.noMail }
            let domain = MailAddress(parsing: mail.from)?.domain ?? "localhost"
            let message = MailMessage(
                from: mail.from, to: recipient, replyTo: mail.replyTo, subject: words.subject,
                date: now,
                messageID: MessageID.make(
                    notice: "test/\(now.milliseconds)", recipient: recipient, domain: domain),
                headers: [("X-Shirube-Kind", "test")], text: words.body)
            delivery = Delivery(
                id: 0, route: .mail(address: recipient), payload: try message.encoded(),
                attempts: 0)
        } else {
            let channels = configuration.channels
            guard let channel = channels.first(where: { $0.name == recipient }) else {
                throw Refusal.unknown(recipient, channels.map(\.name))
            }
            let about = ChatMessage.About(
                key: "test/\(now.milliseconds)", kind: "test", strategy: nil, at: now,
                language: language)
            let posts = Postbox.posts(
                ChatMessage(subject: words.subject, text: words.body, about: about),
                as: channel.kind)
            delivery = Delivery(
                id: 0, route: .webhook(channel: recipient),
                payload: posts.first ?? [], attempts: 0)
        }
        guard let transport = world.transport(for: Lane(delivery.route)) else {
            throw Refusal.noMail
        }
        let number = try store.write {
            try $0.beginTest(delivery.route, by: author, now: now)
        }
        let outcome = await transport.deliver(delivery)
        try store.write { try $0.endTest(number, outcome) }
        return outcome
    }

    private static func text(
        _ configuration: Configuration, now: Timestamp, _ language: Language
    ) -> NoticeText {
        NoticeText.test(
            file: configuration.file, at: now, mark: configuration.mark, language: language)
    }

    /// What came of it, in one sentence.
    package static func wording(of outcome: Delivery.Outcome, to recipient: String) -> Wording {
        let name = Inert.line(recipient)
        return switch outcome {
        case .delivered(let detail):
            Wording(
                ja: "\(name) に試験送信しました。相手の応答：\(Inert.line(detail))",
                en: "Sent a test to \(name). The answer: \(Inert.line(detail))")
        case .ambiguous(let detail):
            Wording(
                ja: "\(name) に送りましたが、届いたかどうか分かりません：\(Inert.line(detail))。相手に確かめてください。",
                en:
                    "Sent to \(name), but whether it arrived is not known: \(Inert.line(detail)). Ask there."
            )
        case .retryLater(_, let detail), .transient(let detail), .permanent(let detail):
            Wording(
                ja: "\(name) に送れませんでした：\(Inert.line(detail))。mail、channels、接続を確かめてください。",
                en:
                    "Could not send to \(name): \(Inert.line(detail)). Check `mail`, `channels` and the connection."
            )
        }
    }
}

extension TestMessage.Refusal {
    fileprivate static let noMail = Self(
        message: Wording(
            ja: "メールの設定がないので送れません。mail を書いてください。",
            en: "Without `mail` in the configuration no mail can leave. Write it there."))

    fileprivate static func unknown(_ name: String, _ channels: [String]) -> Self {
        let list = channels.joined(separator: ", ")
        let remedy = NearestWord.remedy(
            name, among: channels,
            otherwise: list.isEmpty
                ? Wording(
                    ja: "メールアドレスを書くか、channels に加えてください。",
                    en: "Give a mail address, or add it to `channels`.")
                : Wording(
                    ja: "メールアドレスか、\(list) のどれかを書いてください。",
                    en: "Give a mail address or one of \(list)."))
        return Self(
            message: Wording(
                ja: "「\(Inert.line(name))」というチャンネルはありません。\(remedy.japanese)",
                en: "There is no channel `\(Inert.line(name))`. \(remedy.english)"))
    }
}
