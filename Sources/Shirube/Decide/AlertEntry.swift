package import ShirubeCore

/// Records what people do about alerts: that they answer them, or want to hear nothing of them for a time.
package struct AlertEntry: Sendable {
    /// Further ahead than this many days nothing is put off.
    package static let longestDays = AlertAnswers.longestDays

    private let strategies: [Strategy]
    private let known: [Strategy]

    /// Why nothing is recorded.
    package struct Refusal: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Works on the alerts of a setup's strategies.
    ///
    /// - Parameters:
    ///   - wanted: the id of the strategy; nil for all.
    ///   - setup: the configuration.
    /// - Throws: `Refusal` where there is no such strategy.
    package init(strategy wanted: String?, in setup: Setup) throws(Refusal) {
        strategies = setup.strategies.filter { wanted == nil || $0.id.text == wanted }
        known = setup.strategies
        if let wanted, strategies.isEmpty {
            throw Refusal(message: .noStrategy(wanted, known: known.map(\.id.text)))
        }
    }

    // MARK: - Finding

    /// The alert that is meant, with its strategy.
    ///
    /// - Parameters:
    ///   - name: its number, or the id of an indicator with one open alert.
    ///   - type: the type of alert, where an indicator has several; nil for any.
    ///   - store: the ledger.
    /// - Returns: the alert.
    /// - Throws: `Refusal` where there is not exactly one; what the ledger throws.
    package func find(
        _ name: String, type: AlertType? = nil, in store: Store
    ) throws -> AlertListing.Row {
        try store.read { ledger in
            let found = try find(name, type: type, in: ledger)
            return AlertBoard.row(found.alert, found.strategy, [])
        }
    }

    private func find(
        _ name: String, type: AlertType?, in ledger: Ledger
    ) throws -> (strategy: Strategy, alert: AlertState) {
        if let number = Int64(name) {
            for strategy in strategies {
                if let alert = try ledger.alert(number, strategy: strategy.id) {
                    return (strategy, alert)
                }
            }
            throw Refusal.noNumber(name)
        }
        let holders = strategies.filter { $0.indicator(Identifier(name)) != nil }
        guard !holders.isEmpty else {
            throw Refusal.noIndicator(name, strategies.flatMap { $0.indicators.map(\.id.text) })
        }
        let open = try holders.flatMap { strategy in
            try ledger.openAlerts(strategy: strategy.id, subject: name)
                .filter { alert in type.map { $0 == alert.type } ?? true }
                .map { (strategy: strategy, alert: $0) }
        }
        guard let first = open.first else { throw Refusal.noneOpen(name) }
        guard open.count == 1 else { throw Refusal.several(name, open.map(\.alert)) }
        return first
    }

    // MARK: - Answering

    /// Records an answer to an open alert: it mutes reminders until its day, or until things get worse.
    ///
    /// - Parameters:
    ///   - name: the alert's number, or an indicator's id.
    ///   - type: the type of alert, where an indicator has several.
    ///   - reason: why things are as they are.
    ///   - answer: what is done, and when it is looked at again.
    ///   - author: who answers.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the alert after it.
    /// - Throws: `Refusal` where there is no such open alert, or its day is past or too far; what the ledger throws.
    package func acknowledge(
        _ name: String, type: AlertType? = nil, reason: String, answer: AlertTransition.Answer,
        by author: String, in store: Store, now: Timestamp
    ) throws -> AlertListing.Row {
        try Self.check(answer.reviewOn, after: now, option: "--review")
        return try store.write { ledger in
            let (strategy, alert) = try find(name, type: type, in: ledger)
            guard alert.closedAt == nil else { throw Refusal.closed(alert) }
            let transition = AlertTransition(
                .acknowledged, at: now,
                reason: Standing.Reason(code: "answer", text: Wording(ja: reason, en: reason)),
                author: author, answer: answer)
            return AlertBoard.row(try ledger.append(transition, to: alert), strategy, [])
        }
    }

    private static func check(
        _ day: CivilDate, after now: Timestamp, option: String
    ) throws(Refusal) {
        let today = now.japanDate
        guard day > today else { throw Refusal.past(option, day, today) }
        guard day <= today.adding(days: longestDays) else { throw Refusal.far(option, day, today) }
    }

    // MARK: - Silencing

    /// Silences an indicator's alerts, or those of a department, until a day.
    ///
    /// - Parameters:
    ///   - indicator: the indicator's id; nil for a department's.
    ///   - department: the department's id; nil for an indicator's.
    ///   - type: the type of alert; nil for all.
    ///   - until: the last day.
    ///   - reason: why.
    ///   - author: who wants it.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the silence, and how many open alerts it covers now.
    /// - Throws: `Refusal` where it names nothing that is there, would say nothing new, or its day is past or too far; what
    ///   the ledger throws.
    package func silence(
        indicator: String?, department: String?, type: AlertType?, until: CivilDate,
        reason: String, by author: String, in store: Store, now: Timestamp
    ) throws -> AlertListing.Quiet {
        try Self.check(until, after: now, option: "--until")
        let holders = strategies.filter { strategy in
            (indicator.map { strategy.indicator(Identifier($0)) != nil } ?? true)
                && (department.map { strategy.department(Identifier($0)) != nil } ?? true)
        }
        guard let strategy = holders.first else {
            if let indicator {
                throw Refusal.noIndicator(
                    indicator, strategies.flatMap { $0.indicators.map(\.id.text) })
            }
            throw Refusal.noDepartment(
                department ?? "", strategies.flatMap { $0.departments.map(\.id.text) })
        }
        guard holders.count == 1 else { throw Refusal.ambiguous(holders.map(\.id.text)) }
        let silence = Silence(
            indicator: indicator.map { Identifier($0) },
            department: department.map { Identifier($0) }, type: type, until: until,
            reason: reason, author: author, at: now)
        return try store.write { ledger in
            let open = try ledger.silences(strategy: strategy.id, at: now)
            if let same = open.first(where: {
                $0.indicator == silence.indicator && $0.department == silence.department
                    && $0.type == silence.type
            }) {
                throw Refusal.silenced(same)
            }
            let id = try ledger.insert(silence, strategy: strategy.id)
            let covered = try ledger.openAlerts(strategy: strategy.id).count {
                AlertBoard.covers(silence, $0, strategy)
            }
            return AlertListing.Quiet(silence: silence.numbered(id), covered: covered)
        }
    }

    /// Ends a silence before its day.
    ///
    /// - Returns: the silence.
    /// - Throws: `Refusal` where none of the number holds; what the ledger throws.
    package func unsilence(
        _ number: Int64, reason: String, by author: String, in store: Store, now: Timestamp
    ) throws -> Silence {
        try store.write { ledger in
            for strategy in strategies {
                let open = try ledger.silences(strategy: strategy.id, at: now)
                guard let silence = open.first(where: { $0.id == number }) else { continue }
                try ledger.endSilence(
                    number, strategy: strategy.id, reason: reason, by: author, now: now)
                return silence
            }
            throw Refusal.noSilence(number)
        }
    }
}
