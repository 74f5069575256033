import ShirubeCore

/// Tells each person once of the alerts that are due for them, and the planning division of what has happened.
///
/// It runs inside the transaction that records the run, so that what it tells is told once, whenever it is killed.
struct AlertRound {
    let strategy: Strategy
    let postbox: Postbox
    let now: Timestamp

    private var configuration: Configuration { postbox.configuration }
    private var day: CivilDate { now.japanDate }

    /// An alert that is due for some roles.
    private struct Due {
        let row: AlertListing.Row
        let tellings: [AlertTransition.Telling]
    }

    /// Makes one run.
    ///
    /// - Returns: what was done, for the journal.
    func run(_ job: DueJob, in ledger: Ledger) throws -> String {
        try attendFailures(in: ledger)
        let silences = try ledger.silences(strategy: strategy.id, at: now)
        let open = try ledger.openAlerts(strategy: strategy.id).map {
            AlertBoard.row($0, strategy, silences)
        }
        let due = try self.due(open, in: ledger)
        var items: [(recipient: Recipient, item: AlertRoundNotice.Item)] = []
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
        let digest = try self.digest(in: ledger)
        let planning = digest == nil ? [] : self.planning
        let everybody = Recipient.distinct(items.map(\.recipient) + planning)
        for recipient in everybody {
            try tell(
                recipient, items.filter { $0.recipient.route == recipient.route }.map(\.item),
                digest: planning.contains { $0.route == recipient.route } ? digest : nil, job,
                in: ledger)
        }
        for alert in due {
            for telling in alert.tellings {
                let told = recipients(of: telling.role, alert.row.indicator)
                guard !told.isEmpty else { continue }
                _ = try ledger.append(
                    AlertTransition.told(telling, to: told, at: now), to: alert.row.alert)
            }
        }
        return everybody.isEmpty
            ? "nothing is due" : "told \(everybody.count) of \(due.count) alerts"
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

    private func tell(
        _ recipient: Recipient, _ items: [AlertRoundNotice.Item], digest: AlertDigest?,
        _ job: DueJob, in ledger: Ledger
    ) throws {
        let words = AlertRoundNotice.text(
            distinct(items), digest: digest, in: strategy, on: day,
            perHead: configuration.alerts.perHead, mark: configuration.mark,
            language: configuration.language)
        let form = AlertAnswerForm.attachment(distinct(items).map(\.row), on: day)
        let letter = Postbox.Letter(
            key: "alertRound/\(strategy.id)/\(job.period)/\(recipient.key)", kind: .alertRound,
            subject: words.subject, text: words.body,
            indicators: items.compactMap { $0.row.indicator?.id },
            attachments: form.map { [$0] } ?? [],
            thread: Postbox.Letter.thread("alerts", strategy, on: day))
        let notice = try postbox.notice(
            letter, to: [recipient], strategy: strategy, now: now, delay: .untilOffice)
        try ledger.enqueue(notice, strategy: strategy.id, now: now)
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

extension Recipient {
    /// What tells it from others in a key.
    var key: String {
        switch route {
        case .mail(let address): "mail/\(address)"
        case .webhook(let channel): "channel/\(channel)"
        }
    }
}
