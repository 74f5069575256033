/// The newest figures of an indicator that can stand in one row, as a small drawing shows them.
package enum Trend {
    /// How many figures a drawing shows.
    package static let count = 8

    /// What can be set side by side: periods of one length, counted from the same start.
    private struct Row: Hashable {
        let months: Int
        let basis: Reading.Basis
    }

    /// The figures in force of the length of period and basis that most figures have, the newest of those with as many.
    ///
    /// Days are seen as months, as they are judged. Nothing is estimated: a period without a figure is a gap.
    ///
    /// - Parameters:
    ///   - indicator: says how parts come together, and what a stage weighs.
    ///   - current: what is in force of it.
    /// - Returns: at most `count` periods without a break, earlier ones first, nil where there is no figure; it begins and
    ///   ends with a figure, and is empty where there is none.
    package static func values(
        of indicator: Indicator, _ current: CurrentReadings
    ) -> [Double?] {
        let figures = DayRollup.months(of: current, isFlow: indicator.kind.isFlow)
        let rows = Dictionary(grouping: figures) { figure in
            Row(months: figure.period.absoluteMonths.count, basis: figure.basis)
        }
        let chosen = rows.values.max { left, right in
            (left.count, newest(left), -shortest(left)) < (
                right.count, newest(right), -shortest(right)
            )
        }
        guard let chosen, let last = chosen.map(place).max() else { return [] }
        var values = [Double?](repeating: nil, count: count)
        for figure in chosen.sorted(by: { $0.sequence < $1.sequence }) {
            let distance = last - place(figure)
            guard distance < count, let value = value(of: figure, indicator) else { continue }
            values[count - 1 - distance] = value
        }
        while let last = values.last, last == nil { values.removeLast() }
        return Array(values.drop { $0 == nil })
    }

    private static func newest(_ figures: [CurrentReadings.Figure]) -> Int {
        figures.map(\.period.absoluteMonths.upperBound).max() ?? 0
    }

    private static func shortest(_ figures: [CurrentReadings.Figure]) -> Int {
        figures.first?.period.absoluteMonths.count ?? 0
    }

    /// Where a figure stands in its row: one more for each period.
    private static func place(_ figure: CurrentReadings.Figure) -> Int {
        let months = figure.period.absoluteMonths
        return months.lowerBound / max(1, months.count)
    }

    private static func value(
        of figure: CurrentReadings.Figure, _ indicator: Indicator
    ) -> Double? {
        if indicator.kind == .milestone {
            return figure.readings.compactMap { reading in
                guard case .stage(let name) = reading.value else { return nil }
                return indicator.stages.first { $0.name == name }?.weight
            }.min()
        }
        return indicator.kind.isFlow
            ? figure.number : LevelTrack.level(of: figure, kind: indicator.kind)?.value
    }
}
