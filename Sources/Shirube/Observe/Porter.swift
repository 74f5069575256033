import ShirubeCore
import Synchronization

/// Does everything that touches a department's folder, on a thread of its own: a file server may never answer.
///
/// What it was asked for it does in order, and answers each when it is done. Whoever asks does not wait here.
final class Porter: Sendable {
    /// What somebody asks of it.
    enum Errand: Sendable {
        /// Opening the folder, looking at it, or reading a claimed file.
        case bring
        /// Moving a settled file to where it belongs.
        case take
    }

    /// What an errand has come to.
    enum Outcome: Sendable {
        /// The folder is open.
        case opened
        /// What a look has found.
        case looked(Doorway.Found)
        /// What a claimed file holds.
        case read(DropFolder.Claim, ClaimedContent)
        /// A claimed file was given back: its writer was not finished.
        case gaveBack
        /// A settled file lies where it belongs.
        case took(SettledClaim)
    }

    /// What came of an errand.
    struct Answer: Sendable {
        /// Which it was.
        let errand: Errand
        /// What it has come to, or why it failed.
        let result: Result<Outcome, SystemError>
    }

    /// Takes an answer.
    typealias Reply = @Sendable (Answer) -> Void

    /// What it is at, and since when nothing was heard of it.
    let sign = LifeSign()
    /// Where its folder is.
    let place: Doorway.Place
    private let thread = SideThread()
    /// Locked by the thread alone, for as long as its work takes.
    private let doorway: Mutex<Doorway>
    /// Errands that are not done yet.
    private let errandCount = Atomic(0)

    /// Makes a porter for a folder.
    ///
    /// - Parameters:
    ///   - place: where it is.
    ///   - watch: what watches it for new files; nil where nothing does.
    init(_ place: Doorway.Place, watch: DropWatch?) {
        self.place = place
        doorway = Mutex(Doorway(place, watch: watch, sign: sign))
    }

    /// Opens the folder, making what is missing.
    func open(reply: @escaping Reply) {
        run(.bring, reply) { doorway throws(SystemError) in
            try doorway.open()
            return .opened
        }
    }

    /// Looks at the folder and claims what is finished.
    func look(_ look: Doorway.Look, reply: @escaping Reply) {
        run(.bring, reply) { doorway throws(SystemError) in .looked(try doorway.look(look)) }
    }

    /// Copies what a claimed file holds.
    func read(
        _ claim: DropFolder.Claim, into archive: Archive, limit: Int, reply: @escaping Reply
    ) {
        run(.bring, reply) { doorway throws(SystemError) in
            let content = try doorway.read(claim, into: archive, limit: limit)
            return content.map { .read(claim, $0) } ?? .gaveBack
        }
    }

    /// Moves a settled file to where it belongs.
    func finish(_ settled: SettledClaim, reply: @escaping Reply) {
        run(.take, reply) { doorway throws(SystemError) in
            try doorway.finish(settled)
            return .took(settled)
        }
    }

    /// Lets the folder go, once what was asked for is done.
    func dismiss() {
        run(.take, { _ in }) { doorway in
            doorway.close()
            return .opened
        }
    }

    private func run(
        _ errand: Errand, _ reply: @escaping Reply,
        _ work: @escaping @Sendable (inout Doorway) throws(SystemError) -> Outcome
    ) {
        // Its silence begins when it is asked, unless it has been asked already and is silent.
        if errandCount.add(1, ordering: .relaxed).oldValue == 0 { sign.give("starting") }
        do throws(SystemError) {
            try thread.run { [self] in
                let result = doorway.withLock { doorway in
                    Result { () throws(SystemError) in try work(&doorway) }
                }
                errandCount.subtract(1, ordering: .relaxed)
                reply(Answer(errand: errand, result: result))
            }
        } catch {
            errandCount.subtract(1, ordering: .relaxed)
            reply(Answer(errand: errand, result: .failure(error)))
        }
    }
}
