import ShirubeCore
import Testing

/// The office's words for a day, each checked against the calendar of a real year.
@Suite struct ScheduleTests {
    private let calendar = BusinessCalendar()

    private func days(
        _ rule: ScheduleEntry.DayRule, each interval: ScheduleEntry.Interval, _ from: String,
        _ until: String
    ) throws -> [String] {
        let entry = ScheduleEntry(
            job: .quarterlySummary, each: interval, on: rule,
            at: try #require(TimeOfDay(9, 0)))
        return DueJobs.coming(
            entries: [entry], calendar: calendar, strategy: Identifier("rei"),
            after: japanTime(from), through: japanTime(until)
        ).map { "\($0.period) \($0.dueAt.japanDate)" }
    }

    @Test func `the nth working day of a quarter speaks of the quarter before`() throws {
        #expect(
            try days(.workingDay(1), each: .quarter, "2022-12-01", "2023-04-30") == [
                "FY2022Q3 2023-01-04", "FY2022Q4 2023-04-03",
            ])
    }

    @Test func `the working days of a week end with its last one`() throws {
        // In the week of 2 May 2022 three holidays leave Monday and Friday.
        #expect(
            try days(.workingDay(3), each: .week, "2022-05-01", "2022-05-14") == [
                "2022-W17 2022-05-06", "2022-W18 2022-05-11",
            ])
    }

    @Test func `a week without a working day has no run`() throws {
        let closed = BusinessCalendar(
            closedOnce: Set((8...12).compactMap { CivilDate(2022, 8, $0) }))
        let entry = ScheduleEntry(
            job: .quarterlySummary, each: .week, on: .workingDay(1),
            at: try #require(TimeOfDay(9, 0)))
        let jobs = DueJobs.coming(
            entries: [entry], calendar: closed, strategy: Identifier("rei"),
            after: japanTime("2022-08-06"), through: japanTime("2022-08-20"))
        #expect(jobs.map(\.dueAt.japanDate) == [day("2022-08-15")])
    }

    @Test func `30 April of each fiscal year speaks of the year that has ended`() throws {
        #expect(
            try days(
                .dayOfYear(MonthDay(of: day("2022-04-30"))), each: .fiscalYear, "2022-04-01",
                "2024-12-31")
                == [
                    // A Saturday, a Sunday and a Tuesday.
                    "FY2021 2022-05-02", "FY2022 2023-05-01", "FY2023 2024-04-30",
                ])
    }

    @Test func `29 February is the 28th where the year has none`() throws {
        #expect(
            try days(
                .dayOfYear(MonthDay(of: day("2024-02-29"))), each: .fiscalYear, "2022-04-01",
                "2024-12-31")
                == ["FY2021 2023-02-28", "FY2022 2024-02-29"])
    }

    @Test func `the 31st is a short month's last day, and moves on from a closed one`() throws {
        #expect(
            try days(.dayOfMonth(31), each: .month, "2022-09-01", "2022-12-01") == [
                "FY2022-08 2022-09-30", "FY2022-09 2022-10-31", "FY2022-10 2022-11-30",
            ])
        #expect(
            try days(.dayOfMonth(10), each: .month, "2022-12-01", "2023-02-28") == [
                "FY2022-11 2022-12-12", "FY2022-12 2023-01-10", "FY2022-01 2023-02-10",
            ])
    }

    @Test func `the last Friday moves back from a closed day`() throws {
        #expect(
            try days(.last(weekday: 5), each: .month, "2022-10-01", "2023-01-01") == [
                "FY2022-09 2022-10-28", "FY2022-10 2022-11-25", "FY2022-11 2022-12-28",
            ])
    }

    @Test func `each working day leaves closed days out`() throws {
        #expect(
            try days(.itself, each: .workingDay, "2022-10-06T10:00", "2022-10-12") == [
                "2022-10-07 2022-10-07", "2022-10-11 2022-10-11",
            ])
    }

    @Test func `a job says how often it may run and what becomes of a missed run`() throws {
        let entry = ScheduleEntry(
            job: .quarterlySummary, each: .quarter, on: .workingDay(1),
            at: try #require(TimeOfDay(9, 0)))
        #expect(entry.missed == .once)
        #expect(ScheduleEntry.Job.quarterlySummary.intervals == [.quarter])
    }
}
