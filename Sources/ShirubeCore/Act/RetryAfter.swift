/// Reads how long a server asks to be left alone (RFC 9110 section 10.2.3).
package enum RetryAfter {
    /// A longer wait is shortened to this: a server's mistake must not silence a channel for years.
    package static let maximumSeconds = 86_400

    /// The wait in seconds, 0 to `maximumSeconds`; nil where the value is neither seconds nor a date.
    ///
    /// - Parameters:
    ///   - value: the header's value, seconds (`120`) or a date in any form of HTTP.
    ///   - now: the instant to count a date from, best the server's own (its Date header).
    /// - Returns: the seconds to wait.
    package static func seconds(_ value: String, now: Timestamp) -> Int? {
        let digits = value.utf8.drop { $0 == UInt8(ascii: " ") }
        if !digits.isEmpty,
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        {
            // What does not fit a number is more than the maximum all the more.
            return min(maximumSeconds, Int(String(digits) ?? "") ?? maximumSeconds)
        }
        guard let instant = HTTPDate.instant(value, now: now) else { return nil }
        // Rounded up: coming a moment too early would be refused again.
        let seconds = (instant.milliseconds - now.milliseconds + 999) / 1_000
        return Int(min(Int64(maximumSeconds), max(0, seconds)))
    }
}
