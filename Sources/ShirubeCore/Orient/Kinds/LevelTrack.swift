/// Walks through the figures of a level, ratio or running total, one evaluation point after another.
///
/// As for flows, an evaluation point is the newest reported value of a quarter. Of figures that end together the one
/// reported last counts.
struct LevelTrack {
    /// The value of a moment.
    struct Value {
        /// The month after that moment, counted as in `Period.absoluteMonths`.
        let end: Int
        /// The value, in the indicator's unit.
        let value: Double
        /// Its denominator or number of answers; nil where none was given.
        let weight: Double?
        /// Whether it is a sum up to a moment within its year.
        let isRunning: Bool
    }

    /// The newest value of each year up to the point's, and that of the point; the last one is the point's.
    private(set) var values: [Value] = []
    /// The value of the evaluation point before; nil at the first one.
    private(set) var before: Value?
    /// The first value of all; nil before it.
    private(set) var first: Value?
    /// Why the point's figure has no value; nil where it has one.
    private(set) var obstacle: Verdict?
    /// How many moments have a value by the point.
    private(set) var usable = 0

    private let figures: [CurrentReadings.Figure]
    private let terms: Terms
    private var next = 0

    /// Begins before the first figure; `figures` are in the order of their periods.
    init(_ figures: [CurrentReadings.Figure], _ terms: Terms) {
        self.figures = figures.filter { Self.isComparable($0, with: terms.indicator) }
        self.terms = terms
        values.reserveCapacity(8)
    }

    /// Whether there is nothing to walk through.
    var isEmpty: Bool { figures.isEmpty }

    /// Whether no figure is left after the point.
    var isLast: Bool { next >= figures.count }

    /// The figure of the point.
    private(set) var newest: CurrentReadings.Figure?

    /// Goes to the next evaluation point; false where there is none.
    mutating func advance() -> Bool {
        guard next < figures.count else { return false }
        let quarter = quarter(of: figures[next])
        var last = figures[next]
        var end = Int.min
        while next < figures.count, self.quarter(of: figures[next]) == quarter {
            let figure = figures[next]
            let own = figure.period.absoluteMonths.upperBound
            if own > end { usable += 1 }
            if own > end || figure.sequence > last.sequence { last = figure }
            end = own
            next += 1
        }
        newest = last
        take(last, end: end)
        return true
    }

    private func quarter(of figure: CurrentReadings.Figure) -> Int {
        (figure.period.absoluteMonths.upperBound - 1 - terms.shift) / 3
    }

    private mutating func take(_ figure: CurrentReadings.Figure, end: Int) {
        obstacle = nil
        guard let (value, weight) = Self.level(of: figure, kind: terms.indicator.kind) else {
            obstacle = Verdict(.inconclusive, .partsWithoutDenominators)
            return
        }
        before = values.last
        if let last = values.last, terms.year(of: last.end - 1) == terms.year(of: end - 1) {
            values.removeLast()
        }
        let new = Value(
            end: end, value: value, weight: weight,
            isRunning: figure.basis == .yearToDate && !figure.period.endsYear
                && terms.kind == .ceiling)
        first = first ?? new
        values.append(new)
    }

    /// A sum up to a moment within the year says nothing about a level, except of a ceiling, which may be passed early,
    /// and of a ratio, which is no sum.
    private static func isComparable(
        _ figure: CurrentReadings.Figure, with indicator: Indicator
    ) -> Bool {
        switch indicator.kind {
        case .ratio, .survey, .ceiling: true
        default:
            switch figure.basis {
            case .period: true
            case .yearToDate: figure.period.monthIndices.upperBound == 12
            case .planToDate: false
            }
        }
    }

    /// The figure's number and what it counts for; of ratios in parts their mean, weighted by denominators or answers.
    static func level(
        of figure: CurrentReadings.Figure, kind: IndicatorKind
    ) -> (value: Double, weight: Double?)? {
        guard figure.readings.count > 1, kind == .ratio || kind == .survey else {
            return figure.number.map { ($0, figure.readings.first?.weight) }
        }
        var sum = 0.0
        var weights = 0.0
        for reading in figure.readings {
            guard case .number(let number) = reading.value, let weight = reading.weight, weight > 0
            else { return nil }
            sum += number * weight
            weights += weight
        }
        return (sum / weights, weights)
    }
}
