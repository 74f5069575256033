package import ShirubeCore

/// Brings the quarterly summary from its building through the release gate to its readers, and its corrections after it.
///
/// What is sent is a draft that lies in the ledger byte for byte, and that the planning division has seen.
package struct SummaryRelease {
    private let strategy: Strategy
    private let postbox: Postbox

    /// Works for one strategy.
    package init(strategy: Strategy, setup: Setup) {
        self.init(strategy: strategy, postbox: Postbox(setup: setup))
    }

    init(strategy: Strategy, postbox: Postbox) {
        self.strategy = strategy
        self.postbox = postbox
    }

    private var configuration: Configuration { postbox.configuration }

    /// When the summary is built and sent; nil where nothing is scheduled, and nothing is built by itself.
    private var entry: ScheduleEntry? {
        configuration.schedule.first { $0.job == .quarterlySummary && $0.covers(strategy.id) }
    }

    // MARK: - Building

    /// Builds the first edition of the summary of a run's quarter.
    ///
    /// - Returns: what was done, for the journal.
    static func run(
        _ job: DueJob, strategy: Strategy, postbox: Postbox, in ledger: Ledger, now: Timestamp
    ) throws -> String {
        try SummaryRelease(strategy: strategy, postbox: postbox).build(
            job.quarter, entry: job.entry, in: ledger, now: now)
        return "built the quarterly summary of \(job.quarter)"
    }

    /// Builds the first edition of a quarter's summary: shows it to the planning division, or sends it at once where the
    /// schedule leaves no days for that.
    func build(
        _ quarter: Period, entry: ScheduleEntry, in ledger: Ledger, now: Timestamp
    ) throws {
        let summary = try gather(quarter, cutoff: now, in: ledger)
            .with(first(of: quarter, builtAt: now, entry: entry))
        try add(summary, entry: entry, in: ledger, now: now)
    }

    /// The first edition of a quarter, which is late where it was built after its day.
    private func first(
        of quarter: Period, builtAt: Timestamp, entry: ScheduleEntry
    ) -> QuarterlySummary.Edition {
        let calendar = configuration.dueDays.calendar
        let due = entry.moment(for: .period(quarter), calendar) ?? builtAt
        return QuarterlySummary.Edition(
            number: 1, correctedSentAt: nil, difference: nil,
            isLate: due.japanDate < builtAt.japanDate)
    }

    private func add(
        _ summary: QuarterlySummary, entry: ScheduleEntry, in ledger: Ledger, now: Timestamp
    ) throws {
        let calendar = configuration.dueDays.calendar
        let releaseAt = SummaryGate.releaseAt(builtAt: now, entry: entry, calendar: calendar)
        let number = summary.edition.number
        let id = try ledger.insertEdition(
            strategy: strategy.id, quarter: summary.quarter, number: number, releaseAt: releaseAt)
        try ledger.insert(try draft(of: summary), into: id)
        guard let edition = try edition(id, of: summary.quarter, in: ledger) else {
            return
        }
        if releaseAt <= now {
            try send(edition, in: ledger, now: now)
        } else {
            try preview(summary, of: edition, in: ledger, now: now)
        }
    }

    private func draft(of summary: QuarterlySummary) throws -> SummaryDraft {
        let view = SummaryView(summary, language: configuration.language)
        var documents = [
            "text": Array(SummaryText.render(view).utf8),
            "html": Array(try SummaryHTML.render(view).utf8),
            "json": Array(SummaryJSON.document(view).pretty.utf8),
        ]
        // Slack's are always there, for whoever looks at a draft.
        let kinds = Set(configuration.channels.map(\.kind)).union([.slack])
        let key = key(of: summary.quarter, summary.edition.number)
        for kind in kinds {
            let posts = Postbox.posts(SummaryChat.message(view, key: key), as: kind)
            for (part, post) in posts.enumerated() { documents["\(kind.rawValue)/\(part)"] = post }
        }
        return SummaryDraft(cutoff: summary.cutoff, subject: view.title, documents: documents)
    }

    /// What is known of a quarter at a moment: now by what is in force, of an earlier moment by what was said then.
    private func gather(
        _ quarter: Period, cutoff: Timestamp, isPast: Bool = false, in ledger: Ledger
    ) throws -> QuarterlySummary {
        let definitions =
            isPast
            ? try DefinitionRegister.read(strategy, knownAt: cutoff, from: ledger)
            : postbox.definitions(of: strategy)
        return try SummaryEdition.gather(
            definitions, quarter: quarter, cutoff: cutoff, source: isPast ? .stored : .today,
            setup: postbox.setup, from: ledger)
    }

    private func edition(
        _ id: Int64, of quarter: Period, in ledger: Ledger
    ) throws -> SummaryEditionState? {
        try ledger.summaryEditions(strategy: strategy.id, quarter: quarter).first { $0.id == id }
    }

    // MARK: - The gate

    /// The editions that something is to be done about now, with what it is; `lookedOn` is the day on which each was looked
    /// at last.
    func due(
        lookedOn: [Int64: CivilDate], in ledger: Ledger, now: Timestamp
    ) throws -> [(edition: SummaryEditionState, action: SummaryGate.Action)] {
        let editions = try ledger.summaryEditions(strategy: strategy.id)
        let newest = editions.map(\.quarter).max()
        return editions.compactMap { edition in
            // What was sent is corrected until the next quarter's summary, which says what has changed; and of several
            // editions of a quarter only the last one counts.
            let isLast = !editions.contains {
                $0.quarter == edition.quarter && $0.number > edition.number
            }
            guard edition.sentAt == nil || (edition.quarter == newest && isLast) else { return nil }
            let action = SummaryGate.action(
                on: edition, lookedOn: lookedOn[edition.id],
                calendar: configuration.dueDays.calendar, now: now)
            return action == .wait ? nil : (edition, action)
        }
    }

    /// Looks at what has become known since an edition's draft: where a reader would be told something else, there is a new
    /// draft of one that waits, and a correction of one that was sent.
    func look(at edition: SummaryEditionState, in ledger: Ledger, now: Timestamp) throws {
        guard let entry else { return }
        let known = try gather(edition.quarter, cutoff: now, in: ledger)
        let drafted = try gather(
            edition.quarter, cutoff: edition.draftedAt, isPast: true, in: ledger)
        let difference = SummaryDifference(from: drafted, to: known)
        guard !difference.isEmpty else { return }
        if let sentAt = edition.sentAt {
            let next = QuarterlySummary.Edition(
                number: edition.number + 1, correctedSentAt: sentAt, difference: difference)
            try add(known.with(next), entry: entry, in: ledger, now: now)
        } else {
            let first = first(of: edition.quarter, builtAt: edition.builtAt, entry: entry)
            try redraft(edition, known.with(first), in: ledger, now: now)
        }
    }

    private func redraft(
        _ edition: SummaryEditionState, _ known: QuarterlySummary, in ledger: Ledger,
        now: Timestamp
    ) throws {
        let editions = try ledger.summaryEditions(
            strategy: strategy.id, quarter: edition.quarter)
        var summary = known
        if let corrected = editions.last(where: { $0.number < edition.number }) {
            let sent = try gather(
                edition.quarter, cutoff: corrected.draftedAt, isPast: true, in: ledger)
            let difference = SummaryDifference(from: sent, to: known)
            summary = known.with(
                QuarterlySummary.Edition(
                    number: edition.number, correctedSentAt: corrected.sentAt,
                    difference: difference))
            if difference.isEmpty, edition.hold == nil {
                let reason = Wording(
                    ja: "訂正すべき点がなくなりました。", en: "There is nothing left to correct.")
                try ledger.insert(
                    SummaryEvent(
                        .hold, by: "shirube", reason: reason[configuration.language], at: now),
                    of: edition.id)
            }
        }
        try ledger.insert(try draft(of: summary), into: edition.id)
        guard let edition = try self.edition(edition.id, of: edition.quarter, in: ledger)
        else { return }
        try preview(summary, of: edition, in: ledger, now: now)
    }

    // MARK: - Telling

    /// Puts the newest draft of an edition into the outbox for everyone that it is meant for; `delay` is none where a
    /// person sends it.
    func send(
        _ edition: SummaryEditionState, in ledger: Ledger, now: Timestamp,
        delay: Postbox.Delay = .untilOffice
    ) throws {
        guard let draft = try ledger.newestDraft(of: edition.id) else { return }
        let notice = try notice(draft, of: edition.quarter, edition.number, now: now, delay: delay)
        try ledger.enqueue(notice, strategy: strategy.id, now: now)
        try ledger.insert(
            SummaryEvent(.sent, by: "shirube", reason: "", at: now), of: edition.id)
    }

    private func key(of quarter: Period, _ number: Int) -> String {
        "summary/\(strategy.id)/\(quarter)" + (number > 1 ? "/\(number)" : "")
    }

    /// The messages that bring a draft to everyone that it is meant for.
    private func notice(
        _ draft: SummaryDraft, of quarter: Period, _ number: Int, now: Timestamp,
        delay: Postbox.Delay
    ) throws -> Notice {
        let letter = Postbox.Letter(
            key: key(of: quarter, number), kind: .summary,
            subject: draft.subject, text: draft.text("text"), html: draft.text("html"),
            headers: [("X-Shirube-Period", quarter.description)],
            thread: "summary/\(strategy.id)/\(quarter)")
        return try postbox.notice(
            letter, to: readers(on: now), strategy: strategy, now: now, delay: delay,
            posts: draft.posts)
    }

    /// What is sent next: the newest draft that waits at the gate, else one that is built now; nothing is stored.
    func next(
        _ quarter: Period?, in ledger: Ledger, now: Timestamp
    ) throws -> (draft: SummaryDraft, notice: Notice) {
        let waiting = try ledger.summaryEditions(strategy: strategy.id, quarter: quarter).last {
            $0.sentAt == nil
        }
        if let waiting, let draft = try ledger.newestDraft(of: waiting.id) {
            let moment = max(now, waiting.releaseAt)
            return (
                draft,
                try notice(
                    draft, of: waiting.quarter, waiting.number, now: moment, delay: .untilOffice)
            )
        }
        let quarter = quarter ?? .lastClosedQuarter(.fiscal, on: now.japanDate)
        let draft = try draft(of: gather(quarter, cutoff: now, in: ledger))
        return (draft, try notice(draft, of: quarter, 1, now: now, delay: .untilOffice))
    }

    private func preview(
        _ summary: QuarterlySummary, of edition: SummaryEditionState, in ledger: Ledger,
        now: Timestamp
    ) throws {
        let language = configuration.language
        let view = SummaryView(summary, language: language)
        let readers = readers(on: edition.releaseAt)
        let addresses = readers.count { recipient in
            if case .mail = recipient.route { true } else { false }
        }
        let head = SummaryPreview.sentences(
            edition, recipients: addresses, channels: readers.count - addresses,
            language: language)
        let letter = Postbox.Letter(
            key:
                "preview/\(strategy.id)/\(edition.quarter)/\(edition.number)/\(edition.draftCount)",
            kind: .preview, subject: SummaryPreview.subject(view.title)[language],
            text: SummaryPreview.text(head, before: SummaryText.render(view)),
            html: try SummaryHTML.render(view, above: head),
            headers: [("X-Shirube-Period", edition.quarter.description)],
            thread: "summary/\(strategy.id)/\(edition.quarter)")
        let planning = postbox.routing(for: strategy).previewRecipients(
            planningDepartment: strategy.planningDepartment, on: now.japanDate)
        try ledger.enqueue(
            try postbox.notice(
                letter, to: planning, strategy: strategy, now: now, delay: .untilOffice),
            strategy: strategy.id, now: now)
    }

    /// Whom the summary is meant for at a moment.
    private func readers(on moment: Timestamp) -> [Recipient] {
        postbox.routing(for: strategy).summaryRecipients(
            departments: strategy.departments.map(\.id), on: moment.japanDate)
    }
}

extension SummaryDraft {
    fileprivate func text(_ name: String) -> String {
        String(decoding: documents[name] ?? [], as: UTF8.self)
    }

    /// The posts to a channel of a kind, in order; empty where there was no such channel when it was drafted.
    package func posts(_ kind: ChatDialect) -> [[UInt8]] {
        (0..<documents.count).map { "\(kind.rawValue)/\($0)" }.prefix { documents[$0] != nil }
            .compactMap { documents[$0] }
    }
}
