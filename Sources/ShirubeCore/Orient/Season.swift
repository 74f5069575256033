/// The months of a year in which an indicator happens, and how much of a year has passed for it
/// (S_q).
///
/// Every active month weighs the same, so a year without declared months passes in twelfths.
package struct Season: Sendable, Equatable {
    /// The calendar months in which it happens; empty means all twelve.
    package let activeMonths: Set<Int>

    /// Makes a season from calendar months, 1 to 12; empty means all twelve.
    package init(activeMonths: Set<Int>) {
        self.activeMonths = activeMonths
    }

    /// Whether a month, counted as in `Period.absoluteMonths`, lies in the season.
    package func isActive(_ month: Int) -> Bool {
        activeMonths.isEmpty || activeMonths.contains(month % 12 + 1)
    }

    /// The share of a year's season that the given months make up: 0 for none of it, 1 for a whole
    /// year.
    ///
    /// Months of several years add up, so two whole years give 2.
    package func share(of months: some Sequence<Int>) -> Double {
        let active = months.count { isActive($0) }
        return Double(active) / Double(activeMonths.isEmpty ? 12 : activeMonths.count)
    }
}
