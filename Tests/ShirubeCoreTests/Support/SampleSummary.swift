import ShirubeCore

/// A small made-up strategy and its quarter: each status that a reader must act on occurs in it.
enum SampleSummary {
    static let summary = QuarterlySummary(
        strategy: strategy, quarter: period("FY2022Q2"), cutoff: moment("2022-10-17T09:00"),
        standings: standings, earlier: earlier,
        answers: [
            answer("shoko", owed: 4, given: 4, lastAccepted: moment("2022-10-11T10:05")),
            answer(
                "kosodate", owed: 3, given: 1, lastAccepted: moment("2022-10-14T16:48"), rejected: 2
            ),
            answer("bosai", owed: 1, given: 0),
            answer("seisaku", owed: 0, given: 0),
        ],
        deeds: [
            QuarterlySummary.Deed(
                at: moment("2022-10-11T10:05"),
                text: Wording(
                    ja: "商工労政課の「R4第2四半期.csv」を受理しました。", en: "Accepted R4第2四半期.csv of 商工労政課.")),
            QuarterlySummary.Deed(
                at: moment("2022-10-14T16:50"),
                text: Wording(
                    ja: "「内定者数」の遅れを商工労政課に通知しました。", en: "Told 商工労政課 that 内定者数 lags.")),
        ],
        mark: "架空")

    /// The same with decisions on the quarter before and on an earlier one, and two open acts.
    static let decided = summary.with(
        [
            outcome(
                decision(
                    3, "m01-1-1", "2022-07-28T15:00", due: "2022-09-30", effectBy: "2022-12-31"),
                "m01-1-1", .watch, probability: 0.35),
            outcome(
                decision(4, "g1-1", "2022-08-04T10:00", due: "2022-09-30", effectBy: "2022-09-30"),
                "g1-1", .lagging, probability: nil),
        ],
        openActs: [
            decision(3, "m01-1-1", "2022-07-28T15:00", due: "2022-09-30"),
            decision(5, "m02-1-2", "2022-08-04T10:00", due: "2022-11-30"),
        ])

    private static func decision(
        _ number: Int64, _ id: String, _ at: String, due: String, effectBy: String? = nil
    ) -> Decision {
        Decision(
            number: number,
            draft: Decision.Draft(
                subject: .indicator(Identifier(id)), quarter: period("FY2022Q1"),
                verdict: .improve, post: "shoko-kacho", reason: "参加企業が減ったため",
                act: CivilDate(iso: due).map { Decision.Act(text: "企業50社に訪問", due: $0) },
                effectBy: effectBy.flatMap { CivilDate(iso: $0) }),
            author: "hanako", at: moment(at))
    }

    private static func outcome(
        _ decision: Decision, _ id: String, _ status: Status, probability: Double?
    ) -> DecisionOutcome {
        let before = standing(
            id, "FY2022Q1", 10, 18, 25, 25, status, "",
            prospect: Standing.Prospect(probability: probability))
        return DecisionOutcome(
            decision: decision,
            comparisons: [
                DecisionOutcome.Comparison(
                    indicator: Identifier(id), before: before,
                    after: standings.first { $0.indicator.text == id })
            ])
    }

