import ShirubeCore
import Testing

@testable import ShirubeCore

/// What is written of the next plan, with the rows of `SuccessorRow`; `TurnOfPlansTests` shows that it reads back.
@Suite struct SuccessorFileTests {
    private static let rows = [
        indicator(
            .planSum, id: "a1", target: 40, unit: "千円", cadence: .month, due: .workingDays(5),
            isPublicMoney: true, measure: nil, activeMonths: [4, 10], commonCauseYears: [2020],
            blocked: true, questions: ["1年分ですか：はい"]),
        indicator(
            .milestone, id: "a2", target: 1, measure: nil,
            stages: [
                Stage(name: "着手", weight: 0, due: period("FY2021")),
                Stage(name: "完了", weight: 1, due: period("FY2024")),
            ], commonCauseYears: [2020, 2021]),
    ]

    private func text(_ language: Language = .japanese) throws -> String {
        let current = CurrentReadings(ledger([Figure("FY2023", 12.5, certainty: .confirmed)]))
        let baseline = try #require(
            SuccessorBaseline(of: Self.rows[0], in: current, term: 2020...2024))
        return SuccessorFile(
            SuccessorFile.Plan(id: Identifier("s-2025"), name: "第3期: 戦略", term: 2025...2029),
            from: strategy(Self.rows),
            origins: [
                Identifier("a1"): SuccessorFile.Origin(baseline: baseline, files: ["実績.csv"])
            ], on: day("2025-02-14"), language: language
        ).text
    }

    @Test func `the head names both plans, and says what is to be done`() throws {
        let text = try text()
        #expect(text.hasPrefix("# 「総合戦略」（s）から2025-02-14に作った、次の計画のひな形です。"))
        #expect(
            text.contains(
                "strategy: s-2025\nname: \"第3期: 戦略\"\ncity: 市\nterm: {from: FY2025, to: FY2029}\n"))
        #expect(text.contains("succeeds: s\ncommonCauseYears: [FY2020]\n"))
        #expect(try self.text(.english).hasPrefix("# The next plan, started from 総合戦略 (s)"))
    }

    @Test
    func `a row keeps its definition, starts from the newest figure, and leaves the target open`()
        throws
    {
        let text = try text()
        #expect(
            text.contains(
                """
                      - id: a1
                        continues: a1
                        name: 指標
                        unit: "千円"
                        departments: [d-1]
                        # 前の計画の最新の実績（令和5年度、確報） ← 実績.csv
                        baseline: {value: 12.5, period: FY2023}
                        # 記入：目標値（前の計画では 40千円（令和6年度））
                        target: {value: null, period: FY2029}
                        kind: K1
                """))
        #expect(text.contains("        cadence: month\n        due: {workingDays: 5}\n"))
        #expect(text.contains("        activeMonths: [4, 10]\n"))
        #expect(
            text.contains("        blocked: true\n        questions:\n          - 1年分ですか：はい\n")
                == false)
        #expect(text.contains("          - \"1年分ですか：はい\"\n"))
    }

    @Test func `stages lose the days of the plan that ends, and start from nothing`() throws {
        let text = try text()
        #expect(
            text.contains(
                """
                        # 段階の指標に基準値はありません。
                        baseline: null
                """))
        #expect(text.contains("          - {name: 着手, weight: 0}\n"))
        #expect(text.contains("        commonCauseYears: [FY2021]\n"))
    }

    @Test(arguments: [
        ("就職の支援", "就職の支援"), ("1-1", "\"1-1\""), ("null", "\"null\""), ("a: b", "\"a: b\""),
        ("", "\"\""), ("引用\"と\\", "\"引用\\\"と\\\\\""), ("a\nb", "\"a\\x0ab\""), ("-a", "\"-a\""),
        ("a #b", "\"a #b\""), ("No", "\"No\""),
    ])
    func `text stands so that it is read as text`(text: String, written: String) {
        #expect(YAMLText.scalar(text) == written)
    }

    @Test func `numbers have neither marks nor exponents`() {
        #expect(YAMLText.number(11_448_300) == "11448300")
        #expect(YAMLText.number(-0.125) == "-0.125")
        #expect(YAMLText.scalar(nil) == "null")
    }
}
