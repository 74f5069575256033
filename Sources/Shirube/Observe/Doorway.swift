import ShirubeCore

/// A department's folder as its porter knows it: opened where its path leads to, with the looks that were taken at it.
///
/// Everything here may take as long as the folder's file system does; `sign` tells what it is at.
struct Doorway {
    /// Where the folder is.
    struct Place: Sendable, Equatable {
        /// The folder that holds the drop folders.
        let drops: String
        /// The names of the folder below it.
        let path: [FileName]
    }

    private let place: Place
    private let watch: DropWatch?
    private let sign: LifeSign
    /// The folder, from a look until nothing of it is in hand any more: people may unmount it when nothing is done.
    private var folder: DropFolder?
    /// What it was in the last look.
    private var status: FileStatus?
    private var own: FolderWatch?
    private var settling = Settling()
    private var claimCount = 0
    /// Files that are whole and could not be claimed all the same.
    private var stuck: Set<FileName> = []

    init(_ place: Place, watch: DropWatch?, sign: LifeSign) {
        self.place = place
        self.watch = watch
        self.sign = sign
    }

    /// What one look at a folder is about.
    struct Look: Sendable {
        /// The monotonic clock.
        let seconds: Double
        /// How many seconds a file of no bytes is given.
        let emptyPatience: Double
        /// The head of the ids of claims: the ledger knows a claim by its id alone.
        let claimHead: String
        /// How drops are taken in.
        let intake: Configuration.Intake
    }

    /// What one look has found.
    struct Found: Sendable {
        /// Everything that is claimed, also what a crash, a stop or a failure has left.
        var claims: [DropFolder.Claim] = []
        /// Whether more files are finished.
        var hasMore = false
        /// Whether files are there that have not yet stayed the same for long enough, or are being written.
        var isWaiting = false
        /// Whether the disk is so full that nothing was claimed.
        var lacksRoom = false
        /// Whether new files are told of by themselves.
        var isWatched = false
        /// What is wrong with the folder.
        var complaints: [String] = []
    }

    /// Opens the folder, making what is missing.
    ///
    /// Every look does so anew: a server may have been mounted again, and people may have moved folders away.
    ///
    /// - Returns: the folder.
    /// - Throws: `SystemError` where it cannot be used.
    @discardableResult
    mutating func open() throws(SystemError) -> DropFolder {
        sign.give("opening the folder")
        let opened = try DropFolder(
            drops: FileDescriptor.folder(place.drops), path: place.path)
        let status = try opened.folder.status()
        if let last = self.status, !status.isSame(as: last) { close() }
        (folder, self.status) = (opened, status)
        // A file server does not tell what other hosts do. What was unmounted is not watched any more.
        if own?.isAlive != true {
            own = opened.folder.isRemote ? nil : watch?.watch(opened.folder)
        }
        return opened
    }

    /// Lets the folder go, which may take as long as anything else.
    mutating func close() {
        folder = nil
        status = nil
        own = nil
        settling = Settling()
        stuck = []
    }

    /// Looks at the folder and claims files that are finished, as many as have their turn.
    mutating func look(_ look: Look) throws(SystemError) -> Found {
        let intake = look.intake
        let folder = try open()
        guard try folder.freeBytes() >= intake.minimumFreeBytes else {
            self.folder = nil
            return Found(lacksRoom: true, isWatched: own != nil)
        }
        sign.give("listing the folder")
        let movedIn = own?.takeMovedIn() ?? []
        let found = try folder.look(limit: intake.maximumPending, doneFiles: intake.doneFiles) {
            sign.give()
        }
        var answer = Found(
            claims: try folder.claims(), isWatched: own != nil, complaints: found.complaints)
        let candidates = settling.candidates(
            found.files, movedIn: movedIn, at: look.seconds, settle: intake.settleSeconds,
            emptyPatience: look.emptyPatience)
        stuck = stuck.filter { found.files[$0] != nil }
        var claimed: [DropFolder.Claim] = []
        for candidate in candidates {
            guard answer.claims.count + claimed.count < intake.maximumPerTurn else {
                answer.hasMore = true
                break
            }
            sign.give("claiming \(candidate.name)")
            do throws(SystemError) {
                guard let claim = try claim(candidate, look, in: folder) else { continue }
                claimed.append(claim)
                stuck.remove(candidate.name)
            } catch {
                answer.complaints.append("not taken: \(error)")
                stuck.insert(candidate.name)
            }
        }
        if !claimed.isEmpty {
            try folder.synchronize(claimed)
            answer.hasMore = answer.hasMore || found.hasMore
        }
        answer.claims += claimed
        if answer.claims.isEmpty { self.folder = nil }
        answer.isWaiting = settling.isWaiting(except: stuck)
        return answer
    }

    private mutating func claim(
        _ candidate: Settling.Candidate, _ look: Look, in folder: DropFolder
    ) throws(SystemError) -> DropFolder.Claim? {
        switch folder.writer(of: candidate.name, expecting: candidate.status) {
        case .some: return nil
        case .unknown where !candidate.isSettled: return nil
        case .none, .unknown: break
        }
        claimCount += 1
        // Its zeros keep the order of claims when they are taken up again: the last report counts.
        let id = "\(look.claimHead)-\(zeroPadded(claimCount, 9))"
        let claim = try folder.claim(
            candidate.name, expecting: candidate.status, id: id, doneFiles: look.intake.doneFiles)
        if claim != nil { settling.forget(candidate.name) }
        return claim
    }

    /// Copies a claimed file; nil where its writer was not finished and it was given back.
    mutating func read(
        _ claim: DropFolder.Claim, into archive: Archive, limit: Int
    ) throws(SystemError) -> ClaimedContent? {
        let folder = try opened()
        sign.give("reading \(claim.name)")
        let content = try ClaimedContent.read(claim, in: folder, into: archive, limit: limit) {
            sign.give()
        }
        if content == nil { _ = try folder.putBack(claim) }
        // Here and not before the commit, which can go on with another file meanwhile.
        if case .whole(let file) = content?.body { try file.synchronize() }
        return content
    }

    /// Moves a claimed file to where it ends up, with its reports beside it.
    mutating func finish(_ settled: SettledClaim) throws(SystemError) {
        let folder = try opened()
        sign.give("moving \(settled.claim.name)")
        for report in settled.reports {
            try folder.write(report.bytes, as: report.name, in: settled.destination)
        }
        try folder.finish(settled.claim, to: settled.destination, as: settled.name)
    }

    private mutating func opened() throws(SystemError) -> DropFolder {
        if let folder { return folder }
        return try open()
    }
}
