/// What the arithmetic needs of one version of a definition, worked out once.
///
/// A class, because it is handed on hundreds of thousands of times and never changes.
final class Terms {
    /// The definition.
    let indicator: Indicator
    /// The number of its version.
    let version: Int
    /// How it behaves in time.
    let kind: IndicatorKind
    /// The value to be reached (T).
    let target: Double
    /// Whether less is better.
    let wantsLess: Bool
    /// One counted thing in its unit: 1 for 人, 0.0001 for 万人; 0 for what is measured, nil for points and shares.
    let grain: Double?
    /// What the whole is in its unit, 100 for %; nil for what is no share.
    let whole: Double?
    /// The plan's first month, counted as in `Period.absoluteMonths`.
    let planStart: Int
    /// The years from the plan's start to the target period's end (N).
    let planYears: Double
    /// The month after the baseline's period; nil without a baseline.
    let baselineEnd: Int?
    /// The month after the target's period.
    let targetEnd: Int
    /// Months from January to the year's first month.
    let shift: Int
    /// The calendar months in which it happens.
    let active: YearMonths

    /// φ: how much more than Poisson small counts are spread.
    let dispersion: Double
    /// How the city's own forecasts have erred.
    let own: OwnErrors

    /// Works them out.
    init(_ version: DefinitionVersion, dispersion: Double, own: OwnErrors = .none) {
        self.dispersion = dispersion
        self.own = own
        let indicator = version.indicator
        self.indicator = indicator
        self.version = version.number
        kind = indicator.kind
        target = indicator.target.value
        wantsLess = indicator.wantsLess
        whole = UnitText.shareScale(indicator.unit)
        grain = whole == nil ? UnitText.grain(of: indicator.unit) : nil
        planStart =
            Period(Year(indicator.calendar, version.term.lowerBound)).absoluteMonths.lowerBound
        targetEnd = indicator.targetEnd
        planYears = Double(targetEnd - planStart) / 12
        baselineEnd = indicator.baseline?.period.absoluteMonths.upperBound
        shift = Year(indicator.calendar, 0).firstMonth - 1
        active = YearMonths(active: indicator.activeMonths)
    }

    /// The year that holds a month, by the western number in which it begins.
    func year(of month: Int) -> Int { (month - shift) / 12 }

    /// The months of a year, counted as in `Period.absoluteMonths`.
    func months(of year: Int) -> Range<Int> {
        let start = year * 12 + shift
        return start..<start + 12
    }

    /// The year in which the target's period ends.
    var targetYear: Int { year(of: targetEnd - 1) }

    /// The year in which the baseline's period ends; nil without a baseline.
    var baselineYear: Int? { baselineEnd.map { year(of: $0 - 1) } }

    /// Whether the year was struck by a common cause (共通要因), so that it teaches nothing about seasons and slopes.
    func isStruck(_ year: Int) -> Bool { indicator.commonCauseYears.contains(year) }

    /// Whether figures are judged by both in the same way: what differs is who reports, or how it is worded.
    func judgesLike(_ other: Terms) -> Bool {
        let (one, two) = (indicator, other.indicator)
        return one.unit == two.unit && one.baseline == two.baseline && one.target == two.target
            && one.kind == two.kind && one.sense == two.sense && one.cumulative == two.cumulative
            && one.calendar == two.calendar && one.plan == two.plan
            && one.activeMonths == two.activeMonths && one.stages == two.stages
            && one.baselineN == two.baselineN && one.tolerance == two.tolerance
            && planStart == other.planStart
    }
}
