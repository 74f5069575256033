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
        /// A figure of many parts.
        struct Figure {
            let key: FigureKey
            let period: Period
            let basis: Reading.Basis
            let sum: CurrentReadings.PartSum
        }

        /// Those that are known by their sums.
        var known: [Figure] = []
        /// The periods of the others, whose readings have to be looked at one by one.
        var others: [Period] = []

        /// Leaves the figures to be read whose parts are not those of the figure before or after.
        fileprivate mutating func leaveOutThoseThatDiffer() {
            let all: [(period: Period, figure: Figure?)] =
                known.map { ($0.period, $0) } + others.map { ($0, nil) }
            let sorted = all.sorted { $0.period < $1.period }
            func isAlike(_ position: Int, _ neighbour: Int) -> Bool {
                !sorted.indices.contains(neighbour)
                    || sorted[neighbour].figure?.sum.names == sorted[position].figure?.sum.names
            }
            known = []
            for (position, entry) in sorted.enumerated() {
                guard let figure = entry.figure else { continue }
                if isAlike(position, position - 1), isAlike(position, position + 1) {
                    known.append(figure)
                } else {
                    others.append(figure.period)
                }
            }
        }
    }

    /// From how many parts on a figure is known by its sum.
    static let manyParts = 16

    /// The figures of an indicator that many parts of one file make, and that nothing else speaks of.
    ///
    /// Where the parts of one are not those of the one before, both are left to be read, so that missing ones can be
    /// named.
    ///
    /// `held` are those that wait; `moment` and `end` bound what is known, as in `currentReadings`.
    func partSums(
        indicator: Int64, except held: Set<FigureKey>, at moment: Timestamp?, before end: Int64?
    ) throws -> PartSums {
        let figures = try db.cachedStatement(
            sql: """
                SELECT period, basis, file_id, part_count, final_count, sum, last_reading,
                    part_names
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
        var alone: Row?
        func settle() throws {
            guard let row = alone else { return }
            let key = FigureKey(file: row[2], period: row[0], basis: row[1])
            guard row[3] as Int >= Self.manyParts, !held.contains(key) else {
                sums.others.append(try Self.period(key.period))
                return
            }
            sums.known.append(
                PartSums.Figure(
                    key: key, period: try Self.period(key.period), basis: try Code.basis(key.basis),
                    sum: CurrentReadings.PartSum(
                        sequence: row[6], count: row[3], sum: row[5],
                        isFinal: row[3] as Int == row[4] as Int,
                        names: UInt64(bitPattern: row[7] as Int64))))
        }
        var last: (period: String, basis: Int64)?
        while let row = try rows.next() {
            let slot: (period: String, basis: Int64) = (row[0], row[1])
            if let last, last == slot {
                // Several files speak of it: what supersedes what is said by their readings.
                if alone != nil { sums.others.append(try Self.period(slot.period)) }
                alone = nil
                continue
            }
            try settle()
            alone = row.copy()
            last = slot
        }
        try settle()
        sums.leaveOutThoseThatDiffer()
        return sums
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
