import ShirubeCore
import Testing

@Suite struct AnswersDocumentTests {
    private func document() throws -> AnswersDocument {
        let strategy = SampleStrategy.strategy
        let quarter = period("FY2022Q2")
        let moment = japanTime("2022-10-17T09:00")
        let answers = Answers.answers(
            strategy: strategy, quarter: quarter, current: [:], dueDays: DueDays(),
            on: moment.japanDate,
            lastAccepted: [Identifier("kanko"): japanTime("2022-07-12T10:30")],
            rejected: [Identifier("kanko"): 2])
        let owed = Answers.owed(
            of: strategy, endingIn: quarter.absoluteMonths, dueDays: DueDays())
        var late: [Identifier<Department>: Punctuality] = [:]
        Punctuality.add(owed, known: [:], to: &late)
        let rows = zip(strategy.departments, answers).map { department, answer in
            AnswersDocument.Row(
                department: department, answer: answer,
                punctuality: late[department.id] ?? Punctuality(),
                missing: owed.filter { $0.indicator.departments.contains(department.id) })
        }
        return AnswersDocument(strategy: strategy, quarter: quarter, moment: moment, rows: rows)
    }

    @Test func `the answers are those of the golden files`() throws {
        let document = try document()
        let tables = Language.allCases.map { document.table($0, listing: true) }
        try Golden.expect(tables.joined(separator: "\n"), "answers.txt")
        try Golden.expect(document.json.pretty, "answers.json")
        #expect(document.csv(.english).hasPrefix("Department ID,Department,Owed,"))
        #expect(document.csv(.japanese).split(separator: "\r\n").count == document.rows.count + 1)
    }

    @Test func `one department can be shown alone, and nobody where nothing is owed`() throws {
        let document = try document()
        #expect(document.only(Identifier("kanko")).rows.map(\.department.id.text) == ["kanko"])
        #expect(document.only(nil) == document)
        let none = AnswersDocument(
            strategy: document.strategy, quarter: document.quarter, moment: document.moment,
            rows: [])
        #expect(none.table(.japanese, listing: true) == "令和4年度第2四半期に報告する指標はありません。\n")
    }
}
