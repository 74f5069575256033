package import ShirubeCore

/// Gathers from the ledger who has answered for a quarter, and how often departments were late.
package enum AnswersBoard {
    /// Who had answered by a moment.
    ///
    /// Quarters before the strategy was first recorded in the ledger do not count against anybody.
    ///
    /// - Parameters:
    ///   - definitions: the strategy with its recorded versions.
    ///   - quarter: a quarter of a fiscal year.
    ///   - moment: what became known later is left out.
    ///   - setup: the configuration, for due days.
    ///   - ledger: the ledger.
    /// - Returns: the departments.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ definitions: Definitions, quarter: Period, at moment: Timestamp, setup: Setup,
        from ledger: Ledger
    ) throws -> AnswersDocument {
        let dueDays = setup.configuration.dueDays
        let day = min(quarter.lastDay, moment.japanDate)
        let strategy = definitions.strategyInUse(on: day, knownAt: moment)
        let current = try ledger.currentReadings(of: strategy, knownAt: moment)
        let start = Timestamp(japanDate: quarter.lastDay.adding(days: 1))
        let answers = try answers(
            of: strategy, quarter: quarter, current: current,
            files: try ledger.dropFiles(strategy: strategy.id, from: start, through: moment),
            dueDays: dueDays, at: moment, from: ledger)
        let missing = Answers.owed(
            of: strategy, endingIn: quarter.absoluteMonths, dueDays: dueDays
        ).filter { !$0.isAnswered(by: current[$0.indicator.id]) }
        let punctuality = try punctuality(definitions, at: moment, dueDays: dueDays, from: ledger)
        let rows = zip(strategy.departments, answers).map { department, answer in
            AnswersDocument.Row(
                department: department, answer: answer,
                punctuality: punctuality[department.id] ?? Punctuality(),
                missing: missing.filter { $0.indicator.departments.contains(department.id) })
        }
        return AnswersDocument(strategy: strategy, quarter: quarter, moment: moment, rows: rows)
    }

    /// What each department had answered for a quarter by a moment; `files` are those taken in since the quarter's end.
    static func answers(
        of strategy: Strategy, quarter: Period, current: [Identifier<Indicator>: CurrentReadings],
        files: [DropFileRow], dueDays: DueDays, at moment: Timestamp, from ledger: Ledger
    ) throws -> [QuarterlySummary.Answer] {
        let rejected = files.filter { $0.outcome == .rejected }
        return Answers.answers(
            strategy: strategy, quarter: quarter, current: current, dueDays: dueDays,
            on: moment.japanDate,
            lastAccepted: try ledger.lastAccepted(strategy: strategy.id, through: moment),
            rejected: Dictionary(grouping: rejected, by: \.department).mapValues(\.count))
    }

    /// How often departments were late, over the quarters since the strategy is in the ledger.
    private static func punctuality(
        _ definitions: Definitions, at moment: Timestamp, dueDays: DueDays, from ledger: Ledger
    ) throws -> [Identifier<Department>: Punctuality] {
        let begun = definitions.strategy.indicators.compactMap {
            definitions.history(of: $0).versions.first?.knownAt
        }.min()
        guard let begun else { return [:] }
        let first = Period.quarter(.fiscal, containing: begun.japanDate)
        var known: [CivilDate: [Identifier<Indicator>: CurrentReadings]] = [:]
        var result: [Identifier<Department>: Punctuality] = [:]
        let last = Period.lastClosedQuarter(.fiscal, on: moment.japanDate)
        for quarter in sequence(first: last, next: { .lastClosedQuarter(.fiscal, on: $0.firstDay) })
            .prefix(while: { $0 >= first })
        {
            let strategy = definitions.strategyInUse(on: quarter.lastDay, knownAt: moment)
            let figures = Answers.owed(
                of: strategy, endingIn: quarter.absoluteMonths, dueDays: dueDays)
            // A quarter counts once the last of its days is past.
            guard figures.allSatisfy({ $0.due < moment.japanDate }) else { continue }
            for due in Set(figures.map(\.due)) where known[due] == nil {
                let end = Timestamp(japanDate: due.adding(days: 1)).adding(seconds: -1)
                known[due] = try ledger.currentReadings(of: strategy, knownAt: end)
            }
            Punctuality.add(figures, known: known, to: &result)
        }
        return result
    }
}
