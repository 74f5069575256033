import ShirubeCore
import Testing

struct AnswersTests {
    private func isOwed(_ cadence: Cadence, _ calendar: YearKind = .fiscal) -> [Bool] {
        let target = calendar == .fiscal ? "FY2024" : "CY2024"
        let row = indicator(
            .level, target: 1, targetPeriod: target, calendar: calendar, cadence: cadence)
        return (1...4).map { !Answers.owedPeriods(of: row, for: period("FY2022Q\($0)")).isEmpty }
    }

    private func isGiven(_ kind: IndicatorKind, _ figures: [Figure]) -> Bool {
        Answers.isGiven(
            indicator(kind, target: 1), for: period("FY2022Q2"),
            current: CurrentReadings(ledger(figures)))
    }

    @Test func `a KPI is owed when a period of its cadence ends with the quarter`() {
        #expect(isOwed(.month) == [true, true, true, true])
        #expect(isOwed(.quarter) == [true, true, true, true])
        #expect(isOwed(.half) == [false, true, false, true])
        #expect(isOwed(.year) == [false, false, false, true])
    }

    @Test func `a calendar-year KPI is owed by the calendar's halves and years`() {
        #expect(isOwed(.quarter, .calendar) == [true, true, true, true])
        #expect(isOwed(.half, .calendar) == [true, false, true, false])
        #expect(isOwed(.year, .calendar) == [false, false, true, false])
    }

    private func owed(
        _ cadence: Cadence, _ calendar: YearKind, _ quarter: String, target: String,
        active: Set<Int> = []
    ) -> [String] {
        let row = indicator(
            .annualFlow, target: 1, targetPeriod: target, calendar: calendar, cadence: cadence,
            activeMonths: active)
        return Answers.owedPeriods(of: row, for: period(quarter)).map(\.description)
    }

