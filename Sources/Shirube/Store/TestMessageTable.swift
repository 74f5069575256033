import GRDB
import ShirubeCore

extension Ledger {
    /// Records that a message which says it is a test is about to be sent, and returns its number.
    func beginTest(_ route: Delivery.Route, by author: String, now: Timestamp) throws -> Int64 {
        let (way, recipient) = Self.columns(route)
        try db.execute(
            sql:
                "INSERT INTO test_message (route, recipient, author, known_at) VALUES (?, ?, ?, ?)",
            arguments: [way, recipient, author, now])
        return db.lastInsertedRowID
    }

    /// Records what came of it.
    func endTest(_ number: Int64, _ outcome: Delivery.Outcome) throws {
        let (word, detail) = outcome.words
        try db.execute(
            sql: "UPDATE test_message SET outcome = ?, detail = ? WHERE id = ?",
            arguments: [word, detail, number])
    }
}

extension Delivery.Outcome {
    /// Its name in the ledger, and what the server said.
    fileprivate var words: (word: String, detail: String) {
        switch self {
        case .delivered(let detail): ("delivered", detail)
        case .retryLater(_, let detail): ("retryLater", detail)
        case .transient(let detail): ("transient", detail)
        case .ambiguous(let detail): ("ambiguous", detail)
        case .permanent(let detail): ("permanent", detail)
        }
    }
}
