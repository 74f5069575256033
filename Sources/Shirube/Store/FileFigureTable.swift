import GRDB
import ShirubeCore

extension Ledger {
    /// What a file says of one period and basis of an indicator.
    struct FigureKey: Hashable {
        let file: Int64
        let period: String
        let basis: Int64
    }

    /// Figures of an indicator, of which some are known by their sums alone.
    struct PartSums {
        /// A figure of one file.
        struct Figure {
            let id: Int64
            let key: FigureKey
            let period: Period
            let basis: Reading.Basis
            /// Its parts in sum; nil unless they are many.
            let sum: CurrentReadings.PartSum?
        }

        /// Those that are known by their sums.
        var known: [Figure] = []
        /// The others, whose readings have to be looked at one by one, by their numbers.
        var others: [Int64: Figure] = [:]

        /// Leaves the figures to be read whose parts are not those of the figure before or after.
        fileprivate mutating func leaveOutThoseThatDiffer(_ slots: [Slot]) {
            // Most indicators have no parts at all.
            guard slots.contains(where: { $0.alone != nil }) else { return }
            func rank(_ slot: Slot) -> Int { slot.alone == nil ? 1 : 0 }
            let sorted = slots.sorted { ($0.period, rank($0)) < ($1.period, rank($1)) }
            func isAlike(_ position: Int, _ neighbour: Int) -> Bool {
                !sorted.indices.contains(neighbour)
                    || sorted[neighbour].alone?.sum?.names == sorted[position].alone?.sum?.names
            }
            for (position, slot) in sorted.enumerated() {
                guard let figure = slot.alone, figure.sum != nil, isAlike(position, position - 1),
                    isAlike(position, position + 1)
                else { continue }
                known.append(figure)
                others[figure.id] = nil
            }
        }
    }

    /// The figures of one period and basis.
    fileprivate struct Slot {
        let period: Period
        let basis: Int64
        /// The only one; nil where several files speak of it, or where it is not known by its sum.
        var alone: PartSums.Figure?
    }

    /// From how many parts on a figure is known by its sum.
    static let manyParts = 16

    /// The figures of an indicator; by their sums those that many parts of one file make, and that nothing else speaks of.
    ///
    /// Where the parts of one are not those of the one before, both are left to be read, so that missing ones can be
    /// named.
    ///
    /// `held` are those that wait; `moment` and `end` bound what is known, as in `currentReadings`.
    func partSums(
        indicator: Int64, except held: Set<FigureKey>, at moment: Timestamp?, before end: Int64?
    ) throws -> PartSums {
        // Ids grow with time, but clocks step: what was not known yet is said by the files.
        let figures = try db.cachedStatement(
            sql: """
                SELECT period, basis, file_id, part_count, final_count, sum, last_reading,
                    part_names, id
                FROM file_figure
                WHERE indicator_id = ?1 AND last_reading < ?2
                    AND file_id NOT IN (SELECT id FROM drop_file WHERE taken_at > ?3)
                    AND file_id NOT IN (SELECT file_id FROM revocation WHERE revoked_at <= ?3)
                ORDER BY period, basis, file_id
                """)
        let rows = try Row.fetchCursor(
            figures,
            arguments: [indicator, end ?? Int64.max, moment?.milliseconds ?? Int64.max])
        var sums = PartSums()
        var slots: [Slot] = []
        var period: (code: String, value: Period)?
        while let row = try rows.next() {
            let key = FigureKey(file: row[2], period: row[0], basis: row[1])
            let value = try period?.code == key.period ? period?.value : Self.period(key.period)
            guard let value else { continue }
            period = (key.period, value)
            let figure = try Self.figure(row, key, value, isHeld: held.contains(key))
            sums.others[figure.id] = figure
            if let last = slots.last, last.period == value, last.basis == key.basis {
                // Several files speak of it: what supersedes what is said by their readings.
                slots[slots.count - 1].alone = nil
            } else {
                let alone = figure.sum == nil ? nil : figure
                slots.append(Slot(period: value, basis: key.basis, alone: alone))
            }
        }
        sums.leaveOutThoseThatDiffer(slots)
        return sums
    }

    private static func figure(
        _ row: Row, _ key: FigureKey, _ period: Period, isHeld: Bool
    ) throws -> PartSums.Figure {
        var sum: CurrentReadings.PartSum?
        if row[3] as Int >= manyParts, !isHeld {
            sum = CurrentReadings.PartSum(
                sequence: row[6], count: row[3], sum: row[5],
                isFinal: row[3] as Int == row[4] as Int,
                names: UInt64(bitPattern: row[7] as Int64))
        }
        return PartSums.Figure(
            id: row[8], key: key, period: period, basis: try Code.basis(key.basis), sum: sum)
    }

    /// The period of a stored code; one that no version wrote is a damaged ledger.
    static func period(_ code: String) throws -> Period {
        guard let period = Period(code: code) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "unreadable period \(code) in the ledger")
        }
        return period
    }
}
