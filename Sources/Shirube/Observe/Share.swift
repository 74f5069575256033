import ShirubeCore

/// One department's folder in the turns of the loop: whose it is, and what its porter was asked for and has brought.
///
/// Nothing here waits for the porter.
final class Share {
    let strategy: Strategy
    let department: Department
    let porter: Porter
    /// What is wrong with the folder, said once.
    var complaints = Complaints()
    /// Whether the journal knows that the porter does not answer.
    var isKnownStuck = false
    /// Whether files that were claimed are left for the next turn.
    var hasMore: Bool { !claims.isEmpty }

    private let reply: Porter.Reply
    /// Whether a look was asked for in this turn.
    private var hasLooked = false
    private var claims: ArraySlice<DropFolder.Claim> = []
    private var bytes = 0
    /// Errands without an answer: at most one that brings, and moves before or behind it.
    private var isBringing = false
    private var taking = 0

    init(
        strategy: Strategy, department: Department, porter: Porter, reply: @escaping Porter.Reply
    ) {
        self.strategy = strategy
        self.department = department
        self.porter = porter
        self.reply = reply
    }

    /// What a turn asks of every share.
    struct Round {
        /// The monotonic clock.
        let seconds: Double
        /// How many seconds a file of no bytes is given.
        let emptyPatience: Double
        /// A word that no other run of the program has used, for the names of claims.
        let run: String
        /// How drops are taken in.
        let intake: Configuration.Intake
        /// Where content is copied to.
        let archive: Archive
        /// Whether there is room for more.
        let hasRoom: Bool
        /// Since when it has been going on.
        let stopwatch = Stopwatch()

        /// After so many seconds every folder has its next look first, however much one has brought.
        static let longestSeconds = 10.0
    }

    /// The folder below the drops folder, for people.
    var path: String { FileName.description(of: porter.place.path) }

    /// Whether the porter was asked for something and has not answered.
    var isOut: Bool { isBringing || taking > 0 }

    /// Whether nothing was heard of the porter for so many seconds although it was asked for something.
    func isStuck(after seconds: Double) -> Bool {
        isOut && porter.sign.silentSeconds >= seconds
    }

    /// Begins a turn; what an earlier one has left claimed, its look finds again.
    func begin(_ round: Round) {
        hasLooked = false
        claims = []
        bytes = 0
        proceed(round)
    }

    /// Has the folder opened.
    func open() {
        isBringing = true
        porter.open(reply: reply)
    }

    /// Asks the porter for what comes next: a look, then one claimed file after another.
    ///
    /// The next file is read while the one before is committed, but not more: content waits on the disk.
    ///
    /// - Parameters:
    ///   - round: what the turn asks for.
    ///   - isCommitting: whether something that the porter has brought is still to be dealt with.
    func proceed(_ round: Round, whileCommitting isCommitting: Bool = false) {
        guard !isBringing, round.hasRoom, !Task.isCancelled else { return }
        if !hasLooked {
            // What an earlier turn has left under way comes first: a look would find its claim once more.
            guard taking == 0, !isCommitting else { return }
            (hasLooked, isBringing) = (true, true)
            let head = "\(round.run)-\(strategy.id)-\(department.id)"
            porter.look(
                Doorway.Look(
                    seconds: round.seconds, emptyPatience: round.emptyPatience, claimHead: head,
                    intake: round.intake), reply: reply)
        } else if round.stopwatch.seconds < Round.longestSeconds,
            // What one largest file would be is enough for one turn.
            bytes < round.intake.maximumBytes, let claim = claims.popFirst()
        {
            isBringing = true
            porter.read(
                claim, into: round.archive, limit: round.intake.maximumBytes, reply: reply)
        }
    }

    /// Has a settled file moved to where it belongs.
    func finish(_ settled: SettledClaim) {
        taking += 1
        porter.finish(settled, reply: reply)
    }

    /// Takes note of an answer.
    func note(_ answer: Porter.Answer) {
        switch answer.errand {
        case .bring: isBringing = false
        case .take: taking -= 1
        }
        guard case .success(let outcome) = answer.result else { return }
        switch outcome {
        case .looked(let found):
            hasLooked = true
            claims = found.claims[...]
        case .read(_, let content): bytes += content.size
        case .opened, .gaveBack, .took: break
        }
    }
}
