import ShirubeCore
import Testing

@Suite struct RollupDocumentTests {
    private func document(by group: Rollup.Group) -> RollupDocument {
        let rows = [
            indicator(.level, id: "a", target: 1),
            indicator(
                .level, id: "b", target: 1, departments: ["d-1", "d-2"], measure: nil, goal: "g-2"),
        ]
        let statuses: [Status] = [.onTrack, .lagging]
        let city = strategy(rows)
        let status = StatusDocument(
            asOf: japanTime("2022-10-17"), isRejudged: false,
            entries: zip(rows, statuses).map { row, status in
                StatusDocument.Entry(
                    strategy: city.id, indicator: row,
                    standing: Standing(
                        indicator: row.id, period: nil, value: nil, expected: nil,
                        achievementRate: nil, progressRate: nil, status: status, reasons: [],
                        rule: "probability-1"), override: nil)
            }, drops: [], outbox: (0, 0, 0))
        return RollupDocument(status, of: [city], by: group)
    }

    @Test func `departments are counted in a table, and a joint indicator for each of them`() {
        let lines = document(by: .department).table(.japanese).split(separator: "\n").map(
            String.init)
        #expect(lines.first == "s")
        #expect(lines[1].contains("順調") && lines[1].contains("遅れ") && !lines[1].contains("達成"))
        #expect(lines.contains { $0.hasSuffix("全体") && $0.contains("2") })
        #expect(lines.contains { $0.hasSuffix("一課") })
        #expect(lines.contains { $0.hasSuffix("二課") })
    }

    @Test func `on a narrow screen codes stand for the words, and long names are shortened`() {
        let wide = document(by: .department).table(.english, on: Screen(columns: 80, rows: 24))
        #expect(wide == document(by: .department).table(.english))
        let narrow = document(by: .department).table(.english, on: Screen(columns: 30, rows: 24))
        let lines = narrow.split(separator: "\n").map(String.init)
        #expect(lines[1] == "Total  ON  LAG  Department")
        #expect(lines.contains("    1   1    1  二課") || lines.contains("    1   0    1  二課"))
    }

    @Test func `measures are counted in JSON, the goals' own targets without an id`() {
        let text = document(by: .measure).json(.japanese).compact
        #expect(
            text.hasPrefix(#"{"asOf":"2022-10-17T00:00:00+09:00","by":"measure","strategies":"#))
        #expect(text.contains(#"{"id":null,"name":"数値目標","counts":{"total":1,"#))
        #expect(text.contains(#"{"id":"m-1","name":"#))
        #expect(text.contains(#""LAG":1"#) && text.contains(#""MET":0"#))
    }

    @Test func `goals are counted in CSV, every status a column`() {
        let lines = document(by: .goal).csv(.japanese).split(separator: "\r\n").map(String.init)
        #expect(lines.first?.hasPrefix("strategy,id,name,total,MET,LVL,ON,") == true)
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("s,,全体,2,0,0,1,"))
    }
}
