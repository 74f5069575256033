import ShirubeCore
import Testing

struct DueJobsTests {
    private let calendar = BusinessCalendar()
    private let entry = ScheduleEntry(
        job: .quarterlySummary, workingDaysAfterEnd: 10, hour: 9, minute: 0)

    private func due(
        created: String, now: String, run: Set<DueJob.Run> = [], entries: [ScheduleEntry]? = nil
    ) -> [String] {
        DueJobs.due(
            entries: entries ?? [entry], calendar: calendar, ledgerCreated: japanTime(created),
            now: japanTime(now),
            alreadyRun: run
        ).map { "\($0.quarter) \($0.dueAt.japanDescription)" }
    }

    @Test func `a quarter comes due ten working days after its end, at nine`() {
        #expect(due(created: "2022-10-01", now: "2022-10-17T08:59") == [])
        #expect(
            due(created: "2022-10-01", now: "2022-10-17T09:00")
                == ["FY2022Q2 2022-10-17T09:00:00+09:00"])
    }

    @Test func `nothing that came due before the ledger was created is owed`() {
        #expect(due(created: "2022-10-17T09:00", now: "2022-12-31") == [])
    }

    @Test func `every quarter missed while nobody was there runs once, oldest first`() {
        #expect(
            due(created: "2022-10-01", now: "2023-06-01").map { $0.prefix(8) }
                == ["FY2022Q2", "FY2022Q3", "FY2022Q4"])
    }

    @Test func `what has run does not run again, even under a changed entry`() {
        let run = DueJob.Run(job: .quarterlySummary, quarter: period("FY2022Q2"))
        #expect(due(created: "2022-10-01", now: "2022-12-01", run: [run]) == [])
        let later = ScheduleEntry(
            job: .quarterlySummary, workingDaysAfterEnd: 15, hour: 9, minute: 0)
        #expect(due(created: "2022-10-01", now: "2022-12-01", run: [run], entries: [later]) == [])
    }

    @Test func `of two entries for one job the earlier one runs`() {
        let sooner = ScheduleEntry(
            job: .quarterlySummary, workingDaysAfterEnd: 5, hour: 9, minute: 0)
        #expect(
            due(created: "2022-10-01", now: "2022-12-01", entries: [entry, sooner])
                == ["FY2022Q2 2022-10-07T09:00:00+09:00"])
    }

    @Test func `the run of a due job is what the ledger remembers`() {
        let jobs = DueJobs.due(
            entries: [entry], calendar: calendar, ledgerCreated: japanTime("2022-10-01"),
            now: japanTime("2022-12-01"), alreadyRun: [])
        #expect(
            jobs.map(\.run) == [DueJob.Run(job: .quarterlySummary, quarter: period("FY2022Q2"))])
    }

    @Test func `the next moment is the first one after now`() {
        let next = {
            DueJobs.next(entries: [entry], calendar: calendar, after: japanTime($0))?
                .japanDescription
        }
        #expect(next("2022-10-17T08:59") == "2022-10-17T09:00:00+09:00")
        #expect(next("2022-10-17T09:00") == "2023-01-18T09:00:00+09:00")
        #expect(
            DueJobs.next(entries: [], calendar: calendar, after: japanTime("2022-10-17")) == nil)
    }

    @Test func `a moment that lies quarters after its own is found`() {
        let slow = ScheduleEntry(
            job: .quarterlySummary, workingDaysAfterEnd: 130, hour: 9, minute: 0)
        let moment = DueJobs.dueAt(slow, calendar: calendar, quarter: period("FY2022Q1"))
        #expect(
            DueJobs.next(entries: [slow], calendar: calendar, after: moment.adding(seconds: -1))
                == moment)
    }
}
