extension Evidence {
    /// What is known about a flow (K1, K3: since the plan's start; K4: in the newest reported
    /// year).
    ///
    /// `figures` are those in force up to the target period, at least one.
    static func ofFlow(
        _ indicator: Indicator, figures: [CurrentReadings.Figure], newest: Period, planStart: Int
    ) -> Evidence {
        let total: FlowTotal? =
            if indicator.kind == .annualFlow {
                newestYearTotal(of: figures, planStart: planStart)
            } else {
                Series.planTotal(of: figures, planStart: planStart)
            }
        guard let total, let last = total.figures.max(by: { $0.period < $1.period }) else {
            return Evidence(period: newest, obstacle: Verdict(.awaitingData, .notComparable))
        }
        let end = last.period.absoluteMonths.upperBound
        let year = last.period.year
        let yearMonths = Period(year).absoluteMonths
        let start = indicator.kind == .annualFlow ? yearMonths.lowerBound : planStart
        let targetMonths = start..<indicator.targetEnd
        let season = indicator.season
        let isUncovered = { (month: Int) in season.isActive(month) && !total.months.contains(month)
        }
        let missing = (start..<end).filter(isUncovered)
        let progress = SeasonProgress(
            elapsed: season.share(of: yearMonths.lowerBound..<end),
            covered: season.share(of: total.months),
            isFirstYear: yearMonths.lowerBound == planStart,
            isYearComplete: !yearMonths.contains(where: isUncovered))
        return Evidence(
            period: last.period, value: total.sum,
            expected: indicator.kind == .annualFlow
                ? Path.flow(of: indicator, in: year, months: total.months)
                : Path.sum(of: indicator, months: total.months, planStart: planStart),
            usableValues: max(total.figures.count, total.months.count / indicator.cadence.months),
            isOfTargetPeriod: !targetMonths.contains(where: isUncovered),
            isFinal: last.isFinal, season: progress,
            notes: Standing.Reason.missing(missing, of: indicator)
                + Standing.Reason.parts(of: total.figures))
    }

    private static func newestYearTotal(
        of figures: [CurrentReadings.Figure], planStart: Int
    ) -> FlowTotal? {
        let years = Set(figures.map(\.period.year)).sorted { $0.number > $1.number }
        for year in years {
            if let total = Series.yearTotal(of: figures, in: year, planStart: planStart) {
                return total
            }
        }
        return nil
    }
}

extension Cadence {
    /// How many months lie between two reports.
    package var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }
}
