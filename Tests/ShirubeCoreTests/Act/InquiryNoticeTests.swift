import ShirubeCore
import Testing

@Suite struct InquiryNoticeTests {
    private func occasion() throws -> InquiryNotice.Occasion {
        let strategy = SampleStrategy.strategy
        let department = try #require(strategy.department(Identifier("kanko")))
        let quarter = period("FY2022Q2")
        let figures = Answers.owed(
            of: strategy, endingIn: quarter.absoluteMonths, dueDays: DueDays()
        ).filter { $0.indicator.departments.contains(department.id) }
        let before = KnownReading(
            sequence: 1, period: period("FY2022Q1"), basis: .period, part: nil,
            value: .number(1_234), isFinal: true, weight: nil)
        return InquiryNotice.Occasion(
            strategy: strategy, department: department, figures: figures,
            current: [Identifier("m01-1-1"): CurrentReadings([before])],
            folder: "/srv/shirube/drops/kanko", mark: "架空")
    }

    @Test func `the inquiry and the reminder are those of the golden file`() throws {
        let quarter = period("FY2022Q2")
        let texts = try Language.allCases.flatMap { language in
            [
                InquiryNotice.inquiry(try occasion(), period: quarter, language: language),
                InquiryNotice.reminder(try occasion(), language: language),
            ]
        }
        try Golden.expect(
            texts.flatMap { [$0.subject, "", $0.body] }.joined(separator: "\n"),
            "inquiry-notice.txt")
        #expect(texts[0].subject == "【架空】【照会】令和4年度第2四半期の実績（令和4年10月14日（金）まで）")
        #expect(texts[0].body.contains("1,234人"))
    }
}
