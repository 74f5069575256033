import Testing

@testable import ShirubeCore

@Suite struct ErrorQuantilesTests {
    private var cells: [ErrorCell] {
        var cells: [ErrorCell] = []
        for quantity in ErrorCell.Quantity.allCases {
            for points in ErrorCell.pointsRange {
                for horizon in ErrorCell.horizonRange {
                    let quarters = [.share, .linear].contains(quantity) ? 4...4 : 1...4
                    for quarter in quarters {
                        for strength in SeasonProfile.Strength.allCases {
                            if quantity == .surprise && quarter == 4 { continue }
                            cells.append(
                                ErrorCell(
                                    quantity, points: points, horizon: horizon, quarter: quarter,
                                    strength: strength))
                        }
                    }
                }
            }
        }
        return cells
    }

    @Test func `every number of the tables belongs to a cell`() {
        let offsets = Set(cells.map(ErrorTables.offset))
        let levels = ErrorQuantiles.levels.count
        // A closed year has nothing open at horizon 0, so those rows only repeat horizon 1.
        let idle = 4 * ErrorCell.pointsRange.count
        #expect((offsets.count + idle) * levels == ErrorTables.thousandths.count)
        #expect(offsets.max().map { $0 + levels } == ErrorTables.thousandths.count)
        let maps = 2 * ErrorCell.horizonRange.count
        #expect(ErrorTables.recalibration.count == maps * levels)
    }

    @Test func `quantiles and frequencies rise in every row`() {
        let levels = ErrorQuantiles.levels.count
        for table in [ErrorTables.thousandths, ErrorTables.recalibration] {
            for first in stride(from: 0, to: table.count, by: levels) {
                let row = Array(table[first..<first + levels])
                #expect(row == row.sorted())
            }
        }
    }

    @Test func `the share below an error is the level of that error, also in the tails`() {
        for cell in cells {
            let errors = ErrorQuantiles(cell)
            for level in [0.0001, 0.01, 0.07, 0.1, 0.33, 0.5, 0.9, 0.988, 0.9999] {
                #expect((errors.share(below: errors.error(at: level)) - level).magnitude < 1e-9)
            }
        }
    }

    @Test func `between whole years errors lie between, within the first they grow with its root`()
    {
        let one = ErrorQuantiles(.value, points: 4, horizon: 1)
        let two = ErrorQuantiles(.value, points: 4, horizon: 2)
        let half = ErrorQuantiles(.value, points: 4, horizon: 1.5)
        let quarter = ErrorQuantiles(.value, points: 4, horizon: 0.25)
        let (low, high) = (one.error(at: 0.9), two.error(at: 0.9))
        #expect((half.error(at: 0.9) - (low + high) / 2).magnitude < 1e-12)
        #expect((quarter.error(at: 0.9) - low / 2).magnitude < 1e-12)
        let long = ErrorQuantiles(.value, points: 4, horizon: 24)
        let six = ErrorQuantiles(.value, points: 4, horizon: 6)
        #expect((long.error(at: 0.9) - 2 * six.error(at: 0.9)).magnitude < 1e-12)
        #expect(
            one.error(at: 0.3)
                == ErrorQuantiles(
                    ErrorCell(.value, points: 4, horizon: 1, quarter: 4)
                ).error(at: 0.3))
    }

    @Test func `frequencies leave the impossible and the certain alone, and never fall`() {
        for cell in cells {
            let errors = ErrorQuantiles(cell)
            #expect(errors.frequency(of: 0) == 0)
            #expect(errors.frequency(of: 1) == 1)
            let rising = (0...200).map { errors.frequency(of: Double($0) / 200) }
            #expect(rising == rising.sorted())
        }
    }

    @Test func `a share of the season is looked up under the nearest quarter`() {
        let shares = [0, 0.12, 0.13, 0.37, 0.38, 0.62, 0.63, 0.99, 1]
        #expect(shares.map(ErrorCell.quarter) == [0, 0, 1, 1, 2, 2, 3, 3, 4])
    }
}
