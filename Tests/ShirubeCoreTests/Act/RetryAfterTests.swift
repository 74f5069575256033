import ShirubeCore
import Testing

@Suite struct RetryAfterTests {
    /// 1994-11-06 08:49:37 UTC, the instant of RFC 9110's examples.
    private static let instant = Timestamp(milliseconds: 784_111_777_000)

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ])
    func `the three forms of RFC 9110 name one instant`(text: String) {
        #expect(HTTPDate.instant(text, now: Self.instant.adding(seconds: 86_400)) == Self.instant)
    }

    @Test func `a year of two digits lies at most 50 years ahead`() {
        let now = Timestamp(japanDate: CivilDate(dayNumber: 20_000))  // 2024
        let early = HTTPDate.instant("Monday, 01-Jan-74 00:00:00 GMT", now: now)
        let late = HTTPDate.instant("Monday, 01-Jan-75 00:00:00 GMT", now: now)
        #expect(early?.japanDate.year == 2074)
        #expect(late?.japanDate.year == 1975)
    }

    @Test(arguments: [
        "", "tomorrow", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 JST", "Sun, 06 Foo 1994 08:49:37 GMT", "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49 GMT", "-5", "1.5", "5 s", "Sun, 06 Nov 19940 08:49:37 GMT",
    ])
    func `anything else names no wait`(text: String) {
        #expect(RetryAfter.seconds(text, now: Self.instant) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("120", 120), (" 7", 7), ("86400", 86_400), ("86401", 86_400),
        ("99999999999999999999999", 86_400), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
        ("Sun, 06 Nov 1994 08:51:37 GMT", 120), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
        ("Tue, 06 Nov 2094 08:00:00 GMT", 86_400),
    ])
    func `a wait is counted in seconds, at most a day`(text: String, seconds: Int) {
        #expect(RetryAfter.seconds(text, now: Self.instant) == seconds)
    }

    @Test func `a fraction of a second is waited for`() {
        let now = Timestamp(milliseconds: Self.instant.milliseconds - 1_500)
        #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == 2)
    }
}
