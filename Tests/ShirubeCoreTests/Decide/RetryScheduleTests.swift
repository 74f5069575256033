import ShirubeCore
import Testing

struct RetryScheduleTests {
    private let start = Timestamp(milliseconds: 1_666_000_000_000)

    private func waitSeconds(
        attempts: Int, id: Int64 = 1, ageSeconds: Int = 0, retryAfter: Int? = nil
    ) -> Double? {
        let now = start.adding(seconds: ageSeconds)
        return RetrySchedule.next(
            attempts: attempts, deliveryID: id, firstAttempt: start, now: now,
            retryAfterSeconds: retryAfter
        ).map { Double($0.milliseconds - now.milliseconds) / 1_000 }
    }

    @Test(arguments: [
        (1, 30.0), (2, 60), (3, 120), (7, 1_920), (8, 3_600), (9, 3_600), (500, 3_600),
    ])
    func `the wait doubles from half a minute to an hour, give or take a fifth`(
        attempts: Int, seconds: Double
    ) throws {
        for id in Int64(1)...200 {
            let wait = try #require(waitSeconds(attempts: attempts, id: id))
            #expect((0.8 * seconds...1.2 * seconds).contains(wait))
        }
    }

    @Test func `deliveries that failed together come back apart, each the same way every time`() {
        let waits = (Int64(1)...200).map { waitSeconds(attempts: 8, id: $0) ?? 0 }
        #expect(Set(waits).count == 200)
        #expect(waits.min() ?? 0 < 2_950 && waits.max() ?? 0 > 4_250)
        #expect(waits.reduce(0, +) / 200 > 3_450 && waits.reduce(0, +) / 200 < 3_750)
        #expect(waits == (Int64(1)...200).map { waitSeconds(attempts: 8, id: $0) ?? 0 })
    }

    @Test func `a server's wish is the least wait, up to a day`() throws {
        #expect(waitSeconds(attempts: 1, retryAfter: 600) == 600)
        #expect(waitSeconds(attempts: 1, retryAfter: 864_000) == 86_400)
        #expect(try #require(waitSeconds(attempts: 8, retryAfter: 5)) > 2_000)
        #expect(try #require(waitSeconds(attempts: 1, retryAfter: -5)) > 20)
    }

    @Test func `what waits for the office is tried again while it is open, and is given its days`()
        throws
    {
        // Friday 2022-12-28 is followed by the days around New Year: the office opens on 2023-01-04.
        let first = try #require(Timestamp(parsing: "2022-12-28T17:14"))
        let office = OfficeHours()
        func next(after moment: String, attempts: Int = 8) -> Timestamp? {
            Timestamp(parsing: moment).flatMap {
                RetrySchedule.next(
                    attempts: attempts, deliveryID: 1, firstAttempt: first, now: $0,
                    retryAfterSeconds: nil, office: office)
            }
        }
        #expect(next(after: "2022-12-28T17:14") == Timestamp(parsing: "2023-01-04T08:30"))
        // Three days are over by then, but the office has not been open on three.
        let again = try #require(next(after: "2023-01-04T08:30", attempts: 1))
        #expect(again.japanDescription.hasPrefix("2023-01-04T08:30"))
        #expect(next(after: "2023-01-06T17:00") == Timestamp(parsing: "2023-01-10T08:30"))
        #expect(next(after: "2023-01-06T17:15") == nil)
    }

    @Test func `after three days a delivery is a dead letter`() {
        #expect(waitSeconds(attempts: 80, ageSeconds: 3 * 86_400 - 1) != nil)
        #expect(waitSeconds(attempts: 80, ageSeconds: 3 * 86_400) == nil)
    }
}
