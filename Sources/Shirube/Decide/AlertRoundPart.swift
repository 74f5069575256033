import ShirubeCore

/// What one plan has to tell in a round: the alerts that are due, to whom, and the digest.
struct AlertRoundPart {
    let strategy: Strategy
    private let postbox: Postbox
    private let now: Timestamp
    private var due: [Due] = []
    private var items: [(recipient: Recipient, item: AlertRoundNotice.Item)] = []
    private var digest: AlertDigest?

    private var configuration: Configuration { postbox.configuration }
    private var day: CivilDate { now.japanDate }

    /// An alert that is due for some roles.
    private struct Due {
        let row: AlertListing.Row
        let tellings: [AlertTransition.Telling]
    }

    /// Gathers what is due, and records what the digest has told of.
    ///
    /// - Throws: where the ledger cannot be read or written.
    init(strategy: Strategy, postbox: Postbox, now: Timestamp, in ledger: Ledger) throws {
        self.strategy = strategy
        self.postbox = postbox
        self.now = now
        try attendFailures(in: ledger)
        let silences = try ledger.silences(strategy: strategy.id, at: now)
        let open = try ledger.openAlerts(strategy: strategy.id).map {
            AlertBoard.row($0, strategy, silences)
        }
        due = try due(open, in: ledger)
        for alert in due {
            let standing = try alert.row.alert.indicator.flatMap {
                try ledger.standing(of: $0, strategy: strategy.id, asOf: now)
            }
            for telling in alert.tellings {
                let item = AlertRoundNotice.Item(
                    row: alert.row, telling: telling, standing: standing)
                items += recipients(of: telling.role, alert.row.indicator).map { ($0, item) }
            }
        }
        digest = try digest(in: ledger)
    }

    /// How many alerts are due.
    var dueCount: Int { due.count }

    /// Everybody who is told of something, some perhaps several times.
    var recipients: [Recipient] { items.map(\.recipient) + (digest == nil ? [] : planning) }

    /// Whether somebody is told of something.
    func concerns(_ recipient: Recipient) -> Bool {
        recipients.contains { $0.route == recipient.route }
    }

    /// What somebody is told.
    func told(to recipient: Recipient) -> AlertRoundNotice.Part {
        AlertRoundNotice.Part(
            strategy: strategy, items: distinct(items(of: recipient)),
            digest: planning.contains { $0.route == recipient.route } ? digest : nil)
    }

    /// The indicators that somebody is told of.
    func indicators(of recipient: Recipient) -> [Identifier<Indicator>] {
        items(of: recipient).compactMap { $0.row.indicator?.id }
    }

    private func items(of recipient: Recipient) -> [AlertRoundNotice.Item] {
        items.filter { $0.recipient.route == recipient.route }.map(\.item)
    }

    /// Records who was told of what.
    func recordTold(in ledger: Ledger) throws {
        for alert in due {
            for telling in alert.tellings {
                let told = recipients(of: telling.role, alert.row.indicator)
                guard !told.isEmpty else { continue }
                _ = try ledger.append(
                    AlertTransition.told(telling, to: told, at: now), to: alert.row.alert)
            }
        }
    }

    // MARK: - What is due

    private func due(_ open: [AlertListing.Row], in ledger: Ledger) throws -> [Due] {
        let plan = AlertPlan(
            rules: configuration.alerts, calendar: configuration.dueDays.calendar, on: day)
        let quarter = Timestamp(japanDate: Period.quarter(.fiscal, containing: day).firstDay)
        return try open.compactMap { row in
            let tellings = plan.tellings(
                of: row.alert, isSilenced: row.silencedUntil != nil,
                worseThisQuarter: try ledger.wasToldOfWorse(
                    row.alert.subject, strategy: strategy.id, since: quarter))
            return tellings.isEmpty ? nil : Due(row: row, tellings: tellings)
        }
    }

    /// What has happened since the last digest; nil where nothing has.
    private func digest(in ledger: Ledger) throws -> AlertDigest? {
        let start = try ledger.start(of: .alertRound, strategy: strategy.id) ?? now
        guard let new = try ledger.newSteps(strategy: strategy.id, from: start) else { return nil }
        try ledger.recordDigest(through: new.through, strategy: strategy.id, now: now)
        let told = new.steps.filter { _, step in
            AlertDigest.kinds.contains(step.kind) && step.reason.code != AlertTransition.backfill
        }
        guard !told.isEmpty else { return nil }
        var rows: [Int64: AlertListing.Row] = [:]
        for id in Set(told.map(\.alert)) {
            rows[id] = try ledger.alert(id, strategy: strategy.id).map {
                AlertBoard.row($0, strategy, [])
            }
        }
        return AlertDigest(
            news: told.compactMap { id, step in
                rows[id].map { AlertDigest.News(row: $0, transition: step) }
            },
            listing: try AlertBoard(setup: postbox.setup, strategies: [strategy]).list(
                AlertBoard.Filter(), from: ledger, at: now))
    }

    // MARK: - Whom

    private var planning: [Recipient] {
        postbox.routing(for: strategy).previewRecipients(
            planningDepartment: strategy.planningDepartment, on: day)
    }

    private func recipients(of role: Role, _ indicator: Indicator?) -> [Recipient] {
        guard role != .planning else { return planning }
        let routing = postbox.routing(for: strategy)
        return Recipient.distinct(
            (indicator?.departments ?? []).flatMap {
                routing.recipients(of: role, department: $0, on: day)
            })
    }

    /// Of an alert that one person gets in several capacities, the first.
    private func distinct(_ items: [AlertRoundNotice.Item]) -> [AlertRoundNotice.Item] {
        var seen: Set<Int64> = []
        return items.filter { seen.insert($0.row.alert.id).inserted }
    }

    // MARK: - Failures of the program itself

    /// Opens an alert for each route by which nothing arrives any more, and closes those by which something does.
    private func attendFailures(in ledger: Ledger) throws {
        let dead = try ledger.deadRoutes(
            strategy: strategy.id, since: now.adding(seconds: -365 * 86_400))
        let desk = FailureDesk(strategy: strategy, now: now)
        let known = Set(
            postbox.routing(for: strategy).routes(from: day).map { Recipient(route: $0).key })
        try desk.settle(
            prefix: "route:",
            failing: dead.map { route, at in
                let name = Recipient(route: route).wording
                return FailureDesk.Failure(
                    name: Recipient(route: route).key,
                    text: Wording(
                        ja: "\(name.japanese)への送信を\(at.japanDate)に断念しました。宛先と通信の設定を確かめてください。",
                        en:
                            "Sending to \(name.english) was given up on \(at.japanDate). Check the address "
                            + "and the connection."))
            }, isKnown: known.contains, in: ledger)
    }
}
