import ShirubeCore
import Testing

@Suite struct FigureReaderTests {
    private func parse(
        _ headings: String, _ cells: String, department: String = "kanko"
    ) -> ReadDrop {
        Drop.parse(
            "指標ID,年度,期間,実績値,\(headings)\n\(cells)\n", department: department)
    }

    @Test func `a row says basis, certainty, part and answers`() throws {
        let drop = parse(
            "集計,区分,内訳,分子,分母,回答数,備考",
            "m01-1-2,R4,Q2,12,年度累計,確報,市　内,,,,冬は別")
        let reading = try #require(drop.readings.first)
        #expect(reading.basis == .yearToDate)
        #expect(reading.certainty == .confirmed)
        #expect(reading.part == "市 内")
        #expect(reading.note == "冬は別")
        #expect(reading.department == Identifier("kanko"))
        let survey = parse("回答数", "m01-2-2,R3,年度,35.2,1 000人", department: "sports")
        #expect(survey.readings.first?.respondents == 1_000)
    }

    @Test(arguments: [
        ("集計", "m01-1-1,R4,Q2,12,累計", "basis-unknown"),
        ("集計", "m01-1-1,R4,Q2,12,なし", "basis-unknown"),
        ("集計", "m01-1-5,R4,Q2,40,計画累計", "basis-unsuitable"),
        ("集計", "m01-1-4,R4,Q2,11,年度累計", "basis-unsuitable"),
        ("区分", "m01-1-1,R4,Q2,12,見込み", "certainty-unknown"),
        ("単位", "m01-1-1,R4,Q2,12,件", "unit-mismatch"),
        ("内訳", "m01-1-3,R4,Q2,45,市内", "part-unsuitable"),
        ("分子,分母", "m01-1-3,R4,Q2,45,120,100", "ratio-above-one ratio-mismatch"),
        ("分子,分母", "m01-1-3,R4,Q2,45,50,100", "ratio-mismatch"),
        ("分子,分母", "m01-1-3,R4,Q2,,0,0", "ratio-denominator value-blank"),
        ("分子,分母", "m01-1-3,R4,Q2,45,約50,100", "number-inexact"),
        ("備考", "m01-1-1,R4,Q2,120以上,", "number-inexact"),
        ("備考", "m01-1-1,R4,Q2,12～15,", "number-inexact"),
        ("分子,分母", "m01-1-3,R4,Q2,45,-5,100", "number-negative"),
        ("分子,分母", "m01-1-3,R4,Q2,45,5人,100", "number-unreadable"),
        ("分子,分母", "m01-1-3,R4,Q2,45,50,", "ratio-incomplete"),
        ("回答数", "m01-1-3,R4,Q2,45,0.5", "respondents-invalid"),
        ("回答数", "m01-1-3,R4,Q2,45,0", "respondents-invalid"),
        ("備考", "m01-1-1,R4,Q2,(12),", "number-parentheses"),
        ("備考", "m01-1-1,R4,Q2,12件,", "unit-mismatch"),
        ("備考", "m01-1-1,R4,Q2,1.2E+05,", "number-scientific"),
        ("備考", "m01-1-1,R4,Q2,4月1日,", "number-date"),
        ("備考", "m01-1-1,R4,Q2,12 34567.8.9,", "number-unreadable"),
        ("備考", "m01-1-1,R4,Q2,\"12,34\",", "number-grouping"),
        ("備考", "m01-1-1,R4,Q2,1234567890123456,", "number-too-large"),
        ("備考", "m01-1-1,R4,Q2,△5,", "number-negative"),
        ("備考", "m01-1-3,R4,Q2,△0.5,", "number-negative-rate"),
        ("備考", "m01-1-1,R4,Q2,-,", "value-absent"),
    ])
    func `a cell that is wrong is named by its rule`(
        headings: String, cells: String, rules: String
    ) {
        let drop = parse(headings, cells)
        #expect(drop.findings.map(\.rule).joined(separator: " ") == rules)
    }

    @Test(arguments: [
        ("m01-1-1,R4,Q2,0.12千人,,", "120", "number-scaled"),
        ("m01-1-1,R4,Q2,0.12,千人,", "120", "number-scaled"),
        ("m01-1-3,R4,Q2,455‰,,", "45.5", "share-converted"),
        ("m01-1-1,R4,Q2,百二十,,", "120", "number-japanese"),
        ("m01-1-1,R4,Q2,12.5,,", "12.5", "number-fraction"),
        ("m01-1-3,R4,Q2,0.0,,", "0", "number-zero"),
        ("m01-1-1,R4,Q2,0,,", "0", ""), ("m01-1-3,R4,Q2,45.0,%,", "45", ""),
    ])
    func `a figure is read, and what was made of it is said`(
        cells: String, value: String, rules: String
    ) throws {
        let drop = parse("単位,備考", cells)
        #expect(drop.findings.map(\.rule).joined(separator: " ") == rules)
        #expect(Drop.summary(drop).first?.split(separator: " ").last == Substring(value))
        guard let finding = drop.findings.first else { return }
        #expect(finding.takenFor?.japanese.hasPrefix(value) == true)
    }

