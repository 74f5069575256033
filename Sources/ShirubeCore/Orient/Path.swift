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

    /// The flow expected over the covered part of the plan's years (K1, K3).
    ///
    /// `T · Σ S / N`, where S is the share of each year's season that is covered and N the plan's
    /// years up to the target; fully covered this is `T · ((k − 1) + S_q) / N`. Years with a
    /// planned flow `a_j` count `a_j · S` instead, and the years without one share what the plan
    /// leaves of T. `shares` are the covered shares by year. Nil where the target lies before the plan.
    static func sum(of terms: Terms, shares: [(year: Int, share: Double)]) -> Double? {
        guard terms.planYears > 0 else { return nil }
        let plan = terms.indicator.plan
        let open = terms.planYears - Double(plan.count)
        let planned = plan.values.reduce(0, +)
        let rest = open > 0 ? max(0, terms.target - planned) / open : 0
        return shares.reduce(0) { $0 + (plan[$1.year] ?? rest) * $1.share }
    }

    /// The flow expected of a whole year: its planned one, else that of the straight line at the year's end.
    ///
    /// For a sum over the plan, the year's part of it. Nil without plan and baseline before the target's year.
    static func flow(of terms: Terms, in year: Int) -> Double? {
        let indicator = terms.indicator
        if let planned = indicator.plan[year] { return planned }
        if terms.kind != .annualFlow {
            return terms.planYears > 0 ? terms.target / terms.planYears : nil
        }
        let end = terms.months(of: year).upperBound
        if indicator.isHeldAtTarget || end >= terms.targetEnd { return terms.target }
        return line(of: indicator, atEnd: end)
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
