extension CurrentReadings {
    /// The readings of an indicator together with those of the one that it goes on from.
    ///
    /// - What is reported for this plan counts before what the plan before has for the same period and basis: a figure, a
    ///   sign, or one that waits to be confirmed.
    /// - A sum since the plan's start (計画累計) is not taken over: it counts from another start.
    /// - What waits to be confirmed there is a matter of that plan.
    ///
    /// - Parameters:
    ///   - earlier: what is in force of the indicator of the plan before.
    ///   - factor: by what its figures are multiplied to be in this unit.
    /// - Returns: both; in the ledger's order the figures that are taken over stay where they are.
    package func takingOver(_ earlier: CurrentReadings, factor: Double) -> CurrentReadings {
        struct Slot: Hashable {
            let period: Period
            let basis: Reading.Basis
        }
        let own = Set(
            figures.map { Slot(period: $0.period, basis: $0.basis) }
                + absences.map { Slot(period: $0.period, basis: $0.basis) }
                + held.map { Slot(period: $0.period, basis: $0.basis) })
        func isTaken(_ period: Period, _ basis: Reading.Basis) -> Bool {
            basis != .planToDate && !own.contains(Slot(period: period, basis: basis))
        }
        let carried = earlier.figures.filter { isTaken($0.period, $0.basis) }
        let signs = earlier.absences.filter { isTaken($0.period, $0.basis) }
        guard !carried.isEmpty || !signs.isEmpty else { return self }
        return CurrentReadings(
            figures: carried.map { $0.times(factor) } + figures, absences: signs + absences,
            held: held, withdrawals: withdrawals)
    }
}

extension CurrentReadings.Figure {
    fileprivate func times(_ factor: Double) -> Self {
        if factor == 1 { return self }
        return Self(
            period: period, basis: basis, readings: readings.map { $0.times(factor) },
            partSum: partSum.map {
                CurrentReadings.PartSum(
                    sequence: $0.sequence, count: $0.count, sum: $0.sum * factor,
                    isFinal: $0.isFinal, names: $0.names)
            })
    }
}

extension KnownReading {
    fileprivate func times(_ factor: Double) -> KnownReading {
        guard case .number(let number) = value else { return self }
        return KnownReading(
            sequence: sequence, period: period, basis: basis, part: part,
            value: .number(number * factor), isFinal: isFinal, weight: weight)
    }
}
