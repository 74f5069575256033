/// Tells the journal what operators do about the outbox beside the daemon, so that it alone says what happened.
struct OutboxJournal {
    private var lastAct: Int64
    private var lastPause: Int64

    /// Begins with what is done from now on.
    init(in ledger: Ledger) throws {
        (lastAct, lastPause) = try ledger.lastOutboxRows()
    }

    /// What was done since this was last asked, a line each.
    mutating func news(in ledger: Ledger) throws -> [String] {
        let newest = try ledger.lastOutboxRows()
        guard newest != (lastAct, lastPause) else { return [] }
        let lines = try ledger.outboxNews(afterAct: lastAct, afterPause: lastPause)
        (lastAct, lastPause) = newest
        return lines
    }
}
