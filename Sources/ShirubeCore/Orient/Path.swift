/// The figures that the way to the target asks for: the owners' yearly plan, else a straight line.
package enum Path {
    /// The level expected at the end of a stretch of months (K2, K5, K6a, K6b, K7, K9, K10, K11).
    ///
    /// - An indicator held at its target: the target T.
    /// - With a yearly plan: the plan's value of the last year that has closed; before that the
    ///   baseline. Works are done in steps, and a line would call them late until the last one.
    /// - With a baseline B: `B + (T − B) · elapsed / (y_T − y_B)`, elapsed measured from the end of
    ///   the baseline's period, as 成長戦略 KPI's 「経過期間の割合」 does.
    /// - Else T from the target period on, and nil before.
    ///
    /// `end` is the month after the last one, counted as in `Period.absoluteMonths`; the result is
    /// in the indicator's unit.
    package static func level(of indicator: Indicator, atEnd end: Int) -> Double? {
        if indicator.isHeldAtTarget || end >= indicator.targetEnd { return indicator.target.value }
        guard indicator.plan.isEmpty else {
            let closed = indicator.plan.filter { number, _ in
                Period(Year(indicator.calendar, number)).absoluteMonths.upperBound <= end
            }
            return closed.max { $0.key < $1.key }?.value ?? indicator.baseline?.value
        }
        return line(of: indicator, atEnd: end)
    }

    /// The flow expected over the covered months since the plan's start (K1, K3).
    ///
    /// `T · Σ S / N`, where S is the share of each year's season that is covered and N the plan's
    /// years up to the target; fully covered this is `T · ((k − 1) + S_q) / N`. Years with a
    /// planned flow `a_j` count `a_j · S` instead, and the years without one share what the plan
    /// leaves of T. Nil where the target lies before the plan.
    package static func sum(
        of indicator: Indicator, months: Set<Int>, planStart: Int
    ) -> Double? {
        let years = Double(indicator.targetEnd - planStart) / 12
        guard years > 0 else { return nil }
        let open = years - Double(indicator.plan.count)
        let planned = indicator.plan.values.reduce(0, +)
        let rest = open > 0 ? max(0, indicator.target.value - planned) / open : 0
        let byYear = Dictionary(grouping: months) { month in
            let shift = Year(indicator.calendar, 0).firstMonth - 1
            return (month - shift) / 12
        }
        return byYear.sorted { $0.key < $1.key }.reduce(0) { sum, year in
            sum + (indicator.plan[year.key] ?? rest) * indicator.season.share(of: year.value)
        }
    }

    /// The flow expected over the covered months of one year (K4).
    ///
    /// `E_k · S`: the year's planned flow, else the straight line's value at the year's end, times
    /// the share of the season that is covered. Nil without plan and baseline before the target's
    /// year.
    package static func flow(of indicator: Indicator, in year: Year, months: Set<Int>) -> Double? {
        let end = Period(year).absoluteMonths.upperBound
        let whole =
            if let planned = indicator.plan[year.number] {
                planned
            } else if indicator.isHeldAtTarget || end >= indicator.targetEnd {
                indicator.target.value
            } else {
                line(of: indicator, atEnd: end)
            }
        return whole.map { $0 * indicator.season.share(of: months) }
    }

    private static func line(of indicator: Indicator, atEnd end: Int) -> Double? {
        guard let baseline = indicator.baseline else { return nil }
        let start = baseline.period.absoluteMonths.upperBound
        guard indicator.targetEnd > start else { return indicator.target.value }
        let elapsed = Double(end - start) / Double(indicator.targetEnd - start)
        return baseline.value
            + (indicator.target.value - baseline.value) * min(max(elapsed, 0), 1)
    }
}
