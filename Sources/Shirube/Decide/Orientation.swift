import ShirubeCore

/// Judges indicators inside a transaction, and turns what has changed into alerts and notices.
struct Orientation {
    let strategy: Strategy
    let postbox: Postbox
    /// How the city's own forecasts have erred: read once, for all that a pass judges.
    private let own: OwnErrors
    private let now: Timestamp
    /// Whether nobody is told: an alert that history reveals is opened, so that it is not new later, but not mailed.
    private let isQuiet: Bool

    /// Reads what all judgements of a pass at `now` have in common.
    ///
    /// - Throws: where the ledger cannot be read.
    init(
        strategy: Strategy, postbox: Postbox, isQuiet: Bool = false, in ledger: Ledger,
        now: Timestamp
    ) throws {
        self.strategy = strategy
        self.postbox = postbox
        self.isQuiet = isQuiet
        self.now = now
        own = try ledger.ownErrors(of: postbox.setup.strategies, knownAt: now)
    }

    /// Judges one indicator by what the ledger knows and the definition in force, stores a changed judgement, and tells
    /// its departments where it has come to lag.
    func judge(_ indicator: Indicator, in ledger: Ledger) throws {
        let current = try ledger.currentReadings(strategy: strategy.id, indicator: indicator.id)
        let definitions = postbox.definitions(of: strategy)
        let standing = Judge.standing(
            of: indicator, in: definitions, current: current,
            at: Judge.Occasion(
                now: now, letters: postbox.letters, dueDays: postbox.configuration.dueDays,
                own: own))
        let indicator = definitions.inForce(indicator, on: now.japanDate, knownAt: now).indicator
        _ = try ledger.insertIfChanged(standing, strategy: strategy.id, now: now)
        let open = try ledger.openAlert(indicator.id, strategy: strategy.id)
        let action = AlertDecision.action(
            open: open?.status, standing: standing, indicator: indicator, now: now)
        switch (action, open) {
        case (.raise(let status), _):
            let alert = try ledger.raiseAlert(
                indicator.id, status: status, strategy: strategy.id, now: now)
            try tell(standing, of: indicator, alert: alert, worsened: false, in: ledger)
        case (.worsen, let open?):
            try ledger.worsenAlert(open.id, status: standing.status)
            try tell(standing, of: indicator, alert: open.id, worsened: true, in: ledger)
        case (.close, let open?): try ledger.closeAlert(open.id, now: now)
        case (.worsen, nil), (.close, nil), (.nothing, _): break
        }
    }

    private func tell(
        _ standing: Standing, of indicator: Indicator, alert: Int64, worsened: Bool,
        in ledger: Ledger
    ) throws {
        if isQuiet { return }
        let configuration = postbox.configuration
        let words = LaggingNotice.text(
            indicator: indicator, strategy: strategy, standing: standing, worsened: worsened,
            mark: configuration.mark, language: configuration.language)
        let letter = Postbox.Letter(
            key: "lagging/\(strategy.id)/\(indicator.id)/\(alert)/\(standing.status.rawValue)",
            kind: .lagging, subject: words.subject, text: words.body,
            headers: [
                ("X-Shirube-Indicator", indicator.id.text),
                ("X-Shirube-Period", standing.period?.description ?? "none"),
            ], indicators: [indicator.id])
        let staff = indicator.departments.flatMap { postbox.staff(of: $0, in: strategy, at: now) }
        let notice = try postbox.notice(
            letter, to: staff, strategy: strategy, now: now, delay: .untilOffice)
        try ledger.enqueue(notice, strategy: strategy.id, now: now)
    }
}
