/// What is wrong for the time being, so that the journal hears of it once and not at every look.
///
/// It hears of it again only when it had ended in between.
struct Complaints {
    private var standing: Set<String> = []
    private var current: Set<String> = []

    /// Notes a complaint of this turn; true where the last turn did not have it.
    mutating func isNew(_ text: String) -> Bool {
        current.insert(text).inserted && !standing.contains(text)
    }

    /// Ends a turn: what it did not complain of is forgotten.
    mutating func endTurn() {
        standing = current
        current = []
    }
}
