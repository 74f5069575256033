import ShirubeCore
import Testing

@Suite struct DecisionTests {
    private func decision(
        _ number: Int64, on moment: String, due: String? = nil, done: Bool = false
    ) -> Decision {
        Decision(
            number: number,
            draft: Decision.Draft(
                subject: .indicator(Identifier("a")),
                quarter: Period(code: "FY2022Q2") ?? Period(Year(.fiscal, 2022)),
                verdict: .improve, post: "課長", reason: "理由",
                act: due.map { Decision.Act(text: "訪問", due: day($0)) }),
            author: "hanako", at: japanTime(moment),
            completion: done
                ? Decision.Statement(
                    post: "課長", author: "hanako", reason: "済", at: japanTime(moment)) : nil)
    }

    @Test(arguments: [
        ("継続", Decision.Verdict.goOn), ("continue", .goOn), ("改善", .improve),
        ("IMPROVE", .improve), ("見直し", .revise), ("廃止", .abolish), ("abolish", .abolish),
    ])
    func `verdicts are read in both languages`(word: String, verdict: Decision.Verdict) {
        #expect(Decision.Verdict(word: word) == verdict)
        #expect(Decision.Verdict(word: word + "x") == nil)
    }

    @Test func `the loop takes the days from the quarter's end to the decision`() {
        #expect(decision(1, on: "2022-10-20T10:00").loopDays == 20)
        let three = [
            decision(1, on: "2022-10-20T10:00"), decision(2, on: "2022-10-10T10:00"),
            decision(3, on: "2022-11-30T10:00"),
        ]
        #expect(three.medianLoopDays == 20)
        #expect(three.prefix(2).medianLoopDays == 15)
        #expect([Decision]().medianLoopDays == nil)
        #expect(DecisionWords.loopTime([]) == nil)
        #expect(DecisionWords.loopTime(three)?.japanese == "四半期末から決定まで：中央値20日（3件）")
    }

    @Test func `an act is overdue after its last day, unless it was done`() {
        let open = decision(1, on: "2022-10-20T10:00", due: "2022-11-30")
        #expect(!open.isOverdue(on: day("2022-11-30")) && open.isOverdue(on: day("2022-12-01")))
        let done = decision(1, on: "2022-10-20T10:00", due: "2022-11-30", done: true)
        #expect(done.openAct == nil && !done.isOverdue(on: day("2023-01-01")))
        #expect(decision(1, on: "2022-10-20T10:00").openAct == nil)
        #expect(
            [open, done].map { DecisionWords.state(of: $0, on: day("2022-12-01")).japanese }
                == ["期限超過", "済"])
    }

    @Test func `what a decision is about is found with its indicators and departments`() {
        let strategy = SampleStrategy.strategy
        for program in strategy.programs {
            let subject = DecisionSubject.program(program.id)
            #expect(subject.indicators(in: strategy).allSatisfy { $0.program == program.id })
            #expect(Set(subject.departments(in: strategy)) == Set(program.departments))
            let measure = DecisionSubject.measure(program.measure)
            #expect(
                Set(measure.indicators(in: strategy).map(\.id))
                    .isSuperset(of: subject.indicators(in: strategy).map(\.id)))
        }
        let gone = DecisionSubject(.measure, id: "gone")
        #expect(gone.indicators(in: strategy).isEmpty && gone.departments(in: strategy).isEmpty)
        #expect(gone.title(in: strategy) == "gone")
    }

    @Test(arguments: [
        ("FY2022Q3", "理由", "訪問", "2022-12-01", "", "まだ終わっていません"),
        ("FY2022Q2", "", "訪問", "2022-12-01", "", "--reason"),
        ("FY2022Q2", "理由", "", "", "", "改善には"),
        ("FY2022Q2", "理由", "", "2022-12-01", "", "--act がありません"),
        ("FY2022Q2", "理由", "訪問", "", "", "--due がありません"),
        ("FY2022Q2", "理由", "訪問", "2022-10-19", "", "--due 2022-10-19 はもう過ぎています"),
        ("FY2022Q2", "理由", "訪問", "2022-12-01", "2022-10-19", "--effect-by 2022-10-19 はもう"),
        ("FY2022Q2", "理由", "訪問", "2022-12-01", "2022-11-30", "期限 2022-12-01 より前"),
        ("FY2022Q2", "理由", "訪問", "2022-10-20", "2022-10-20", ""),
    ])
    func `what is missing, past or contradictory is refused`(
        quarter: String, reason: String, act: String, due: String, effect: String, words: String
    ) throws {
        let draft = Decision.Draft(
            subject: .indicator(Identifier("a")), quarter: try #require(Period(code: quarter)),
            verdict: .improve, post: "課長", reason: reason, effectBy: CivilDate(iso: effect))
        let fault = DecisionRule.fault(
            in: draft, act: act.isEmpty ? nil : act, due: CivilDate(iso: due),
            on: day("2022-10-20"))
        #expect((fault == nil) == words.isEmpty)
        #expect(fault?.japanese.contains(words) ?? true, "\(fault?.japanese ?? "")")
    }
}
