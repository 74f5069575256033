/// The figure of a plan that the next one starts from: the newest in force that speaks of what the indicator counts.
package struct SuccessorBaseline: Sendable, Equatable {
    /// The figure, with the period that it speaks of.
    package let anchor: Anchor
    /// The places of its readings in the ledger's order, at least one.
    package let sequences: [Int64]
    /// Whether every reading in it is final (確報 or 訂正).
    package let isFinal: Bool
    /// The number of answers behind it, of a survey; nil where not given.
    package let respondents: Int?

    /// Finds the figure; nil where there is none, and for stages, which start anew.
    ///
    /// - A flow (K1, K4): the sum of the newest year that is known whole. A year that is only begun is no baseline.
    /// - A total over a stretch of years (K3): that of the plan that ends, where it is known whole.
    /// - Everything else: the newest value.
    ///
    /// - Parameters:
    ///   - indicator: the indicator of the plan that ends.
    ///   - current: what is in force of it.
    ///   - term: the first and last fiscal year of that plan.
    package init?(of indicator: Indicator, in current: CurrentReadings, term: ClosedRange<Int>) {
        let figures = current.figures
        switch indicator.kind {
        case .milestone: return nil
        case .planSum, .annualFlow: self.init(yearOf: figures, indicator, term)
        case .periodTotal: self.init(planOf: figures, indicator, term)
        default: self.init(levelOf: figures, indicator)
        }
    }

    private init(
        _ value: Double, _ period: Period, of figures: [CurrentReadings.Figure],
        respondents: Int? = nil
    ) {
        anchor = Anchor(value: value, period: period)
        sequences = figures.map(\.sequence)
        isFinal = figures.allSatisfy(\.isFinal)
        self.respondents = respondents
    }

    private init?(
        yearOf figures: [CurrentReadings.Figure], _ indicator: Indicator, _ term: ClosedRange<Int>
    ) {
        let start = Self.start(indicator, term)
        let season = indicator.season
        let years = Set(figures.map(\.period.year.number)).sorted(by: >)
        for number in years {
            let year = Year(indicator.calendar, number)
            let months = Period(year).absoluteMonths.filter(season.isActive)
            guard let total = Series.yearTotal(of: figures, in: year, planStart: start),
                months.allSatisfy(total.months.contains)
            else { continue }
            self.init(total.sum, Period(year), of: total.figures)
            return
        }
        return nil
    }

    private init?(
        planOf figures: [CurrentReadings.Figure], _ indicator: Indicator, _ term: ClosedRange<Int>
    ) {
        let start = Self.start(indicator, term)
        let last = Period(Year(indicator.calendar, term.upperBound))
        let months = (start..<last.absoluteMonths.upperBound).filter(indicator.season.isActive)
        guard let total = Series.planTotal(of: figures, planStart: start),
            months.allSatisfy(total.months.contains)
        else { return nil }
        self.init(total.sum, last, of: total.figures)
    }

    private init?(levelOf figures: [CurrentReadings.Figure], _ indicator: Indicator) {
        // A sum up to a moment within the year says nothing about a level, except of a ratio, which is no sum.
        let isRatio = indicator.kind == .ratio || indicator.kind == .survey
        let usable = figures.filter {
            $0.basis == .period || ($0.basis == .yearToDate && (isRatio || $0.period.endsYear))
        }
        guard let newest = usable.last,
            let (value, weight) = LevelTrack.level(of: newest, kind: indicator.kind)
        else { return nil }
        self.init(
            value, newest.period, of: [newest],
            respondents: indicator.kind == .survey ? weight.flatMap { Int(exactly: $0) } : nil)
    }

    private static func start(_ indicator: Indicator, _ term: ClosedRange<Int>) -> Int {
        Period(Year(indicator.calendar, term.lowerBound)).absoluteMonths.lowerBound
    }
}
