package import ShirubeCore

/// A way for messages to leave the house; the simulator has another than the world.
package protocol Transport: Sendable {
    /// Tries once to hand the message over, within the transport's own deadline.
    ///
    /// - Parameter delivery: the message and its recipient.
    /// - Returns: what came of it; a failure is an outcome, never an error.
    func deliver(_ delivery: Delivery) async -> Delivery.Outcome
}
