/// The closing period (出納整理期間) after a fiscal year, in which its receipts and payments are still put in order.
///
/// Source: 地方自治法 第235条の5: a fiscal year's cash accounts close on 31 May after it.
package enum ClosingPeriod {
    /// The day on which a fiscal year's accounts close.
    package static func lastDay(of fiscalYear: Year) -> CivilDate {
        guard let day = CivilDate(fiscalYear.number + 1, 5, 31) else {
            preconditionFailure("31 May exists in every year")
        }
        return day
    }

    /// Whether a figure is preliminary (速報) on a date whatever its department says, because it is of the city's money and
    /// its fiscal year's accounts are not closed.
    package static func isOpen(
        for indicator: Indicator, period: Period, on date: CivilDate
    ) -> Bool {
        indicator.isPublicMoney && period.year.kind == .fiscal
            && date <= lastDay(of: period.year)
    }
}