    static let strategy = Strategy(
        id: Identifier("mihon-2020"), name: "見本市まち・ひと・しごと創生総合戦略", city: "見本市",
        term: 2020...2024, outlook: [],
        departments: [
            Department(id: Identifier("shoko"), name: "商工労政課"),
            Department(id: Identifier("kosodate"), name: "こども育成課"),
            Department(id: Identifier("bosai"), name: "防災室"),
            Department(id: Identifier("seisaku"), name: "政策推進課"),
        ],
        planningDepartment: Identifier("seisaku"),
        goals: [
            Goal(id: Identifier("g1"), number: 1, name: "安定した雇用を創出する"),
            Goal(id: Identifier("g2"), number: 2, name: "安心して子育てができるまちをつくる"),
        ],
        directions: [],
        measures: [
            Measure(
                id: Identifier("m1"), number: 1, name: "地元就職の促進", goal: Identifier("g1"),
                direction: nil, gap: nil),
            Measure(
                id: Identifier("m2"), number: 2, name: nil, goal: Identifier("g2"), direction: nil,
                gap: "見出しが欠落"),
        ],
        programs: [
            Program(
                id: Identifier("p1"), name: "合同就職説明会", measure: Identifier("m1"),
                departments: [Identifier("shoko")], sdgs: [8], gap: nil),
            Program(
                id: Identifier("p2"), name: "放課後児童対策", measure: Identifier("m2"),
                departments: [Identifier("kosodate")], sdgs: [], gap: nil),
            Program(
                id: Identifier("p3"), name: nil, measure: Identifier("m2"),
                departments: [Identifier("bosai")], sdgs: [], gap: "事業名が欠落"),
        ],
        indicators: [
            indicator("g1-1", "管内就職割合", nil, "g1", ["seisaku"], "%", 50, .ratio),
            indicator("m01-1-1", "内定者数", "p1", "g1", ["shoko"], "人", 40, .planSum),
            indicator("m01-1-2", "合同PRの回数", "p1", "g1", ["shoko"], "回", 20, .planSum),
            indicator(
                "m01-1-3", "処遇改善に取り組む企業数", "p1", "g1", ["shoko"], "社", 150, .planSum,
                blocked: true, questions: ["基準値65社は単年度の数ですか、累計ですか。"]),
            indicator(
                "m01-1-4", "説明会への参加企業数", "p1", "g1", ["shoko", "seisaku"], "社", 45, .annualFlow),
            indicator(
                "m02-1-1", "登録児童数<U&I>", "p2", "g2", ["kosodate"], "人", 1383, .floor,
                questions: ["目標が基準値を下回るのは需要の見込みのためですか。"]),
            indicator("m02-1-2", "放課後児童クラブ数", "p2", "g2", ["kosodate"], "クラブ", 39, .maintain),
            indicator(
                "m02-2-1", "消防ロボットの配備", "p3", "g2", ["bosai"], "式", 1, .milestone,
                stages: Stage.standard(target: period("FY2024"))),
        ])

    private static let standings = [
        standing("g1-1", "FY2021", 46.8, 48.2, 93.6, 28.4, .watch, "目標への進みが求められる道のりの8割台です。"),
        standing(
            "m01-1-1", "FY2022Q2", 11, 20, 27.5, 27.5, .lagging,
            "令和4年度第1四半期から遅れています。",
            prospect: Standing.Prospect(
                median: 24, low80: 17, high80: 32, probability: 0.0123, pace: 0.55,
                requiredRate: 11.6, bestRate: 9, season: 0.5,
                profile: [Double](repeating: 0.0833333, count: 12), isFinal: false, evaluations: 10),
            lag: Standing.Lag(since: period("FY2022Q1"), isRecovering: false),
            signals: [.suddenChange]),
        standing("m01-1-2", "FY2022Q2", 20, 10, 100, 100, .achieved, "目標に達しました。"),
        standing("m01-1-3", "FY2022Q2", 80, nil, 53.3, nil, .definitionQuery, "定義の確認が済んでいません。"),
        standing(
            "m01-1-4", "FY2022Q2", 24, 22.5, 102.2, 53.33, .onTrack, "このまま進むと届く見込みです。",
            prospect: Standing.Prospect(
                estimate: 46, median: 47.5, low80: 41, high80: 55, probability: 0.74,
                requiredRate: 45, bestRate: 44, season: 0.52,
                profile: [0.05, 0.05, 0.12, 0.1, 0.1, 0.1, 0.03, 0.03, 0.12, 0.1, 0.1, 0.1],
                profileYears: 2, isFinal: true, evaluations: 10)),
        standing("m02-1-1", "FY2022Q1", 1402, 1383, 101.37, nil, .atTargetLevel, "保つべき水準以上です。"),
        standing("m02-1-2", "FY2022Q2", 38, 39, 97.44, nil, .movingAway, "保つべき水準39クラブを下回りました。"),
        standing("m02-2-1", nil, nil, nil, nil, nil, .awaitingData, "まだ報告がありません。"),
    ]

    private static let earlier = [
        standing("g1-1", "FY2021", 46.8, 48.2, 93.6, 28.4, .lagging, ""),
        standing("m01-1-1", "FY2022Q1", 10, 18, 25, 25, .watch, ""),
        standing("m01-1-2", "FY2022Q1", 18, 9, 90, 90, .onTrack, ""),
        standing("m01-1-3", "FY2022Q1", 70, nil, 46.7, nil, .definitionQuery, ""),
        standing("m01-1-4", "FY2022Q1", 12, 11.25, 26.7, 26.7, .onTrack, ""),
        standing("m02-1-1", "FY2022Q1", 1402, 1383, 101.37, nil, .atTargetLevel, ""),
        standing("m02-1-2", "FY2022Q1", 39, 39, 100, nil, .atTargetLevel, ""),
        standing("m02-2-1", nil, nil, nil, nil, nil, .awaitingData, ""),
    ]

