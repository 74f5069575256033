import GRDB
import ShirubeCore

extension Ledger {
    /// The steps of a strategy's alerts that no digest has told of yet, oldest first.
    ///
    /// - Parameters:
    ///   - strategy: whose alerts.
    ///   - start: before the first digest, steps from before this moment are no news.
    /// - Returns: the steps with their alerts' numbers, and the number of the newest of them; nil where there is none.
    /// - Throws: where the ledger cannot be read.
    func newSteps(
        strategy: Identifier<Strategy>, from start: Timestamp
    ) throws -> (steps: [(alert: Int64, step: AlertTransition)], through: Int64)? {
        let told = try Int64.fetchOne(
            db, sql: "SELECT MAX(through) FROM alert_digest WHERE strategy = ?",
            arguments: [strategy.text])
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT t.* FROM alert_transition t JOIN alert a ON a.id = t.alert_id
                WHERE a.strategy = ? AND t.id > ? AND t.at >= ? ORDER BY t.id
                """,
            arguments: [
                strategy.text, told ?? 0, told == nil ? start : Timestamp(milliseconds: 0),
            ])
        guard let last = rows.last else { return nil }
        return (
            try rows.map { (alert: $0["alert_id"], step: try Self.transition($0)) }, last["id"]
        )
    }

    /// Records that a digest has told of all steps up to one.
    func recordDigest(
        through step: Int64, strategy: Identifier<Strategy>, now: Timestamp
    ) throws {
        try db.execute(
            sql: "INSERT INTO alert_digest (strategy, through, at) VALUES (?, ?, ?)",
            arguments: [strategy.text, step, now])
    }
}
