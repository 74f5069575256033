import ShirubeCore
import Testing

@Suite struct AbsenceTests {
    private static let header = "指標ID,年度,期間,内訳,実績値,区分\n"

    private func parse(_ rows: String, _ department: String = "kanko") -> ReadDrop {
        Drop.parse(Self.header + rows, department: department)
    }

    @Test func `each kind of nothing is kept as what it is, and a blank is none of them`() {
        let drop = parse(
            "m01-1-1,R4,Q1,,-,\nm01-1-2,R4,Q1,,…,\nm01-1-3,R4,Q1,,x,\nm01-1-4,R4,Q1,,,\nm01-1-5,R4,Q1,,0,\n"
        )
        #expect(
            drop.readings.map(\.value) == [
                .absent(.notApplicable), .absent(.unknown), .absent(.suppressed), .number(0),
            ])
        #expect(drop.drop.absenceCount == 3)
        #expect(
            Drop.rules(drop) == [
                "value-absent 2", "value-absent 3", "value-absent 4", "value-blank 5",
            ])
        #expect(drop.findings[1].takenFor?.japanese == "不明")
        #expect(
            drop.findings[1].message.japanese
                == "3行目の実績値「…」は「不明」という回答として受け取りました。0とは扱いません。")
    }

    @Test(arguments: ["集計中", "未確定", "・・・", "･･･", "……"])
    func `a file of nothing but signs is an answer`(sign: String) {
        let drop = parse("m01-1-1,R4,Q1,,\(sign),\n")
        #expect(drop.isAcceptable && drop.readings.map(\.value) == [.absent(.unknown)])
        #expect(!parse("m01-1-1,R4,Q1,,,\n").isAcceptable)
    }

    @Test func `a milestone may have no stage to tell, and a withdrawal is one whatever it holds`()
    {
        let stage = parse("m01-4-1,R4,Q1,,…,\n", "shobo")
        #expect(stage.readings.map(\.value) == [.absent(.unknown)])
        #expect(parse("m01-1-1,R4,Q1,,-,取消\n").readings.map(\.value) == [nil])
    }

    @Test func `a sign for a period that is not over is no answer, and no error`() {
        let drop = parse(
            "m01-1-1,R4,Q2,,5,\nm01-1-1,R4,Q3,,…,\nm01-1-1,R4,Q4,,-,\nm01-1-1,R5,Q4,,-,\n")
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q2 5"])
        #expect(
            Drop.rules(drop) == ["absence-early 3", "absence-early 4", "absence-early 5"])
        #expect(drop.findings.allSatisfy { $0.severity == .info })
        let wide = Drop.parse("指標ID,R4Q1,R4Q2,R4Q3,R4Q4\nm01-1-1,5,6,－,－\n")
        #expect(Drop.rules(wide) == ["absence-early 2", "absence-early 2"])
        #expect(wide.readings.count == 2)
        #expect(Drop.rules(parse("m01-1-1,R4,Q4,,5,\n")) == ["period-future 2"])
        #expect(Drop.rules(parse("m01-1-1,R40,Q4,,-,\n")) == ["year-implausible 2"])
    }

    @Test func `a sign and a figure for one period contradict each other, two equal signs do not`()
    {
        #expect(
            Drop.rules(parse("m01-1-1,R4,Q1,,…,\nm01-1-1,R4,Q1,,5,\n")).contains(
                "duplicate-different 3"))
        let twice = parse("m01-1-1,R4,Q1,,…,\nm01-1-1,R4,第1四半期,,不明,\n")
        #expect(Drop.rules(twice).contains("duplicate-same 3"))
        #expect(twice.drop.absenceCount == 1)
        #expect(
            Drop.rules(parse("m01-1-1,R4,Q1,,…,\nm01-1-1,R4,Q1,東,5,\n")).contains(
                "part-and-whole 2"))
    }

    @Test func `what is kept back is not taken for zero in totals`() {
        let parts = "m01-1-1,R4,Q1,東,10,\nm01-1-1,R4,Q1,西,x,\nm01-1-1,R4,Q1,合計,15,\n"
        #expect(Drop.rules(parse(parts)) == ["value-absent 3", "row-totals 4"])
        let none = parts.replacing("x", with: "-")
        #expect(Drop.rules(parse(none)).contains("total-mismatch 4"))
        let head = "指標ID,R4Q1,R4Q2,R4上半期\n"
        let wide = Drop.parse(head + "m01-1-1,10,…,15\n")
        #expect(Drop.rules(wide) == ["value-absent 2", "total-unused 2"])
        #expect(Drop.rules(Drop.parse(head + "m01-1-1,10,-,15\n")).contains("total-mismatch 2"))
        let rows = Drop.parse(
            "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,10\nm01-1-2,R4,Q1,x\n合計,,,15\n")
        #expect(Drop.rules(rows) == ["value-absent 3", "row-totals 4"])
    }
}
