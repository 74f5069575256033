package import ShirubeCore

/// Renders messages as they are sent, without sending them.
package enum MessagePreview {
    /// How a message is written.
    package enum Format: Sendable, Equatable, RawRepresentable, CaseIterable {
        /// The mail's bytes, headers and all (RFC 5322).
        case eml
        /// The mail's text.
        case text
        /// The mail's HTML.
        case html
        /// What channels of a kind get, one JSON document a line; written as the kind is in the configuration.
        case posts(ChatDialect)

        /// Every format.
        package static let allCases: [Format] =
            [.eml, .text, .html] + ChatDialect.allCases.map(Format.posts)

        /// The format of a word, such as `eml` or `teams`; nil where there is none.
        package init?(rawValue: String) {
            guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else {
                return nil
            }
            self = format
        }

        /// The word by which it is asked for.
        package var rawValue: String {
            switch self {
            case .eml: "eml"
            case .text: "text"
            case .html: "html"
            case .posts(let kind): kind.rawValue
            }
        }
    }

    /// Why there is nothing to show.
    package struct Refusal: Declined, Equatable {
        /// What, why and the remedy.
        package let message: Wording
    }

    /// A notice of the outbox, byte for byte.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - format: how it is written.
    ///   - recipient: the address whose mail, or the channel whose posts are meant; nil for the first.
    ///   - channels: the channels as they are configured now, which tell their kinds.
    ///   - store: the ledger.
    /// - Returns: the bytes.
    /// - Throws: `Refusal` where there is no such notice or message; what the ledger throws.
    package static func notice(
        _ number: Int64, as format: Format, to recipient: String?,
        channels: [Configuration.Channel], in store: Store
    ) throws -> [UInt8] {
        guard let notice = try store.read({ try $0.storedNotice(number) }) else {
            throw Refusal.noNotice(number)
        }
        if let removed = notice.removedAt { throw Refusal.removed(at: removed) }
        return try bytes(of: notice.messages, as: format, to: recipient, channels)
    }

    /// The summary as it is sent next: the draft that waits at the release gate, else one that is built now.
    ///
    /// - Parameters:
    ///   - quarter: the quarter; nil for that of the edition that waits, or the one that was over last.
    ///   - strategy: the strategy.
    ///   - setup: the configuration.
    ///   - format: how it is written.
    ///   - recipient: the address whose mail is meant; nil for the first.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the bytes.
    /// - Throws: `Refusal` where no mail would be sent; what the ledger throws.
    package static func summary(
        _ quarter: Period?, of strategy: Strategy, setup: Setup, as format: Format,
        to recipient: String?, in store: Store, now: Timestamp
    ) throws -> [UInt8] {
        let (draft, notice) = try store.read { ledger in
            // As the daemon knows them: with what was recorded of the definitions.
            let recorded = try setup.strategies.map {
                try DefinitionRegister.read($0, from: ledger)
            }
            return try SummaryRelease(
                strategy: strategy, setup: setup.with(recorded, letters: setup.letters)
            ).next(quarter, in: ledger, now: now)
        }
        switch format {
        case .text, .html: return draft.documents[format.rawValue] ?? []
        case .posts(let kind): return try draft.lines(of: kind)
        case .eml:
            return try bytes(
                of: notice.messages, as: .eml, to: recipient, setup.configuration.channels)
        }
    }

    /// What the next run of a scheduled job would send, by what is known now.
    ///
    /// The run is made on a copy of the ledger, so that what is shown comes about as it does in earnest.
    ///
    /// - Parameters:
    ///   - job: the job.
    ///   - strategy: the strategy.
    ///   - setup: the configuration.
    ///   - format: how it is written.
    ///   - recipient: the address whose mail is meant; nil for the first.
    ///   - store: the ledger.
    ///   - now: the moment after which the run is looked for.
    /// - Returns: the bytes.
    /// - Throws: `Refusal` where it is not scheduled or would send nothing; what the ledger throws.
    package static func run(
        _ job: ScheduleEntry.Job, of strategy: Strategy, setup: Setup, as format: Format,
        to recipient: String?, in store: Store, now: Timestamp
    ) throws -> [UInt8] {
        let coming = DueJobs.coming(
            entries: setup.configuration.schedule.filter { $0.job == job },
            calendar: setup.configuration.office.calendar, strategy: strategy.id, after: now,
            through: now.adding(seconds: 366 * 86_400))
        let own = coming.first { ScheduledJobs.isOf(strategy, $0, setup: setup) }
        guard let next = own else { throw Refusal.notScheduled(job) }
        let others =
            job == .alertRound ? setup.line(of: strategy).filter { $0.id != strategy.id } : []
        let messages = try store.copy().write { ledger in
            let recorded = try setup.strategies.map {
                try DefinitionRegister.read($0, from: ledger)
            }
            let postbox = Postbox(setup: setup.with(recorded, letters: setup.letters))
            // As the daemon does when a day begins; what that tells by itself is no part of the run.
            for one in [strategy] + others {
                try Orientation(strategy: one, postbox: postbox, in: ledger, now: next.dueAt)
                    .beginDay(in: ledger)
            }
            let last = try ledger.newestNotices(limit: 1).first?.number ?? 0
            _ = try ScheduledJobs.run(
                next, strategy: strategy, beside: others, postbox: postbox, in: ledger,
                now: next.dueAt)
            return try ledger.newestNotices(limit: 10_000).filter { $0.number > last }
                .reversed().flatMap(\.messages)
        }
        if messages.isEmpty { throw Refusal.nothingDue(next) }
        return try bytes(
            of: messages, as: format, to: recipient, setup.configuration.channels)
    }

    /// The newest notices, newest first, as a table; a sentence where there is none.
    package static func list(in store: Store, _ language: Language) throws -> String {
        let notices = try store.read { try $0.newestNotices(limit: 20) }
        guard !notices.isEmpty else {
            return Wording(ja: "通知はまだありません。", en: "There is no notice yet.")[language] + "\n"
        }
        let headings =
            language == .japanese
            ? ["番号", "日時", "件名", "宛先"] : ["No.", "When", "Subject", "To"]
        let table = TextTable(
            columns: headings.enumerated().map { index, title in
                TextTable.Column(title, index == 0 ? .right : .left)
            },
            rows: notices.map { notice in
                [
                    "\(notice.number)", notice.at.japanDescription, notice.subject,
                    notice.recipients.joined(separator: ", "),
                ]
            })
        return table.lines().joined(separator: "\n") + "\n"
    }

    private static func bytes(
        of messages: [Notice.Message], as format: Format, to recipient: String?,
        _ channels: [Configuration.Channel]
    ) throws(Refusal) -> [UInt8] {
        if case .posts(let kind) = format {
            let names = channels.filter { $0.kind == kind }.map(\.name)
            let posts = messages.filter { message in
                guard case .webhook(let name) = message.route else { return false }
                return names.contains(name) && (recipient == nil || recipient == name)
            }
            guard let first = posts.first else { throw Refusal.noPost(kind) }
            return posts.filter { $0.route == first.route }.map(\.payload).asLines
        }
        let mails = messages.filter { message in
            guard case .mail(let address) = message.route else { return false }
            return recipient == nil || address == recipient
        }
        guard let mail = mails.first else { throw Refusal.noMail(to: recipient) }
        switch format {
        case .text, .html:
            let part = format == .text ? "plain" : "html"
            guard let text = StoredMail(bytes: mail.payload).text(part) else {
                throw Refusal.noHTML
            }
            return Array(text.utf8)
        case .eml, .posts: return mail.payload
        }
    }
}

