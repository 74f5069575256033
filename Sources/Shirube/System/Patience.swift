import Glibc

/// Waits for what another process is about to do, where nothing of this one runs yet that could be held up.
enum Patience {
    /// Asks again and again whether something is done.
    ///
    /// - Parameters:
    ///   - seconds: for how long, by the monotonic clock; it is asked once at least.
    ///   - pause: microseconds between two times of asking.
    ///   - isDone: whether it is done.
    /// - Returns: whether it was done in time.
    /// - Throws: what `isDone` throws.
    static func wait<Failure>(
        upTo seconds: Double, every pause: UInt32 = 20_000, until isDone: () throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        let stopwatch = Stopwatch()
        while try !isDone() {
            guard stopwatch.seconds < seconds else { return false }
            usleep(pause)
        }
        return true
    }
}
