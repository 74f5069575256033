import ShirubeCore
import Testing

@Suite struct StatusDocumentTests {
    private func document(
        _ value: Double?, reason: String = "理由", override: Override? = nil,
        isRejudged: Bool = false
    ) -> StatusDocument {
        let indicator = indicator(.annualFlow, id: "k", target: 50)
        let standing = Standing(
            indicator: indicator.id, period: value.map { _ in period("FY2022Q2") }, value: value,
            expected: value.map { $0 * 2 }, achievementRate: value.map { $0 * 2 / 3 },
            progressRate: nil,
            prospect: value == nil
                ? Standing.Prospect()
                : Standing.Prospect(
                    estimate: 30, median: 40, low80: 35, high80: 44.5, probability: 0.05, pace: 0.5,
                    requiredRate: 50, bestRate: 32, season: 0.5,
                    profile: [Double](repeating: 0.0833333, count: 12), isFinal: false,
                    evaluations: 6),
            lag: value.map { _ in Standing.Lag(since: period("FY2022Q1"), isRecovering: true) },
            signals: value == nil ? [] : [.suddenChange], answer: .overdue,
            status: value == nil ? .awaitingData : .lagging,
            letter: value.map { _ in Standing.Letter(text: "C", table: "standard-1") },
            reasons: [Standing.Reason(code: "forecast", text: Wording(ja: reason, en: "slow"))],
            definition: 1, rule: "probability-1")
        return StatusDocument(
            asOf: japanTime("2022-10-17"), isRejudged: isRejudged,
            entries: [
                StatusDocument.Entry(
                    strategy: Identifier("s"), indicator: indicator, standing: standing,
                    override: override, trend: value == nil ? [] : [4, nil, 10])
            ],
            drops: [
                StatusDocument.Drops(
                    strategy: Identifier("s"), department: Identifier("d-1"), accepted: 2,
                    unchanged: 1, rejected: 0, lastFile: nil, lastTakenAt: nil)
            ], outbox: (3, 2, 1))
    }

    @Test func `JSON carries figures as they were judged, and null for what is undefined`() {
        let shares = [String](repeating: "0.0833333", count: 12).joined(separator: ",")
        #expect(
            document(10).json(.japanese).compact
                == #"{"asOf":"2022-10-17T00:00:00+09:00","rejudged":false,"rule":null,"#
                + #""indicators":[{"id":"k","name":"指標","#
                + #""departments":["d-1"],"period":"FY2022Q2","value":10,"expected":20,"#
                + #""achievementRate":6.666666666666667,"progressRate":null,"status":"LAG","override":null,"absences":[],"#
                + #""reasons":[{"code":"forecast","text":"理由"}],"strategy":"s","continues":null,"#
                + #""estimate":30,"forecast":{"median":40,"low80":35,"high80":44.5},"#
                + #""probability":0.05,"pace":0.5,"requiredRate":50,"bestRate":32,"#
                + #""season":{"passed":0.5,"profile":["# + shares + #"],"years":0},"#
                + #""lagging":{"since":"FY2022Q1","recovering":true},"evaluations":6,"#
                + #""signals":["sudden-change"],"answer":"overdue","isFinal":false,"letter":"C","#
                + #""letterTable":"standard-1","nationalClass":"B","definition":1,"#
                + #""rule":"probability-1"}],"#
                + #""drops":[{"strategy":"s","department":"d-1","accepted":2,"unchanged":1,"#
                + #""rejected":0,"lastFile":null,"lastTakenAt":null}],"#
                + #""outbox":{"due":3,"delivered":2,"dead":1,"dropped":0,"pauses":[]}}"#)
    }

    @Test func `an indicator never reported is listed with nulls`() {
        let text = document(nil).json(.japanese).compact
        #expect(text.contains(#""period":null,"value":null,"expected":null"#))
    }

    @Test func `CSV quotes what would break a row`() {
        let lines = document(10, reason: "\"a\", b").csv(.japanese).split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(
            lines.last?.hasSuffix(
                #",LAG,"""a"", b",,,30,40,35,44.5,0.05,FY2022Q1,true,sudden-change,overdue,C,1,probability-1,"#
            )
                == true)
    }

    @Test func `an owner's view stands beside the judgement in every form`() {
        let own = Override(
            status: .watch, reason: "様子見", author: "課長", at: japanTime("2022-10-17T09:00"),
            until: day("2022-12-31"), period: nil)
        let document = document(10, override: own)
        let lines = document.table(.japanese).split(separator: "\n")
        #expect(lines[2].hasSuffix("LAG 遅れ C 回復中 急変・数値確認 → WATCH 注意＊"))
        #expect(
            lines.contains(
                "＊ k 課長が令和4年10月17日（月）に「注意」と判断。理由：様子見（令和4年12月31日（土）まで）"))
        #expect(document.csv(.japanese).contains(",LAG,理由,WATCH,様子見"))
        #expect(
            document.json(.japanese).compact.contains(
                #""status":"LAG","override":{"status":"WATCH","reason":"様子見","by":"課長","#
                    + #""at":"2022-10-17T09:00:00+09:00","until":"2022-12-31","period":null}"#))
    }

    @Test func `what was judged anew says so`() {
        let document = document(10, isRejudged: true)
        #expect(
            document.table(.english).contains("Rejudged: what was known then, by today's rules"))
        #expect(
            document.json(.japanese).compact.contains(#""rejudged":true,"rule":"\#(Judge.rule)""#))
    }

    @Test func `the table is aligned and ends with what was taken in and sent`() {
        let lines = document(1_234.5).table(.japanese).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("ID"))
        #expect(lines[2].contains("1,234.5") && lines[2].hasSuffix("LAG 遅れ C 回復中 急変・数値確認"))
        #expect(lines[2].contains("40（35〜45）") && lines[2].contains("5%  未回答"))
        #expect(lines.contains { $0.contains("受理2件、差し戻し0件") && $0.contains("断念1件") })
        let english = document(10).table(.english)
        #expect(english.contains("LAG Lagging C recovering") && english.contains("2 accepted"))
    }

    @Test func `the trend stands beside the figures, and nothing where there are none`() {
        let lines = document(10).table(.japanese).split(separator: "\n")
        #expect(lines[0].contains("推移"))
        #expect(lines[2].contains("人    ▁·█    6.7%"))
        #expect(document(nil).table(.japanese).contains("人    -"))
    }

    @Test func `on a narrow screen it says which columns are missing, and breaks its last line`() {
        let screen = Screen(columns: 60, rows: 24)
        let text = document(1_234.5).text(.japanese, on: screen)
        let lines = text.lines
        #expect(lines.allSatisfy { TextWidth.columns($0, screen.cells) <= 60 })
        #expect(lines[3].hasPrefix("画面の幅に収まらないため「期間」「期待値」"))
        #expect(lines[2].hasPrefix("k   指標  1,234.5"))
        #expect(lines[2].contains("LAG 遅れ"))
        // What was cut off is still known, and a sentence that takes two lines is one.
        #expect(text.contents[2].contains("急変・数値確認"))
        #expect(text.contents.suffix(2).first == text.contents.last)
        #expect(lines.suffix(2).first != lines.last)
    }
}