extension [[UInt8]] {
    /// One after the other, each with the end of a line.
    fileprivate var asLines: [UInt8] { flatMap { $0 + [UInt8(ascii: "\n")] } }
}

extension SummaryDraft {
    /// The posts to a channel of a kind, each on a line.
    ///
    /// - Throws: where there was no such channel when it was drafted.
    package func lines(of kind: ChatDialect) throws(MessagePreview.Refusal) -> [UInt8] {
        let posts = posts(kind)
        if posts.isEmpty { throw .notDrafted(kind) }
        return posts.asLines
    }
}

extension MessagePreview.Refusal {
    fileprivate static func noNotice(_ number: Int64) -> Self {
        Self(
            message: Wording(
                ja: "番号\(number)の通知はありません。番号は shirube preview で確かめてください。",
                en: "There is no notice \(number). Look numbers up with shirube preview."))
    }

    fileprivate static func removed(at moment: Timestamp) -> Self {
        Self(message: OutboxAccount.removed(at: moment))
    }

    fileprivate static func notScheduled(_ job: ScheduleEntry.Job) -> Self {
        let name = job.wording
        return Self(
            message: Wording(
                ja: "\(name.japanese)（\(job.rawValue)）はこれから1年の予定にありません。schedule に加えてください。",
                en:
                    "No \(name.english) (\(job.rawValue)) is scheduled within a year. Add it to `schedule`."
            ))
    }

    fileprivate static func nothingDue(_ job: DueJob) -> Self {
        let (name, when) = (job.entry.job.wording, job.dueAt.longWording)
        return Self(
            message: Wording(
                ja: "\(when.japanese)の\(name.japanese)で送るものは、いまのところありません。",
                en: "The \(name.english) of \(when.english) has nothing to send as things stand."))
    }

    fileprivate static func noMail(to recipient: String?) -> Self {
        let who = recipient.map { Inert.line($0) }
        return Self(
            message: Wording(
                ja: (who.map { "\($0) への" } ?? "") + "メールはありません。宛先と mail の設定を確かめるか、"
                    + "--format slack など、チャンネルの kind にしてください。",
                en: "There is no mail" + (who.map { " to \($0)" } ?? "")
                    + ". Check the recipients and `mail`, or give the kind of a channel, such as --format slack."
            ))
    }

    fileprivate static func noPost(_ kind: ChatDialect) -> Self {
        Self(
            message: Wording(
                ja: "\(kind.rawValue) のチャンネルへの投稿はありません。channels の kind を確かめるか、"
                    + "--format text にしてください。",
                en:
                    "Nothing of it goes to a channel of kind \(kind.rawValue). Check the kinds in `channels`, or"
                    + " give --format text."))
    }

    fileprivate static func notDrafted(_ kind: ChatDialect) -> Self {
        Self(
            message: Wording(
                ja: "このまとめができたとき、\(kind.rawValue) のチャンネルは設定にありませんでした。いまの数字でよければ、"
                    + "shirube report --format \(kind.rawValue) で見られます。",
                en:
                    "When this summary was made, no channel of kind \(kind.rawValue) was configured. If today's"
                    + " figures will do, see shirube report --format \(kind.rawValue)."))
    }

    fileprivate static let noHTML = Self(
        message: Wording(
            ja: "この通知にHTMLはありません。--format text にしてください。",
            en: "This notice has no HTML. Give --format text."))
}
