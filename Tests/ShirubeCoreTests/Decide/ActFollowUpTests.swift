import ShirubeCore
import Testing

@Suite struct ActFollowUpTests {
    private func moment(_ due: String, _ last: String?, _ now: String) -> Timestamp? {
        ActFollowUp.moment(
            due: day(due), last: last.map(japanTime), office: OfficeHours(), now: japanTime(now))
    }

    @Test func `an act is asked for when the office opens on its last day, and monthly then`() {
        #expect(moment("2022-11-30", nil, "2022-11-30T08:29") == nil)
        #expect(moment("2022-11-30", nil, "2022-11-30T08:30") == japanTime("2022-11-30T08:30"))
        #expect(moment("2022-11-30", "2022-11-30T08:30", "2022-12-29T12:00") == nil)
        // 30 December is closed, as are the days around New Year.
        #expect(moment("2022-11-30", "2022-11-30T08:30", "2023-01-03T12:00") == nil)
        #expect(
            moment("2022-11-30", "2022-11-30T08:30", "2023-01-04T09:00")
                == japanTime("2023-01-04T08:30"))
        #expect(moment("2022-11-30", "2023-01-04T09:00", "2023-01-29T09:00") == nil)
        #expect(
            moment("2022-11-30", "2023-01-04T09:00", "2023-02-28T08:30")
                == japanTime("2023-02-28T08:30"))
    }

    @Test func `a last day on which offices are closed moves on to the next working day`() {
        #expect(moment("2022-11-26", nil, "2022-11-27T12:00") == nil)
        #expect(moment("2022-11-26", nil, "2022-11-28T08:30") == japanTime("2022-11-28T08:30"))
    }

    @Test func `of several times that nobody asked, the newest stands for all`() {
        #expect(moment("2022-04-15", nil, "2022-10-20T10:00") == japanTime("2022-10-17T08:30"))
        #expect(moment("2022-04-15", "2022-10-17T08:30", "2022-10-20T10:00") == nil)
    }
}