    @Test func `the periods owed for a quarter are those of the cadence that end within it`() {
        #expect(
            owed(.month, .fiscal, "FY2022Q4", target: "FY2024")
                == ["FY2022-01", "FY2022-02", "FY2022-03"])
        #expect(owed(.quarter, .fiscal, "FY2022Q4", target: "FY2024") == ["FY2022Q4"])
        #expect(owed(.half, .fiscal, "FY2022Q2", target: "FY2024") == ["FY2022H1"])
        #expect(owed(.half, .fiscal, "FY2022Q3", target: "FY2024") == [])
        #expect(owed(.year, .fiscal, "FY2022Q4", target: "FY2024") == ["FY2022"])
        #expect(
            owed(.month, .calendar, "FY2022Q4", target: "CY2024")
                == ["CY2023-01", "CY2023-02", "CY2023-03"])
        #expect(owed(.quarter, .calendar, "FY2022Q4", target: "CY2024") == ["CY2023Q1"])
        #expect(owed(.half, .calendar, "FY2022Q3", target: "CY2024") == ["CY2022H2"])
        #expect(owed(.year, .calendar, "FY2022Q3", target: "CY2024") == ["CY2022"])
    }

    @Test func `months outside the season or after the target are not owed`() {
        #expect(
            owed(.month, .fiscal, "FY2022Q2", target: "FY2024", active: [8, 12]) == ["FY2022-08"])
        #expect(
            owed(.month, .fiscal, "FY2022Q2", target: "FY2022-08")
                == ["FY2022-07", "FY2022-08"])
    }

    @Test func `after its target period a KPI is owed no more`() {
        let visitors = indicator(.annualFlow, target: 260, targetPeriod: "FY2022")
        #expect(!Answers.owedPeriods(of: visitors, for: period("FY2022Q4")).isEmpty)
        #expect(Answers.owedPeriods(of: visitors, for: period("FY2023Q1")).isEmpty)
    }

    @Test func `a figure that ends with the quarter is an answer, whatever its length`() {
        for code in ["FY2022Q2", "FY2022-09", "FY2022H1", "CY2022Q3"] {
            #expect(isGiven(.level, [Figure(code, 1)]), "\(code)")
            #expect(isGiven(.planSum, [Figure(code, 1)]), "\(code)")
        }
        #expect(isGiven(.planSum, [Figure("FY2022Q2", 1, basis: .planToDate)]))
        for code in ["FY2022Q1", "FY2022-08", "FY2022Q3"] {
            #expect(!isGiven(.level, [Figure(code, 1)]), "\(code)")
            #expect(!isGiven(.planSum, [Figure(code, 1)]), "\(code)")
        }
    }

    @Test func `a year's flow covers its quarters, a year's level only its end`() {
        #expect(isGiven(.annualFlow, [Figure("FY2022", 1)]))
        #expect(!isGiven(.level, [Figure("FY2022", 1)]))
    }

    @Test func `a withdrawn figure is no answer`() {
        #expect(!isGiven(.level, [Figure("FY2022Q2", 1), Figure(withdrawing: "FY2022Q2")]))
    }

    @Test func `departments are counted in order, joint KPIs for each owner, blocked ones too`() {
        let city = strategy([
            indicator(.level, id: "a", target: 1),
            indicator(.level, id: "b", target: 1, departments: ["d-1", "d-2"]),
            indicator(.level, id: "c", target: 1, departments: ["d-2"], blocked: true),
            indicator(.level, id: "y", target: 1, cadence: .year),
        ])
        let accepted = japanTime("2022-10-05")
        let answers = Answers.answers(
            strategy: city, quarter: period("FY2022Q2"),
            current: [
                Identifier("b"): CurrentReadings(ledger([Figure("FY2022Q2", 1)])),
                Identifier("y"): CurrentReadings(ledger([Figure("FY2022Q2", 1)])),
            ],
            dueDays: DueDays(), on: day("2022-10-17"),
            lastAccepted: [Identifier("d-2"): accepted], rejected: [Identifier("d-1"): 2])
        #expect(
            answers == [
                QuarterlySummary.Answer(
                    department: Identifier("d-1"), owed: 2, given: 1, lastAccepted: nil,
                    rejected: 2),
                QuarterlySummary.Answer(
                    department: Identifier("d-2"), owed: 2, given: 1, lastAccepted: accepted,
                    rejected: 0),
            ])
    }

    @Test func `before its due day a figure that is not there is not late`() {
        let city = strategy([
            indicator(.level, id: "a", target: 1),
            indicator(.level, id: "b", target: 1, due: .months(3, day: nil)),
        ])
        func answer(on date: String) -> QuarterlySummary.Answer? {
            Answers.answers(
                strategy: city, quarter: period("FY2022Q2"), current: [:], dueDays: DueDays(),
                on: day(date), lastAccepted: [:], rejected: [:]
            ).first
        }
        // Ten working days after September is 17 October, and the due day is the one before.
        #expect(answer(on: "2022-10-14")?.overdue == 0)
        #expect(answer(on: "2022-10-14")?.notDue == 2)
        #expect(answer(on: "2022-10-15")?.overdue == 1)
        #expect(answer(on: "2022-12-28")?.notDue == 1)
        // 31 December is closed, and the time limit ends on 4 January.
        #expect(answer(on: "2023-01-04")?.overdue == 1)
        #expect(answer(on: "2023-01-05")?.overdue == 2)
    }

    @Test
    func
        `a monthly KPI is asked for its season alone, and answered by its last month in the quarter`()
    {
        let city = strategy([
            indicator(.annualFlow, id: "summer", target: 1, cadence: .month, activeMonths: [8])
        ])
        func answer(_ quarter: String, _ figures: [Figure]) -> [Int]? {
            Answers.answers(
                strategy: city, quarter: period(quarter),
                current: [Identifier("summer"): CurrentReadings(ledger(figures))],
                dueDays: DueDays(), on: day("2024-01-01"), lastAccepted: [:], rejected: [:]
            ).first.map { [$0.owed, $0.given, $0.overdue] }
        }
        #expect(answer("FY2022Q2", [Figure("FY2022-08", 1)]) == [1, 1, 0])
        #expect(answer("FY2022Q2", []) == [1, 0, 1])
        #expect(answer("FY2022Q3", []) == [0, 0, 0])
    }

    private func state(
        _ date: String, _ figures: [Figure], cadence: Cadence = .quarter, active: Set<Int> = [],
        target: String = "FY2024"
    ) -> Answers.State? {
        let row = indicator(
            .annualFlow, target: 1, targetPeriod: target, cadence: cadence, activeMonths: active)
        return Answers.state(
            of: row, in: strategy([row]), current: CurrentReadings(ledger(figures)),
            dueDays: DueDays(), on: day(date))
    }

    @Test
    func
        `an answer is due once a period is over, overdue after its due day, given once it is there`()
    {
        #expect(state("2020-06-30", []) == nil)
        #expect(state("2020-07-01", []) == .due)
        #expect(state("2020-07-13", []) == .due)
        #expect(state("2020-07-14", []) == .overdue)
        let first = [Figure("FY2020Q1", 1)]
        #expect(state("2020-07-14", first) == .given)
        #expect(state("2020-10-01", first) == .due)
        #expect(state("2020-10-01", []) == .overdue)
        #expect(state("2020-10-01", [Figure("FY2020Q2", 1)]) == .given)
        #expect(state("2020-10-20", first) == .overdue)
    }

    @Test func `months out of season and years after the target are not waited for`() {
        #expect(state("2020-09-30", [], cadence: .month, active: [1]) == nil)
        #expect(state("2021-02-01", [], cadence: .month, active: [1]) == .due)
        #expect(
            state("2029-01-01", [Figure("FY2022", 1)], cadence: .year, target: "FY2022") == .given)
        #expect(
            state("2029-01-01", [Figure("FY2021", 1)], cadence: .year, target: "FY2022") == .overdue
        )
    }
}
