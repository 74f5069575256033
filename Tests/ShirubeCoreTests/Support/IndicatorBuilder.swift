import ShirubeCore
import Testing

/// The period with the code; a wrong code fails the test that names it.
func period(_ code: String) -> Period {
    guard let period = Period(code: code) else {
        Issue.record("no period has the code \(code)")
        return Period(Year(.fiscal, 1970))
    }
    return period
}

/// The instant at which a clock in Japan shows the text, such as `2022-10-17T09:00`.
func japanTime(_ text: String) -> Timestamp {
    guard let moment = Timestamp(parsing: text) else {
        Issue.record("no instant is written \(text)")
        return Timestamp(milliseconds: 0)
    }
    return moment
}

/// The day as in ISO 8601.
func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(iso: text) else {
        Issue.record("no day is written \(text)")
        return CivilDate(dayNumber: 0)
    }
    return day
}

/// An indicator of one department with a target in FY2024; `baseline` stands in FY2018.
func indicator(
    _ kind: IndicatorKind, id: String = "i-1", baseline: Double? = nil, target: Double,
    unit: String = "人", sense: Sense = .atLeast, baselinePeriod: String = "FY2018",
    targetPeriod: String = "FY2024", calendar: YearKind = .fiscal, cadence: Cadence = .quarter,
    due: DueRule? = nil, isPublicMoney: Bool = false, departments: [String] = ["d-1"],
    measure: String? = "m-1", goal: String = "g-1",
    plan: [Int: Double] = [:], activeMonths: Set<Int> = [], stages: [Stage] = [],
    baselineN: Int? = nil, tolerance: Double = 0, commonCauseYears: Set<Int> = [],
    blocked: Bool = false, continues: Continuation? = nil, questions: [String] = []
) -> Indicator {
    Indicator(
        id: Identifier(id), name: "指標", program: nil, measure: measure.map { Identifier($0) },
        goal: Identifier(goal), departments: departments.map { Identifier($0) }, unit: unit,
        baseline: baseline.map { Anchor(value: $0, period: period(baselinePeriod)) },
        target: Anchor(value: target, period: period(targetPeriod)), kind: kind, sense: sense,
        cumulative: .none, calendar: calendar, cadence: cadence, due: due,
        isPublicMoney: isPublicMoney, plan: plan, activeMonths: activeMonths, stages: stages,
        baselineN: baselineN, tolerance: tolerance, commonCauseYears: commonCauseYears,
        blocked: blocked, continues: continues, questions: questions)
}

/// A strategy of FY2020 to FY2024 with two goals, two measures and two departments.
func strategy(_ indicators: [Indicator]) -> Strategy {
    Strategy(
        id: Identifier("s"), name: "総合戦略", city: "市", term: 2020...2024, outlook: [],
        departments: [
            Department(id: Identifier("d-1"), name: "一課"),
            Department(id: Identifier("d-2"), name: "二課"),
        ],
        planningDepartment: Identifier("d-1"),
        goals: [
            Goal(id: Identifier("g-1"), number: 1, name: "目標一"),
            Goal(id: Identifier("g-2"), number: 2, name: "目標二"),
        ],
        directions: [],
        measures: [
            Measure(
                id: Identifier("m-1"), number: 1, name: "施策一", goal: Identifier("g-1"),
                direction: nil, gap: nil),
            Measure(
                id: Identifier("m-2"), number: 2, name: "施策二", goal: Identifier("g-2"),
                direction: nil, gap: nil),
        ],
        programs: [], indicators: indicators)
}

/// One figure as a test writes it down.
struct Figure {
    let code: String
    let value: Reading.Reported?
    var basis = Reading.Basis.period
    var part: String?
    var certainty = Reading.Certainty.preliminary
    var denominator: Double?

    init(
        _ code: String, _ number: Double, basis: Reading.Basis = .period, part: String? = nil,
        certainty: Reading.Certainty = .preliminary, denominator: Double? = nil
    ) {
        self.code = code
        self.value = .number(number)
        self.basis = basis
        self.part = part
        self.certainty = certainty
        self.denominator = denominator
    }

    init(
        _ code: String, stage: String, part: String? = nil,
        certainty: Reading.Certainty = .preliminary
    ) {
        self.code = code
        self.value = .stage(stage)
        self.part = part
        self.certainty = certainty
    }

    init(
        _ code: String, absent absence: Absence, basis: Reading.Basis = .period,
        part: String? = nil
    ) {
        self.code = code
        self.value = .absent(absence)
        self.basis = basis
        self.part = part
    }

    init(withdrawing code: String, basis: Reading.Basis = .period, part: String? = nil) {
        self.code = code
        self.value = nil
        self.basis = basis
        self.part = part
        self.certainty = .withdrawn
    }
}

/// The figures as the ledger knows them: sequence 1, 2, … in the order given.
func ledger(_ figures: [Figure]) -> [KnownReading] {
    figures.enumerated().map { position, figure in
        KnownReading(
            sequence: Int64(position + 1), period: period(figure.code), basis: figure.basis,
            part: figure.part, value: figure.value,
            isFinal: figure.certainty == .confirmed || figure.certainty == .corrected,
            weight: figure.denominator)
    }
}

/// How an indicator stands on 2022-10-17, or at the moment given.
func judge(
    _ indicator: Indicator, _ figures: [Figure], through: String? = nil,
    now: String = "2022-10-17T09:00", dispersion: Double = SmallCountForecast.dispersion,
    own: OwnErrors = .none
) -> Standing {
    judge(
        Definitions(of: strategy([indicator])), figures, through: through, now: now,
        dispersion: dispersion, own: own)
}

/// How the first indicator of a strategy stands, by the versions of its definition.
func judge(
    _ definitions: Definitions, _ figures: [Figure], through: String? = nil,
    now: String = "2022-10-17T09:00", dispersion: Double = SmallCountForecast.dispersion,
    own: OwnErrors = .none
) -> Standing {
    Judge.standing(
        of: definitions.strategy.indicators[0], in: definitions,
        current: CurrentReadings(ledger(figures)),
        at: Judge.Occasion(
            now: japanTime(now), through: through.map(period), dispersion: dispersion,
            own: own))
}

/// Whether a number has the printed one as its rounding to the given decimals.
func prints(_ value: Double?, _ text: String, decimals: Int) -> Bool {
    value.map { NumberText.grouped($0, decimals: decimals) } == text
}
