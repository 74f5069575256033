import Logging

/// Tells the journal what operators do about the outbox beside the daemon, so that it alone says what happened.
///
/// How far it has told is in the ledger: what is done while the daemon is down, or about to be killed, is told of later.
/// What was told right before it was killed may be told twice.
struct OutboxJournal {
    private let store: Store
    private let logger: Logger

    /// Makes one that tells what has not been told.
    init(store: Store, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// Tells what was done since it was told last, a line each.
    func tell() throws {
        let (told, newest) = try store.read { (try $0.toldOutboxRows(), try $0.lastOutboxRows()) }
        guard newest != told else { return }
        for line in try store.read({ try $0.outboxNews(after: told) }) { logger.notice("\(line)") }
        try store.write { try $0.recordTold(newest) }
    }
}
