/// How the shipped quantiles lie in `ErrorTables.thousandths`.
extension ErrorTables {
    /// The place of a cell's lowest quantile.
    ///
    /// For each quantity, number of points and horizon: the quarters 1 to 3 by strength of season, then
    /// the closed year, each with a number for each of `ErrorQuantiles.levels`.
    static func offset(of cell: ErrorCell) -> Int {
        let strengths = SeasonProfile.Strength.allCases.count
        let columns = 3 * strengths + 1
        let points = cell.points - ErrorCell.pointsRange.lowerBound
        let row =
            (cell.quantity.rawValue * ErrorCell.pointsRange.count + points)
            * ErrorCell.horizonRange.count + cell.horizon
        let column =
            cell.quarter == 4
            ? columns - 1 : (cell.quarter - 1) * strengths + cell.strength.rawValue
        return (row * columns + column) * ErrorQuantiles.levels.count
    }
}
