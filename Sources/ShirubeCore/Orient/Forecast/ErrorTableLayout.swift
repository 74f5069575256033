/// How the shipped numbers lie in `ErrorTables`.
extension ErrorTables {
    private static let strengths = SeasonProfile.Strength.allCases.count

    /// The place of a cell's lowest quantile in `thousandths`.
    ///
    /// A number for each of `ErrorQuantiles.levels`; by quantity, number of points and horizon. Values and
    /// rests have ten rows for each: the quarters 1 to 3 by strength of season, then the closed year.
    /// Shares and linear values, which come after them, have the closed year only; surprises, which come
    /// last, differ by strength of season only.
    static func offset(of cell: ErrorCell) -> Int {
        let columns = 3 * strengths + 1
        let horizons = ErrorCell.horizonRange.count
        let place = (cell.points - ErrorCell.pointsRange.lowerBound) * horizons + cell.horizon
        let places = ErrorCell.pointsRange.count * horizons
        let row =
            switch cell.quantity {
            case .value, .rest:
                (cell.quantity.rawValue * places + place) * columns
                    + (cell.quarter == 4
                        ? columns - 1 : (cell.quarter - 1) * strengths + cell.strength.rawValue)
            case .share: 2 * places * columns + place
            case .linear: 2 * places * columns + places + place
            case .surprise: 2 * places * columns + 2 * places + cell.strength.rawValue
            }
        return row * ErrorQuantiles.levels.count
    }

    /// The place of the lowest knot of a map from said to observed frequencies in `recalibration`, which
    /// has one for each of `ErrorQuantiles.levels`; all values share those of the logarithmic scale.
    static func recalibrationOffset(_ quantity: ErrorCell.Quantity, horizon: Int) -> Int {
        let maps = quantity == .rest ? ErrorCell.horizonRange.count : 0
        return (maps + horizon) * ErrorQuantiles.levels.count
    }
}
