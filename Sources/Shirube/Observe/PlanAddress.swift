import ShirubeCore

/// Finds out which plan a file reports on, where several plans share a department's folder.
struct PlanAddress {
    let setup: Setup
    let store: Store
    let now: Timestamp

    /// Finds the plan that a file is for.
    ///
    /// - Parameters:
    ///   - submission: the file, as that of the first of the plans that share its folder.
    ///   - answers: reads what it answers to alerts; nil where it is no such file.
    ///   - reading: reads it by the definitions of a plan; nil where it cannot be read at all.
    /// - Returns: the submission as that plan's; refused where the plan cannot be told.
    /// - Throws: what reading the file or the ledger throws.
    func resolve(
        _ submission: Submission, answers: () throws -> AlertAnswers?,
        reading: (Submission) throws -> DropReading?
    ) throws -> Submission {
        let plans = setup.plans(
            of: submission.department.id, inLineOf: submission.strategy)
        guard plans.count > 1 else { return submission }
        let readings = plans.map { submission.addressed(to: $0) }
        if let id = PlanChoice.named(submission.name, among: plans.map(\.id)),
            let named = readings.first(where: { $0.strategy.id == id })
        {
            return named
        }
        if let answers = try answers() {
            // Alerts have numbers of their own: who knows them all is meant.
            let checked = try store.read { ledger in
                try readings.map {
                    try AlertReply(submission: $0, now: now).checked(answers, in: ledger).parsed
                }
            }
            let best = checked.indices.min {
                checked[$0].counts[.error] < checked[$1].counts[.error]
            }
            return readings[best ?? 0]
        }
        var candidates: [PlanChoice.Candidate] = []
        for one in readings {
            guard let reading = try reading(one) else { return one }
            var sink = PeriodSink()
            let drop = try reading.read(history: { _ in CurrentReadings([]) }, into: &sink)
            candidates.append(
                PlanChoice.Candidate(
                    strategy: one.strategy.id, name: one.strategy.name, term: one.strategy.term,
                    drop: drop, periods: sink.periods))
        }
        switch PlanChoice.choose(among: candidates, today: now.japanDate) {
        case .plan(let place): return readings[place]
        case .refused(let place, let drop):
            var refused = readings[place]
            refused.refusal = drop
            return refused
        }
    }
}

extension Submission {
    /// The same file as one of another plan of its line.
    func addressed(to strategy: Strategy) -> Submission {
        Submission(
            strategy: strategy, department: strategy.department(department.id) ?? department,
            origin: origin, claim: claim, name: name)
    }
}
