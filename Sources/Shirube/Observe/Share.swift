import ShirubeCore

/// One department's folder, with the department and strategy whose it is, and the looks taken at it.
final class Share {
    let strategy: Strategy
    let department: Department
    let folder: DropFolder
    /// The folder below the drops folder.
    let path: String
    /// What is wrong with it, said once.
    var complaints = Complaints()
    private var settling = Settling()
    private var claimCount = 0
    /// Files that are whole and could not be claimed all the same.
    private var stuck: Set<FileName> = []

    init(
        strategy: Strategy, department: Department, drops: borrowing FileDescriptor, nested: Bool
    ) throws {
        self.strategy = strategy
        self.department = department
        path = Self.path(strategy, department, nested: nested)
        let own = FileName(department.id)
        folder = try DropFolder(drops: drops, path: nested ? [FileName(strategy.id), own] : [own])
    }

    /// The folder below the drops folder, for watching and for people.
    static func path(_ strategy: Strategy, _ department: Department, nested: Bool) -> String {
        nested ? "\(strategy.id)/\(department.id)" : department.id.text
    }

    /// Whether files are there that have not yet stayed the same for long enough, or are being written.
    var isWaiting: Bool { settling.isWaiting(except: stuck) }

    /// What one look at a folder is about.
    struct Look {
        /// The monotonic clock.
        let seconds: Double
        /// How many seconds a file of no bytes is given.
        let emptyPatience: Double
        /// Names that were renamed into the folder since the last look.
        let movedIn: Set<FileName>
        /// A word that no other run of the program has used, for the names of claims.
        let run: String
    }

    /// Looks at the folder and claims files that are finished, as many as have their turn.
    ///
    /// - Parameters:
    ///   - look: what the look is about.
    ///   - intake: how drops are taken in.
    ///   - report: takes complaints.
    /// - Returns: everything that is claimed, also what a crash, a stop or a failure has left; and whether more
    ///   files are finished.
    /// - Throws: what keeps the folder from being looked at.
    func claim(
        _ look: Look, intake: Configuration.Intake, report: (String) -> Void
    ) throws(SystemError) -> (claims: [DropFolder.Claim], hasMore: Bool) {
        let found = try folder.look(
            limit: intake.maximumPending, doneFiles: intake.doneFiles)
        found.complaints.forEach(report)
        let candidates = settling.candidates(
            found.files, movedIn: look.movedIn, at: look.seconds, settle: intake.settleSeconds,
            emptyPatience: look.emptyPatience)
        stuck = stuck.filter { found.files[$0] != nil }
        var claims = try folder.claims()
        var isNew = false
        var isCut = false
        for candidate in candidates {
            guard claims.count < intake.maximumPerTurn else {
                isCut = true
                break
            }
            do throws(SystemError) {
                guard
                    let claim = try self.claim(
                        candidate, run: look.run, doneFiles: intake.doneFiles)
                else { continue }
                claims.append(claim)
                isNew = true
                stuck.remove(candidate.name)
            } catch {
                report("not taken: \(error)")
                stuck.insert(candidate.name)
            }
        }
        if isNew { try folder.synchronizeClaims() }
        return (claims, isCut || (isNew && found.hasMore))
    }

    private func claim(
        _ candidate: Settling.Candidate, run: String, doneFiles: Bool
    ) throws(SystemError) -> DropFolder.Claim? {
        switch folder.writer(of: candidate.name, expecting: candidate.status) {
        case .some: return nil
        case .unknown where !candidate.isSettled: return nil
        case .none, .unknown: break
        }
        claimCount += 1
        // The ledger knows a claim by this id alone, so it must not be another department's too.
        // Its zeros keep the order of claims when they are taken up again: the last report counts.
        let id = "\(run)-\(strategy.id)-\(department.id)-\(zeroPadded(claimCount, 9))"
        let claim = try folder.claim(
            candidate.name, expecting: candidate.status, id: id, doneFiles: doneFiles)
        if claim != nil { settling.forget(candidate.name) }
        return claim
    }
}
