/// Brings figures of days together to figures of months, which is the finest that is judged.
///
/// Days of a flow add up. A month of a flow counts once a figure speaks of its last day or of a later one, because
/// before that the sum is still growing; a day without a figure, such as a day on which a museum is closed, adds
/// nothing. Of levels, rates, stages and running sums the month's last day with a figure stands for the month.
package enum DayRollup {
    private struct Key: Hashable {
        let month: Period
        let basis: Reading.Basis
    }

    /// The figures with months in place of days, earlier periods first.
    package static func months(
        of figures: [CurrentReadings.Figure], isFlow: Bool
    ) -> [CurrentReadings.Figure] {
        let days = figures.filter(\.period.isDay)
        guard !days.isEmpty, let last = figures.map(\.period.lastDay).max() else { return figures }
        let byMonth = Dictionary(grouping: days) { Key(month: $0.period.month, basis: $0.basis) }
        let months = byMonth.compactMap { key, days -> CurrentReadings.Figure? in
            guard isFlow, key.basis == .period else {
                let newest = days.max { $0.period < $1.period }
                return newest.map {
                    CurrentReadings.Figure(
                        period: key.month, basis: key.basis, readings: $0.readings)
                }
            }
            guard key.month.lastDay <= last else { return nil }
            let readings = days.flatMap(\.readings).sorted { $0.sequence < $1.sequence }
            return CurrentReadings.Figure(
                period: key.month, basis: key.basis, readings: readings)
        }
        return (figures.filter { !$0.period.isDay } + months).sorted {
            ($0.period, $0.basis.rawValue, $0.sequence)
                < ($1.period, $1.basis.rawValue, $1.sequence)
        }
    }
}
