import ShirubeCore

/// One department's folder, with the department and strategy whose it is, and the looks taken at it.
final class Share {
    let strategy: Strategy
    let department: Department
    let folder: DropFolder
    private var settling = Settling()
    private var claimCount = 0

    init(
        strategy: Strategy, department: Department, drops: borrowing FileDescriptor, nested: Bool
    ) throws {
        self.strategy = strategy
        self.department = department
        let own = FileName(department.id)
        folder = try DropFolder(drops: drops, path: nested ? [FileName(strategy.id), own] : [own])
    }

    /// The folder below the drops folder, for watching and for people.
    static func path(_ strategy: Strategy, _ department: Department, nested: Bool) -> String {
        nested ? "\(strategy.id)/\(department.id)" : department.id.text
    }

    /// Whether files are there that have not yet stayed the same for long enough.
    var isWaiting: Bool { settling.isWaiting }

    /// Claims the files that are finished; `seconds` is the monotonic clock, and `run` a word that no other run of
    /// the program has used, for the names of claims.
    func claimFinished(
        at seconds: Double, settle: Double, emptyPatience: Double, run: String
    ) throws(SystemError) {
        let names = settling.settled(
            try folder.files(), at: seconds, settle: settle, emptyPatience: emptyPatience)
        for name in names {
            claimCount += 1
            // The ledger knows a claim by this id alone, so it must not be another department's too.
            // Its zeros keep the order of claims when they are taken up again: the last report counts.
            let number = zeroPadded(claimCount, 9)
            let id = "\(run)-\(strategy.id)-\(department.id)-\(number)"
            try folder.claim(name, id: id)
        }
    }
}
