/// When a delivery that failed is tried again.
package enum RetrySchedule {
    /// The wait after the first failure, doubled after each further one.
    package static let firstDelaySeconds = 30
    /// The longest wait that the doubling comes to.
    package static let longestDelaySeconds = 3_600
    /// The longest wait that a server may ask for.
    package static let longestRetryAfterSeconds = 86_400
    /// How long a delivery is tried before it becomes a dead letter.
    package static let givesUpAfterSeconds = 3 * 86_400

    /// The moment of the next attempt, or nil where the delivery has become a dead letter.
    ///
    /// Where `office` is given, the attempt is made while it is open, and the days count that it has been open: before the
    /// end of the third working day nothing is given up.
    ///
    /// `attempts` counts those made so far, at least 1, the last of which has just failed at `now`.
    /// `retryAfterSeconds` is what the server asked for (RFC 9110, Retry-After), nil where it did
    /// not; it is kept as the least wait, up to a day. The wait varies by a fifth either way, so
    /// that what failed together does not come back together; the same delivery and attempt always
    /// wait equally long.
    package static func next(
        attempts: Int, deliveryID: Int64, firstAttempt: Timestamp, now: Timestamp,
        retryAfterSeconds: Int?, office: OfficeHours? = nil
    ) -> Timestamp? {
        guard now < deadline(firstAttempt, office) else { return nil }
        let doublings = min(max(attempts - 1, 0), 16)
        let delay = min(firstDelaySeconds << doublings, longestDelaySeconds)
        let share = 0.8 + 0.4 * fraction(deliveryID: deliveryID, attempts: attempts)
        let wait = Int64((Double(delay) * 1_000 * share).rounded())
        let asked = Int64(min(max(retryAfterSeconds ?? 0, 0), longestRetryAfterSeconds)) * 1_000
        let moment = Timestamp(milliseconds: now.milliseconds + max(wait, asked))
        return office?.next(onOrAfter: moment) ?? moment
    }

    private static func deadline(_ first: Timestamp, _ office: OfficeHours?) -> Timestamp {
        let deadline = first.adding(seconds: givesUpAfterSeconds)
        guard let office else { return deadline }
        let day = office.calendar.workingDay(3, after: first.japanDate)
        return max(deadline, office.until.on(day))
    }

    /// A number from 0 up to 1 that looks random, the same for the same delivery and attempt.
    ///
    /// Algorithm: SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number
    /// Generators", OOPSLA 2014), the output of its stream seeded by the delivery at the attempt's
    /// place.
    private static func fraction(deliveryID: Int64, attempts: Int) -> Double {
        var mixed =
            UInt64(bitPattern: deliveryID)
            &+ UInt64(bitPattern: Int64(attempts)) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(mixed >> 11) / Double(1 << 53 as UInt64)
    }
}
