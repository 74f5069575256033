extension Evidence {
    /// What is known about a level, ratio or running total: its newest value stands for the moment
    /// at which its period ends.
    ///
    /// Of figures that end together the one reported last counts. `figures` are those in force up
    /// to the target period, at least one.
    static func ofLevel(
        _ indicator: Indicator, figures: [CurrentReadings.Figure], newest: Period
    ) -> Evidence {
        let comparable = figures.filter { isComparable($0, with: indicator) }
        let ends = Set(comparable.map(\.period.absoluteMonths.upperBound))
        let last = comparable.max {
            ($0.period.absoluteMonths.upperBound, $0.sequence)
                < ($1.period.absoluteMonths.upperBound, $1.sequence)
        }
        guard let last else {
            return Evidence(period: newest, obstacle: Verdict(.awaitingData, .notComparable))
        }
        guard let value = level(of: last, kind: indicator.kind) else {
            return Evidence(
                period: last.period, obstacle: Verdict(.inconclusive, .partsWithoutDenominators))
        }
        let end = last.period.absoluteMonths.upperBound
        return Evidence(
            period: last.period, value: value, expected: Path.level(of: indicator, atEnd: end),
            usableValues: ends.count, isOfTargetPeriod: end == indicator.targetEnd,
            isFinal: last.isFinal, notes: Standing.Reason.parts(of: [last]))
    }

    /// A sum up to a moment within the year says nothing about a level, except of a ceiling, which
    /// may be passed early, and of a ratio, which is no sum.
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

    /// The figure's number; for ratios in parts their mean, weighted by denominators or answers.
    private static func level(of figure: CurrentReadings.Figure, kind: IndicatorKind) -> Double? {
        guard figure.readings.count > 1, kind == .ratio || kind == .survey else {
            return figure.number
        }
        var sum = 0.0
        var weights = 0.0
        for reading in figure.readings {
            guard case .number(let number) = reading.value, let weight = reading.weight, weight > 0
            else { return nil }
            sum += number * weight
            weights += weight
        }
        return sum / weights
    }
}
