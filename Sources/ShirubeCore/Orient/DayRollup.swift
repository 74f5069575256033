/// Brings figures of days together to figures of months, which is the finest that is judged.
///
/// Days of a flow add up. A month of a flow counts once a figure speaks of its last day or of a later one, because
/// before that the sum is still growing; a day without a figure, such as a day on which a museum is closed, adds
/// nothing. Where the answer for a day is that its figure is not known or kept back, its month has none. Of levels, rates, stages and running sums the month's last day with a figure stands for the month.
package enum DayRollup {
    private struct Key: Hashable {
        let month: Period
        let basis: Reading.Basis
    }

    /// The figures in force with months in place of days, earlier periods first.
    package static func months(
        of current: CurrentReadings, isFlow: Bool
    ) -> [CurrentReadings.Figure] {
        let figures = current.figures
        let days = figures.filter(\.period.isDay)
        guard !days.isEmpty else { return figures }
        let spoken = figures.map(\.period.lastDay) + current.absences.map(\.period.lastDay)
        guard let last = spoken.max() else { return figures }
        let hidden = Set(
            current.absences.filter { $0.period.isDay && $0.absence.hidesFigure }
                .map { Key(month: $0.period.month, basis: $0.basis) })
        let byMonth = Dictionary(grouping: days) { Key(month: $0.period.month, basis: $0.basis) }
        let months = byMonth.compactMap { key, days -> CurrentReadings.Figure? in
            guard isFlow, key.basis == .period else {
                let newest = days.max { $0.period < $1.period }
                return newest.map {
                    CurrentReadings.Figure(
                        period: key.month, basis: key.basis, readings: $0.readings,
                        partSum: $0.partSum)
                }
            }
            guard key.month.lastDay <= last, !hidden.contains(key) else { return nil }
            let readings = days.flatMap(\.readings).sorted { $0.sequence < $1.sequence }
            let sum = days.contains { $0.partSum != nil } ? sum(of: days) : nil
            return CurrentReadings.Figure(
                period: key.month, basis: key.basis, readings: sum == nil ? readings : [],
                partSum: sum)
        }
        return (figures.filter { !$0.period.isDay } + months).sorted {
            ($0.period, $0.basis.rawValue, $0.sequence)
                < ($1.period, $1.basis.rawValue, $1.sequence)
        }
    }

    /// Days of which some are known only by the sum of their parts, as one such sum.
    private static func sum(of days: [CurrentReadings.Figure]) -> CurrentReadings.PartSum {
        CurrentReadings.PartSum(
            sequence: days.map(\.sequence).max() ?? 0,
            count: days.reduce(0) { $0 + max($1.partCount, 1) },
            sum: days.reduce(0) { $0 + ($1.number ?? 0) }, isFinal: days.allSatisfy(\.isFinal),
            names: days.reduce(0) { $0 &+ ($1.partSum?.names ?? 0) })
    }
}
