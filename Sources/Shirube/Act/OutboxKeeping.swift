import ShirubeCore

/// Keeps what was sent: compressed once nobody sends it any more, for as many years as the configuration says.
///
/// It goes on where it was left, a few bodies in a transaction, so that nobody who wants the ledger waits for it.
struct OutboxKeeping {
    private let store: Store
    private let keepYears: Int
    private let now: Timestamp
    private var (lastPacked, lastRemoved) = (Int64(0), Int64(0))
    /// How many bodies were compressed.
    private(set) var packed = 0
    /// How many bodies were removed.
    private(set) var removed = 0

    /// Bodies in one transaction.
    private static let batchSize = 20
    /// For longer than this nobody waits in one call.
    private static let longestTurn: Duration = .milliseconds(250)

    /// Begins a day's work.
    ///
    /// - Parameters:
    ///   - store: the ledger.
    ///   - keepYears: how many years a body is kept after its last message has come to its end.
    ///   - now: the present.
    init(store: Store, keepYears: Int, now: Timestamp) {
        self.store = store
        self.keepYears = keepYears
        self.now = now
    }

    /// The moment before which what has come to its end is not kept any more.
    var horizon: Timestamp {
        let today = now.japanDate
        let year = today.year - keepYears
        let last = CivilDate.lengthOfMonth(year: year, month: today.month)
        let day = CivilDate(year, today.month, min(today.day, last))
        return Timestamp(japanDate: day ?? today.adding(days: -366 * keepYears))
    }

    /// Works for a moment.
    ///
    /// - Returns: whether all is done for the day.
    /// - Throws: where the ledger cannot be read or written.
    mutating func work() throws -> Bool {
        let begun = ContinuousClock.now
        while ContinuousClock.now - begun < Self.longestTurn {
            if try !removeSome(), try !packSome() { return true }
        }
        return false
    }

    private mutating func removeSome() throws -> Bool {
        func stale(_ ledger: Ledger) throws -> [Int64] {
            try ledger.staleBodies(
                after: lastRemoved, finishedBefore: horizon, limit: Self.batchSize)
        }
        guard try !store.read(stale).isEmpty else { return false }
        let ids = try store.write { ledger in
            let ids = try stale(ledger)
            try ledger.remove(bodies: ids, now: now)
            return ids
        }
        lastRemoved = ids.last ?? lastRemoved
        removed += ids.count
        return !ids.isEmpty
    }

    private mutating func packSome() throws -> Bool {
        func loose(_ ledger: Ledger) throws -> [Int64] {
            try ledger.looseBodies(after: lastPacked, limit: Self.batchSize)
        }
        guard try !store.read(loose).isEmpty else { return false }
        let ids = try store.write { ledger in
            let ids = try loose(ledger)
            try ledger.pack(bodies: ids)
            return ids
        }
        lastPacked = ids.last ?? lastPacked
        packed += ids.count
        return !ids.isEmpty
    }
}
