import ShirubeCore
import Testing

@Suite struct AgendaDocumentTests {
    @Test func `of what runs each working day the next run stands for all, but not in JSON`() throws
    {
        let entries = [
            ScheduleEntry(
                job: .reminder, each: .workingDay, on: .itself,
                at: try #require(TimeOfDay(iso: "09:00"))),
            ScheduleEntry(
                job: .inquiry, each: .quarter, on: .workingDaysAfterEnd(1),
                at: try #require(TimeOfDay(iso: "09:00"))),
        ]
        let strategy: Identifier<Strategy> = Identifier("mihon-2020")
        let jobs = DueJobs.coming(
            entries: entries, calendar: BusinessCalendar(), strategy: strategy,
            after: japanTime("2022-09-28T12:00"), through: japanTime("2022-10-05T12:00"))
        let document = AgendaDocument(
            rows: jobs.map { AgendaDocument.Row(strategy: strategy, job: $0, recipients: []) },
            days: 7)
        let lines = document.table(.japanese).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[2].contains("9月29日") && lines[2].contains("開庁日ごと"))
        #expect(lines[3].contains("10月3日") && lines[3].contains("FY2022Q2"))
        guard case .array(let runs) = document.json else {
            Issue.record("no array")
            return
        }
        #expect(runs.count == 6)
    }
}
