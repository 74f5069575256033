import ShirubeCore

/// One full pass of the loop, for `shirube once`: every phase in turn, then an end.
package enum SinglePass {
    /// Takes in every file that was complete when the pass began, judges, decides, and sends what is due.
    ///
    /// A file that is still being written is waited for, but not longer than ten times the settling time.
    ///
    /// - Parameter rig: the ledger, the configuration and the world.
    /// - Returns: what the pass has done.
    /// - Throws: what kept it from starting, such as a drops folder that cannot be opened.
    package static func run(_ rig: Rig) async throws -> Cycle.Turn {
        let cycle = try rig.makeCycle()
        let settle = rig.setup.configuration.intake.settleSeconds
        let courier = rig.makeCourier()
        try courier.settleInterrupted()
        var total = Cycle.Turn()
        let stopwatch = Stopwatch()
        var waited = 0.0
        repeat {
            // A summary that is due waits for the files that are there.
            let turn = cycle.turn(
                at: stopwatch.seconds, emptyPatience: settle,
                runsJobs: waited > settle * 10)
            total.add(turn)
            // However many files are there, all are taken in, and whoever is slow is waited for; only for those being
            // written, and for file systems that do not answer, there is a limit.
            if turn.isBusy || turn.hasMore && turn.hasMoved { continue }
            guard turn.isWaiting else { break }
            try await Task.sleep(for: .seconds(settle + 0.05))
            waited += settle + 0.05
        } while waited <= settle * 10 + 1
        _ = try await courier.sendDue()
        return total
    }
}

extension Cycle.Turn {
    /// Adds what a later turn has done.
    mutating func add(_ later: Cycle.Turn) {
        accepted += later.accepted
        unchanged += later.unchanged
        rejected += later.rejected
        isWaiting = later.isWaiting
        hasMore = later.hasMore
        isBusy = later.isBusy
        isBlind = later.isBlind
        stuck = later.stuck
        lacksRoom = later.lacksRoom
        troubles += later.troubles
    }
}
