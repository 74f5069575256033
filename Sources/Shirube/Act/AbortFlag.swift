import Synchronization

/// A flag that stops the transfers in flight when it is raised; it is never lowered.
///
/// libcurl knows nothing of Swift's cancellation, so each transfer looks at the flag at least once a second.
package final class AbortFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    /// Makes a flag that is not raised.
    package init() {}

    /// Stops every transfer that looks at this flag, now and later.
    package func raise() {
        raised.store(true, ordering: .relaxed)
    }

    /// Whether the flag has been raised.
    package var isRaised: Bool { raised.load(ordering: .relaxed) }
}
