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
        /// A figure of very many parts.
        struct Figure {
            let key: FigureKey
            let period: Period
            let basis: Reading.Basis
            let sum: CurrentReadings.PartSum
        }

        /// Those that are known by their sums.
        var known: [Figure] = []
        /// Whether there are others, whose readings have to be looked at one by one.
        var hasOthers = false
    }

    /// From how many parts on a figure is known by its sum.
    static let manyParts = 256

    /// The figures of an indicator that very many parts of one file make, and that nothing else speaks of.
    ///
    /// `held` are those that wait; `moment` and `end` bound what is known, as in `currentReadings`.
    func partSums(
        indicator: Int64, except held: Set<FigureKey>, at moment: Timestamp?, before end: Int64?
    ) throws -> PartSums {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT period, basis, file_id, part_count, final_count, sum, last_reading
                FROM file_figure
                WHERE indicator_id = ?1 AND last_reading < ?2
                    AND file_id NOT IN (SELECT id FROM drop_file WHERE taken_at > ?3)
                    AND file_id NOT IN (SELECT file_id FROM revocation WHERE revoked_at <= ?3)
                ORDER BY period, basis, file_id
                """,
            arguments: [indicator, end ?? Int64.max, moment?.milliseconds ?? Int64.max])
        var sums = PartSums()
        var alone: Row?
        func settle() throws {
            guard let row = alone else { return }
            let key = FigureKey(file: row[2], period: row[0], basis: row[1])
            guard row[3] as Int >= Self.manyParts, !held.contains(key) else {
                sums.hasOthers = true
                return
            }
            sums.known.append(
                PartSums.Figure(
                    key: key, period: try Self.period(key.period), basis: try Code.basis(key.basis),
                    sum: CurrentReadings.PartSum(
                        sequence: row[6], count: row[3], sum: row[5],
                        isFinal: row[3] as Int == row[4] as Int)))
        }
        var last: (period: String, basis: Int64)?
        while let row = try rows.next() {
            let slot: (period: String, basis: Int64) = (row[0], row[1])
            if let last, last == slot {
                // Several files speak of it: what supersedes what is said by their readings.
                alone = nil
                sums.hasOthers = true
                continue
            }
            try settle()
            alone = row.copy()
            last = slot
        }
        try settle()
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
