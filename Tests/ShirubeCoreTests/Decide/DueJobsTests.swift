import ShirubeCore
import Testing

struct DueJobsTests {
    private let calendar = BusinessCalendar()
    private let rei: Identifier<Strategy> = Identifier("rei")

    private func entry(
        _ day: ScheduleEntry.DayRule = .workingDaysAfterEnd(10),
        each interval: ScheduleEntry.Interval = .quarter, at time: String = "09:00",
        strategies: [String] = [], missed: ScheduleEntry.MissedRuns? = nil
    ) throws -> ScheduleEntry {
        ScheduleEntry(
            job: .quarterlySummary, each: interval, on: day,
            at: try #require(TimeOfDay(iso: time)), strategies: strategies.map { Identifier($0) },
            missed: missed)
    }

    private func due(
        begun: String, now: String, run: [String] = [], through: String? = nil,
        _ entries: [ScheduleEntry]
    ) throws -> [String] {
        let ledger = JobLedger(
            begun: [.quarterlySummary: japanTime(begun)],
            settledThrough: through.map { [.quarterlySummary: japanTime($0)] } ?? [:],
            settled: Set(
                try run.map {
                    DueJob.Run(
                        job: .quarterlySummary, period: try #require(JobPeriod(code: $0)))
                }))
        return DueJobs.due(
            entries: entries, calendar: calendar, strategy: rei, ledger: ledger,
            now: japanTime(now)
        ).map { "\($0.job.period) \($0.job.dueAt.japanDescription.prefix(16)) \($0.settlement)" }
    }

    @Test func `a quarter comes due ten working days after its end, at nine`() throws {
        #expect(try due(begun: "2022-10-01", now: "2022-10-17T08:59", [entry()]) == [])
        #expect(
            try due(begun: "2022-10-01", now: "2022-10-17T09:00", [entry()])
                == ["FY2022Q2 2022-10-17T09:00 ran"])
    }

    @Test func `nothing that came due before its job was scheduled is owed`() throws {
        #expect(try due(begun: "2022-10-17T09:00", now: "2022-12-31", [entry()]) == [])
        let nobody = DueJobs.due(
            entries: [try entry()], calendar: calendar, strategy: rei, ledger: JobLedger(),
            now: japanTime("2022-12-31"))
        #expect(nobody.isEmpty)
    }

    @Test func `every quarter missed while nobody was there runs once, oldest first`() throws {
        #expect(
            try due(begun: "2022-10-01", now: "2023-06-01", [entry()]).map { $0.prefix(8) }
                == ["FY2022Q2", "FY2022Q3", "FY2022Q4"])
    }

    @Test func `a run that may be skipped is skipped once its day is past`() throws {
        let skipping = try entry(missed: .skip)
        #expect(
            try due(begun: "2022-10-01", now: "2022-10-17T23:59", [skipping])
                == ["FY2022Q2 2022-10-17T09:00 ran"])
        #expect(
            try due(begun: "2022-10-01", now: "2022-10-18T00:00", [skipping])
                == ["FY2022Q2 2022-10-17T09:00 skipped"])
    }

    @Test func `of runs that may be merged the newest stands for all`() throws {
        let daily = try entry(.itself, each: .workingDay, missed: .merge)
        #expect(
            try due(begun: "2022-10-06T10:00", now: "2022-10-12T08:00", [daily]) == [
                "2022-10-07 2022-10-07T09:00 merged", "2022-10-11 2022-10-11T09:00 ran",
            ])
        #expect(
            try due(begun: "2022-10-06T10:00", now: "2022-10-12T09:00", [daily]) == [
                "2022-10-07 2022-10-07T09:00 merged", "2022-10-11 2022-10-11T09:00 merged",
                "2022-10-12 2022-10-12T09:00 ran",
            ])
    }

    @Test func `what is settled does not run again, even under a changed entry`() throws {
        let settled = ["FY2022Q2"]
        #expect(
            try due(begun: "2022-10-01", now: "2022-12-01", run: settled, [entry()]) == [])
        let later = try entry(.workingDaysAfterEnd(15))
        #expect(
            try due(
                begun: "2022-10-01", now: "2022-12-01", run: settled, through: "2022-10-17T09:00",
                [later]) == [])
    }

    @Test func `what came due before the newest settled run is settled as well`() throws {
        let daily = try entry(.itself, each: .workingDay)
        #expect(
            try due(
                begun: "2020-01-01", now: "2022-10-12T12:00", through: "2022-10-11T09:00", [daily])
                == ["2022-10-12 2022-10-12T09:00 ran"])
    }

    @Test func `an entry for other strategies asks for nothing`() throws {
        let other = try entry(strategies: ["betsu"])
        #expect(try due(begun: "2022-10-01", now: "2022-12-01", [other]) == [])
        let both = try entry(strategies: ["betsu", "rei"])
        #expect(try due(begun: "2022-10-01", now: "2022-12-01", [both]).count == 1)
    }

    @Test func `entries whose periods differ run beside each other`() throws {
        let entries = [
            try entry(), try entry(.workingDay(1), each: .month, at: "08:45"),
        ]
        #expect(
            try due(begun: "2022-10-01", now: "2022-11-02", entries) == [
                "FY2022-09 2022-10-03T08:45 ran", "FY2022Q2 2022-10-17T09:00 ran",
                "FY2022-10 2022-11-01T08:45 ran",
            ])
    }

    @Test func `a run knows its quarter, and whether its day is past`() throws {
        let jobs = DueJobs.coming(
            entries: [try entry(), try entry(.last(weekday: 5), each: .month)],
            calendar: calendar, strategy: rei, after: japanTime("2022-10-01"),
            through: japanTime("2022-10-31"))
        #expect(jobs.map(\.quarter) == [period("FY2022Q2"), period("FY2022Q2")])
        #expect(jobs.map(\.dueAt.japanDate) == [day("2022-10-17"), day("2022-10-28")])
        #expect(jobs[0].isLate(at: japanTime("2022-10-17T23:59")) == false)
        #expect(jobs[0].isLate(at: japanTime("2022-10-18")))
        #expect(jobs[0].run == DueJob.Run(job: .quarterlySummary, period: jobs[0].period))
    }

    @Test func `the next moment is the first one after now`() throws {
        let entries = [try entry()]
        let next = {
            DueJobs.next(entries: entries, calendar: calendar, after: japanTime($0))?
                .japanDescription
        }
        #expect(next("2022-10-17T08:59") == "2022-10-17T09:00:00+09:00")
        #expect(next("2022-10-17T09:00") == "2023-01-18T09:00:00+09:00")
        #expect(
            DueJobs.next(entries: [], calendar: calendar, after: japanTime("2022-10-17")) == nil)
    }

    @Test func `a moment that lies quarters after its own is found`() throws {
        let slow = try entry(.workingDaysAfterEnd(130))
        let moment = try #require(slow.moment(for: .period(period("FY2022Q1")), calendar))
        #expect(
            DueJobs.next(entries: [slow], calendar: calendar, after: moment.adding(seconds: -1))
                == moment)
    }
}
