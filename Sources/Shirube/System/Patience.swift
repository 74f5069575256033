import Glibc

/// Waits for what another process is about to do, where nothing of this one runs yet that could be held up.
enum Patience {
    /// Asks again every 20 ms whether something is done.
    ///
    /// - Parameters:
    ///   - seconds: for how long, by the monotonic clock; it is asked once at least.
    ///   - isDone: whether it is done.
    /// - Returns: whether it was done in time.
    /// - Throws: what `isDone` throws.
    static func wait<Failure>(
        upTo seconds: Double, until isDone: () throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        let stopwatch = Stopwatch()
        while try !isDone() {
            guard stopwatch.seconds < seconds else { return false }
            usleep(20_000)
        }
        return true
    }
}
