/// What the next figure would have to be for an indicator to stand otherwise.
///
/// Found by judging the indicator again with supposed figures, so that it is no second set of rules.
package struct WhatIf: Sendable, Equatable {
    /// The period that the next figure would speak of.
    package let period: Period
    /// The first figure, from the worse side, by which it would stand well (順調, 達成水準 or 達成); nil where none would
    /// do.
    package let good: Double?
    /// The first figure, from the worse side, by which it would neither lag nor move away; nil where none would do.
    package let safe: Double?
    /// Whether any figure at all keeps it from lagging and moving away.
    package let isSafeAnyway: Bool
    /// The status that the figure `good` would bring; nil without such a figure.
    package let status: Status?

    /// Supposes figures for the period after the newest one.
    ///
    /// Nil where nothing was reported yet, where no further period counts, and for what is judged by stages.
    package init?(
        of indicator: Indicator, in definitions: Definitions, current: CurrentReadings,
        at occasion: Judge.Occasion
    ) {
        let version = definitions.inForce(
            indicator, on: occasion.definitionDay, knownAt: occasion.now)
        let row = version.indicator
        guard row.kind != .milestone, !row.blocked, !version.isRetired,
            let newest = current.figures.map(\.period).max(),
            let period = Self.period(
                after: row.continues == nil
                    ? newest.absoluteMonths.upperBound
                    : max(newest.absoluteMonths.upperBound, Self.start(of: version)), of: row)
        else { return nil }
        let later = Judge.Occasion(
            now: max(Timestamp(japanDate: period.lastDay.adding(days: 1)), occasion.now),
            letters: occasion.letters, dispersion: occasion.dispersion,
            dueDays: occasion.dueDays, own: occasion.own)
        let weight = current.figures.last?.readings.first?.weight
        let judged = { (value: Double) in
            Judge.standing(
                of: indicator, in: definitions,
                current: current.supposing(value, for: period, weight: weight), at: later)
        }
        let search = Search(row, current)
        good = search.first { judged($0).status.group == .good }
        safe = search.first { judged($0).status.group != .action }
        isSafeAnyway = safe == search.worst
        status = good.map { judged($0).status }
        self.period = period
    }

    /// The plan's first month, before which a figure says nothing of an indicator whose history is that of another plan.
    private static func start(of version: DefinitionVersion) -> Int {
        Period(Year(version.indicator.calendar, version.term.lowerBound)).absoluteMonths.lowerBound
    }

    /// The period of the cadence that follows and has anything in season; nil after the target's.
    private static func period(after month: Int, of indicator: Indicator) -> Period? {
        var start = month
        let shift = Year(indicator.calendar, 0).firstMonth - 1
        while start < indicator.targetEnd {
            let index = (start - shift) % 12
            let part: Period.Part =
                switch indicator.cadence {
                case .month: .month(start % 12 + 1)
                case .quarter: .quarter(index / 3 + 1)
                case .half: .half(index / 6 + 1)
                case .year: .year
                }
            guard let period = Period(Year(indicator.calendar, (start - shift) / 12), part) else {
                return nil
            }
            if !indicator.kind.isFlow
                || period.absoluteMonths.contains(where: indicator.season.isActive)
            {
                return period
            }
            start = period.absoluteMonths.upperBound
        }
        return nil
    }

    /// The supposed figures, from the worst to the best, in steps that people count in.
    private struct Search {
        let worst: Double
        private let step: Double
        private let count: Int

        init(_ indicator: Indicator, _ current: CurrentReadings) {
            let known = current.figures.compactMap(\.number).map(\.magnitude).max() ?? 0
            let reach = 4 * max(indicator.target.value.magnitude, known, 1)
            let grain = UnitText.grain(of: indicator.unit) ?? 0
            var step = grain > 0 ? grain : 1
            while grain == 0, step * 1_000 > reach { step /= 10 }
            while reach / step > 1_000_000 { step *= 10 }
            let whole = UnitText.shareScale(indicator.unit)
            // A survey in which all said the same has no error to be tested by.
            let isSurvey = indicator.kind == .survey && whole != nil
            let low = indicator.mayBeNegative ? -reach : isSurvey ? step : 0
            let high = whole.map { isSurvey ? $0 - step : $0 } ?? reach
            // The margin forgives binary fractions.
            count = Int(((high - low) / step - 1e-6).rounded(.up))
            worst = indicator.wantsLess ? high : low
            self.step = indicator.wantsLess ? -step : step
        }

        /// The first figure that satisfies a condition, which every better one then satisfies too; nil where the best
        /// does not.
        func first(where isTrue: (Double) -> Bool) -> Double? {
            let value = { (index: Int) in Forecast.rounded(worst + Double(index) * step) }
            guard isTrue(value(count)) else { return nil }
            var (no, yes) = (-1, count)
            while yes - no > 1 {
                let middle = (no + yes) / 2
                if isTrue(value(middle)) { yes = middle } else { no = middle }
            }
            return value(yes)
        }
    }
}
