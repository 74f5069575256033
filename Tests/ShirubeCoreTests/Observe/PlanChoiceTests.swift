import ShirubeCore
import Testing

@Suite struct PlanChoiceTests {
    private static let today = day("2025-07-10")

    private func candidate(
        _ id: String, _ term: ClosedRange<Int>, _ periods: [String] = [],
        errors: [(rule: Rule, line: Int)] = []
    ) -> PlanChoice.Candidate {
        let findings = errors.map {
            Finding(
                rule: $0.rule.rawValue, severity: .error, line: $0.line,
                message: Wording(ja: "", en: ""), remedy: $0.rule.remedy)
        }
        return PlanChoice.Candidate(
            strategy: Identifier(id), name: "計画\(id)", term: term,
            drop: ParsedDrop(readingCount: periods.count, findings: findings, encoding: "UTF-8"),
            periods: Set(periods.map(period)))
    }

    private func choose(_ candidates: PlanChoice.Candidate...) -> String {
        switch PlanChoice.choose(among: candidates, today: Self.today) {
        case .plan(let place): candidates[place].strategy.text
        case .refused(_, let drop): drop.findings[0].message.japanese
        }
    }

    @Test func `the id of a plan in the file's name decides, the longer one before the shorter`() {
        let plans = [Identifier<Strategy>("rei"), Identifier("rei-2025")]
        #expect(PlanChoice.named("REI-2025_実績.csv", among: plans) == plans[1])
        #expect(PlanChoice.named("rei_実績.csv", among: plans) == plans[0])
        #expect(PlanChoice.named("実績.csv", among: plans) == nil)
    }

    @Test func `what one plan alone can read is that plan's, whatever its years`() {
        let unknown = [(Rule.indicatorUnknown, 2)]
        #expect(
            choose(
                candidate("a", 2020...2024, ["FY2025Q1"]),
                candidate("b", 2025...2029, errors: unknown)) == "a")
        #expect(
            choose(
                candidate("a", 2020...2024, errors: unknown),
                candidate("b", 2025...2029, ["FY2024Q4"])) == "b")
    }

    @Test(arguments: [
        (["FY2024Q4"], "a"), (["FY2025Q1"], "b"), (["FY2018", "FY2023"], "a"),
        (["FY2025", "FY2031"], "b"), ([], "b"),
    ])
    func `where both can read it the years decide`(periods: [String], plan: String) {
        #expect(
            choose(candidate("a", 2020...2024, periods), candidate("b", 2025...2029, periods))
                == plan)
    }

    @Test func `figures of two plans are refused by their names`() {
        let periods = ["FY2024Q4", "FY2025Q1"]
        #expect(
            choose(candidate("a", 2020...2024, periods), candidate("b", 2025...2029, periods))
                == "このファイルには、「計画a」（a）と「計画b」（b）の二つの計画の実績が混じっています。")
    }

    @Test func `a year that both plans have decides nothing`() {
        let periods = ["FY2024Q4"]
        #expect(
            choose(candidate("a", 2020...2024, periods), candidate("b", 2024...2028, periods))
                == "令和6年度第4四半期は「計画a」（a）と「計画b」（b）の両方の期間なので、どちらの実績か分かりません。")
    }

    @Test func `rows of two plans under ids of their own are told as such`() {
        #expect(
            choose(
                candidate("a", 2020...2024, errors: [(.indicatorUnknown, 3)]),
                candidate("b", 2025...2029, errors: [(.indicatorUnknown, 2)])
            ).contains("二つの計画の実績が混じっています"))
        // A row that nobody knows is a slip of the pen, told by the plan that knows most.
        #expect(
            choose(
                candidate(
                    "a", 2020...2024, errors: [(.indicatorUnknown, 2), (.indicatorUnknown, 3)]),
                candidate("b", 2025...2029, errors: [(.indicatorUnknown, 3)])) == "b")
    }

    @Test func `a file that no plan can read is told of by the plan of its years`() {
        let broken = [(Rule.numberUnreadable, 4)]
        #expect(
            choose(
                candidate("a", 2020...2024, ["FY2024Q4"], errors: broken),
                candidate("b", 2025...2029, ["FY2024Q4"], errors: broken)) == "a")
    }

    @Test func `a sink takes note of periods alone`() throws {
        var sink = PeriodSink()
        let parser = DropParser(
            strategy: SampleStrategy.strategy, department: Identifier("kanko"))
        let row = try #require(
            SampleStrategy.strategy.indicators(of: Identifier("kanko")).first { $0.kind.isFlow })
        let text = "指標ID,年度,期間,実績値\r\n\(row.id),R4,Q1,5\r\n\(row.id),R4,Q2,6\r\n"
        _ = try parser.parse(
            DropBytes(Array(text.utf8)), fileName: "a.csv", today: Drop.today, into: &sink)
        #expect(sink.periods == [period("FY2022Q1"), period("FY2022Q2")])
    }
}