    @Test func `a heading may name another scale of the unit`() {
        let drop = Drop.parse("指標ID,年度,期間,実績値（千人）\nm01-1-1,R4,Q2,0.046\n")
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q2 46"])
        #expect(Drop.rules(drop) == ["number-scaled 2"])
    }

    @Test func `a zero in a larger unit may be less than one`() {
        let drop = Drop.parse(
            "指標ID,年,期間,実績値\nm01-3-1,2022年,Q1,0\n", department: "minato")
        #expect(Drop.rules(drop) == ["number-zero 2"])
        #expect(Drop.summary(drop) == ["m01-3-1 CY2022Q1 0"])
    }

    @Test(arguments: [
        ("p 46,", Reading.Certainty.preliminary), ("46（確報）,", .confirmed), ("r46,", .corrected),
        ("46訂正,", .corrected), ("46（暫定）,確報", .confirmed), ("46※1,", .preliminary),
    ])
    func `a mark says how sure a figure is, where 区分 does not`(
        cells: String, certainty: Reading.Certainty
    ) throws {
        let drop = parse("区分", "m01-1-1,R4,Q2,\(cells)")
        #expect(drop.readings.first?.certainty == certainty)
        #expect(drop.findings.map(\.rule) == ["number-marked"])
    }

    @Test func `a part of another figure is not added to totals`() {
        let drop = Drop.parse(
            "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,40\nm01-1-1,R4,Q2,#10\nm01-1-1,R4,Q3,30\n合計,,,70\n")
        #expect(Drop.rules(drop) == ["number-marked 3", "period-running 4", "row-totals 5"])
        #expect(drop.isAcceptable && drop.readings.count == 3)
    }

    @Test func `the kinds of nothing say what they were taken for`() {
        let kinds = [("-", "該当なし"), ("…", "不明"), ("x", "秘匿")]
        for (written, meaning) in kinds {
            let finding = parse("備考", "m01-1-1,R4,Q2,\(written),").findings.last
            #expect(finding?.rule == "value-absent" && finding?.takenFor?.japanese == meaning)
        }
    }

    @Test func `a rate may be left to its numerator and denominator`() throws {
        let drop = parse("分子,分母", "m01-1-3,R4,Q2,,\"1,001\",2200")
        let reading = try #require(drop.readings.first)
        #expect(reading.value == .number(45.5))
        #expect(reading.numerator == 1_001)
        #expect(reading.denominator == 2_200)
        #expect(drop.findings == [])
    }

    @Test(arguments: ["45.5", "45.4", "45"])
    func `a rate may be rounded or cut off`(written: String) {
        #expect(parse("分子,分母", "m01-1-3,R4,Q2,\(written),1001,2200").findings == [])
    }

    @Test func `a milestone is reported by its stage`() throws {
        let drop = parse("単位", "m01-4-1,R4,Q2,契約済 ,式", department: "shobo")
        #expect(Drop.summary(drop) == ["m01-4-1 FY2022Q2 契約済"])
        let wrong = parse("単位", "m01-4-1,R4,Q2,1,式", department: "shobo")
        let finding = try #require(wrong.findings.first)
        #expect(finding.rule == "stage-unknown")
        #expect(finding.message.japanese.contains("「未着手」「検討中」「予算化済」「契約済」「完了」"))
        let blank = parse("単位", "m01-4-1,R4,Q2,,式", department: "shobo")
        #expect(blank.findings.map(\.rule) == ["no-figures", "value-blank"])
    }

    @Test func `an indicator that starts below zero may be negative`() {
        let drop = parse("備考", "m01-4-2,R4,Q2,△5,", department: "shobo")
        #expect(Drop.summary(drop) == ["m01-4-2 FY2022Q2 -5"])
        #expect(drop.findings == [])
    }

    @Test func `a withdrawal needs no figure`() throws {
        let drop = parse("区分", "m01-1-1,R4,Q2,,取消")
        let reading = try #require(drop.readings.first)
        #expect(reading.value == nil)
        #expect(reading.certainty == .withdrawn)
        #expect(drop.findings == [])
    }
}
