import ShirubeCore
import Testing

@Suite struct StatusDocumentTests {
    private func document(_ value: Double?, reason: String = "理由") -> StatusDocument {
        let indicator = indicator(.annualFlow, id: "k", target: 50)
        let standing = Standing(
            indicator: indicator.id, period: value.map { _ in period("FY2022Q2") }, value: value,
            expected: value.map { $0 * 2 }, achievementRate: value.map { $0 * 2 / 3 },
            progressRate: nil, status: value == nil ? .awaitingData : .lagging,
            reasons: [Standing.Reason(code: "pace", text: Wording(ja: reason, en: "slow"))],
            rule: "pace-1")
        return StatusDocument(
            asOf: japanTime("2022-10-17"),
            entries: [
                StatusDocument.Entry(
                    strategy: Identifier("s"), indicator: indicator, standing: standing)
            ],
            drops: [
                StatusDocument.Drops(
                    strategy: Identifier("s"), department: Identifier("d-1"), accepted: 2,
                    unchanged: 1, rejected: 0, lastFile: nil, lastTakenAt: nil)
            ], outbox: (3, 2, 1))
    }

    @Test func `JSON carries figures unrounded, and null for what is undefined`() {
        #expect(
            document(10).json(.japanese).compact
                == #"{"asOf":"2022-10-17T00:00:00+09:00","indicators":[{"id":"k","name":"指標","#
                + #""departments":["d-1"],"period":"FY2022Q2","value":10,"expected":20,"#
                + #""achievementRate":6.666666666666667,"progressRate":null,"status":"LAG","#
                + #""reasons":[{"code":"pace","text":"理由"}],"absences":[],"strategy":"s","rule":"pace-1"}],"#
                + #""drops":[{"strategy":"s","department":"d-1","accepted":2,"unchanged":1,"#
                + #""rejected":0,"lastFile":null,"lastTakenAt":null}],"#
                + #""outbox":{"due":3,"delivered":2,"dead":1}}"#)
    }

    @Test func `an indicator never reported is listed with nulls`() {
        let text = document(nil).json(.japanese).compact
        #expect(text.contains(#""period":null,"value":null,"expected":null"#))
    }

    @Test func `CSV quotes what would break a row`() {
        let lines = document(10, reason: "\"a\", b").csv(.japanese).split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.last?.hasSuffix(#",LAG,"""a"", b""#) == true)
    }

    @Test func `the table is aligned and ends with what was taken in and sent`() {
        let lines = document(1_234.5).table(.japanese).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("ID"))
        #expect(lines[2].contains("1,234.5") && lines[2].hasSuffix("LAG 遅れ"))
        #expect(lines.contains { $0.contains("受理2件、差し戻し0件") && $0.contains("断念1件") })
        let english = document(10).table(.english)
        #expect(english.contains("LAG Lagging") && english.contains("2 accepted"))
    }
}
