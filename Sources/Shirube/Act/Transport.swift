package import ShirubeCore

/// A way for messages to leave the house; the simulator has another than the world.
package protocol Transport: Sendable {
    /// How messages may be handed over, in a lane.
    func terms(for lane: Lane) -> LaneTerms
    /// Tries once to hand the message over, within the transport's own deadline.
    ///
    /// - Parameters:
    ///   - delivery: the message and its recipient.
    ///   - connection: over which of the lane's connections, from 0.
    /// - Returns: what came of it; a failure is an outcome, never an error.
    func deliver(_ delivery: Delivery, over connection: Int) async -> Delivery.Outcome
    /// The thread on which one of a lane's connections works, so that whoever uses it can work there too; nil where it has none.
    func executor(of connection: Int, in lane: Lane) -> BlockingExecutor?
    /// Tries connection, encryption and login with each server, and sends nothing.
    func check() async -> [ServerCheck]
}

/// How the messages of a lane may be handed over.
package struct LaneTerms: Sendable, Equatable {
    /// How many messages may be under way at a time, at least 1.
    package var connections = 1
    /// The least time from the beginning of one message to the beginning of the next.
    package var gap: Duration = .zero

    /// Makes the terms of one message after the other, at once.
    package init(connections: Int = 1, gap: Duration = .zero) {
        self.connections = connections
        self.gap = gap
    }
}

extension Transport {
    /// One message after the other, at once.
    package func terms(for lane: Lane) -> LaneTerms { LaneTerms() }

    /// None of its own.
    package func executor(of connection: Int, in lane: Lane) -> BlockingExecutor? { nil }

    /// There is nothing to try.
    package func check() async -> [ServerCheck] { [] }

    /// Tries once to hand the message over, over the first connection.
    package func deliver(_ delivery: Delivery) async -> Delivery.Outcome {
        await deliver(delivery, over: 0)
    }
}