    /// As many indicators as a real strategy has, with names far longer than real ones, most of them lagging.
    static func large(count: Int, nameLength: Int) -> QuarterlySummary {
        let indicators = (0..<count).map { number in
            let name = "指標\(number)番" + String(repeating: "長い名前の", count: nameLength / 5)
            let program = number % 2 == 0 ? "p1" : "p2"
            return indicator(
                "i\(number)", name, program, number % 2 == 0 ? "g1" : "g2", ["shoko"], "人", 40,
                .planSum)
        }
        let standings = indicators.enumerated().map { number, indicator in
            let status: Status = number % 3 == 0 ? .lagging : number % 3 == 1 ? .watch : .onTrack
            return standing(
                indicator.id.text, "FY2022Q2", 11, 20, 27.5, 27.5, status, "実績は期待値の55.0%で、8割に届きません。"
            )
        }
        return with(indicators: indicators, standings: standings)
    }

    /// One lagging indicator with a name of the test's choice.
    static func naming(_ name: String) -> QuarterlySummary {
        let indicator = indicator(
            "i0", name, "p1", "g1", ["shoko"], "人", 40, .planSum, questions: [name])
        let standing = standing(
            "i0", "FY2022Q2", 11, 20, 27.5, 27.5, .lagging, "実績は期待値の55.0%で、8割に届きません。")
        return with(indicators: [indicator], standings: [standing])
    }

    private static func with(indicators: [Indicator], standings: [Standing]) -> QuarterlySummary {
        QuarterlySummary(
            strategy: Strategy(
                id: strategy.id, name: strategy.name, city: strategy.city, term: strategy.term,
                outlook: [], departments: strategy.departments,
                planningDepartment: strategy.planningDepartment, goals: strategy.goals,
                directions: [], measures: strategy.measures, programs: strategy.programs,
                indicators: indicators),
            quarter: summary.quarter, cutoff: summary.cutoff, standings: standings,
            earlier: standings, answers: summary.answers, deeds: summary.deeds, mark: nil)
    }

    static func period(_ code: String) -> Period {
        guard let period = Period(code: code) else { preconditionFailure("no period: \(code)") }
        return period
    }

    static func moment(_ text: String) -> Timestamp {
        guard let moment = Timestamp(parsing: text) else {
            preconditionFailure("no moment: \(text)")
        }
        return moment
    }

    private static func answer(
        _ department: String, owed: Int, given: Int, lastAccepted: Timestamp? = nil,
        rejected: Int = 0
    ) -> QuarterlySummary.Answer {
        QuarterlySummary.Answer(
            department: Identifier(department), owed: owed, given: given,
            lastAccepted: lastAccepted, rejected: rejected)
    }

    private static func indicator(
        _ id: String, _ name: String, _ program: String?, _ goal: String, _ departments: [String],
        _ unit: String, _ target: Double, _ kind: IndicatorKind, stages: [Stage] = [],
        blocked: Bool = false, questions: [String] = []
    ) -> Indicator {
        Indicator(
            id: Identifier(id), name: name, program: program.map { Identifier($0) },
            measure: program.map { Identifier($0 == "p1" ? "m1" : "m2") }, goal: Identifier(goal),
            departments: departments.map { Identifier($0) }, unit: unit, baseline: nil,
            target: Anchor(value: target, period: period("FY2024")), kind: kind, sense: .atLeast,
            cumulative: .none, calendar: .fiscal, cadence: .quarter, stages: stages,
            blocked: blocked, questions: questions)
    }

    static func standing(
        _ id: String, _ code: String?, _ value: Double?, _ expected: Double?,
        _ achievement: Double?, _ progress: Double?, _ status: Status, _ reason: String,
        prospect: Standing.Prospect = Standing.Prospect(), lag: Standing.Lag? = nil,
        signals: [Standing.Signal] = []
    ) -> Standing {
        Standing(
            indicator: Identifier(id), period: code.map(period), value: value, expected: expected,
            achievementRate: achievement, progressRate: progress, prospect: prospect, lag: lag,
            signals: signals, status: status,
            letter: LetterTable.standard.letter(for: status),
            reasons: reason.isEmpty
                ? [] : [Standing.Reason(code: "sample", text: Wording(ja: reason, en: "Sample."))],
            rule: "probability-1")
    }
}
