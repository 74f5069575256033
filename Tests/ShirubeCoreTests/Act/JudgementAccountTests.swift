import ShirubeCore
import Testing

/// The account of a judgement, as a councillor reads it.
@Suite struct JudgementAccountTests {
    private func account(_ row: Indicator, _ figures: [Figure], now: String) -> JudgementAccount {
        let definitions = Definitions(of: strategy([row]))
        let occasion = Judge.Occasion(now: japanTime(now))
        let current = CurrentReadings(ledger(figures))
        return JudgementAccount(
            asOf: japanTime(now), strategy: definitions.strategy,
            version: definitions.inForce(row, on: occasion.definitionDay, knownAt: occasion.now),
            standing: Judge.standing(of: row, in: definitions, current: current, at: occasion),
            sources: figures.enumerated().map { position, figure in
                JudgementAccount.Source(
                    period: period(figure.code), basis: figure.basis, part: figure.part,
                    value: figure.value, certainty: figure.certainty, file: "実績\(position + 1).csv",
                    line: position + 2, takenAt: japanTime("2022-04-08T10:00"),
                    place: IndicatorPlace(strategy: Identifier("s-1"), indicator: row.id))
            },
            whatIf: WhatIf(of: row, in: definitions, current: current, at: occasion))
    }

    @Test func `a lagging sum is accounted for as in the golden file, in both languages`() throws {
        let registered = indicator(.planSum, target: 50)
        let account = account(
            registered, [Figure("FY2020", 7), Figure("FY2021", 4, certainty: .confirmed)],
            now: "2022-04-10T09:00")
        let texts = Language.allCases.map { account.text($0) }
        try Golden.expect(
            (texts + [account.json(.japanese).pretty]).joined(separator: "\n"),
            "account-lagging.txt")
    }

    @Test func `a winter program shows its season, a milestone its stage`() throws {
        let skating = indicator(
            .annualFlow, baseline: 3_957, target: 4_000, activeMonths: [12, 1, 2, 3])
        let winter = account(
            skating, [Figure("FY2021", 3_800), Figure("FY2022H1", 0)], now: "2022-10-17T09:00")
        let robot = indicator(
            .milestone, target: 1, unit: "式", stages: Stage.standard(target: period("FY2024")))
        let staged = account(robot, [Figure("FY2022Q2", stage: "予算化済")], now: "2022-10-17T09:00")
        let silent = account(indicator(.level, target: 3), [], now: "2022-10-17T09:00")
        try Golden.expect(
            [winter, staged, silent].map { $0.text(.japanese) }.joined(separator: "\n"),
            "account-others.txt")
    }

    @Test func `every status has a rule in words`() {
        for status in Status.allCases {
            let standing = Standing(
                indicator: Identifier("i-1"), period: nil, value: nil, expected: nil,
                achievementRate: nil, progressRate: nil, status: status, reasons: [],
                rule: "probability-1")
            let account = JudgementAccount(
                asOf: japanTime("2022-10-17"), strategy: strategy([]),
                version: DefinitionHistory(
                    unrecorded: indicator(.level, target: 3), term: 2020...2024
                ).newest, standing: standing, sources: [], whatIf: nil)
            func flat(_ language: Language) -> String {
                account.text(language).split(whereSeparator: \.isWhitespace).joined()
            }
            #expect(flat(.japanese).contains("（規則probability-1）"))
            #expect(flat(.english).contains("(rulesprobability-1)"))
        }
    }
}
