import ShirubeCore
import Testing

struct AnswersTests {
    private func isOwed(_ cadence: Cadence, _ calendar: YearKind = .fiscal) -> [Bool] {
        let target = calendar == .fiscal ? "FY2024" : "CY2024"
        let row = indicator(
            .level, target: 1, targetPeriod: target, calendar: calendar, cadence: cadence)
        return (1...4).map { Answers.isOwed(row, for: period("FY2022Q\($0)")) }
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
        #expect(Answers.isOwed(visitors, for: period("FY2022Q4")))
        #expect(!Answers.isOwed(visitors, for: period("FY2023Q1")))
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

    private func absence(_ kind: IndicatorKind, _ figures: [Figure]) -> Absence? {
        Answers.absence(
            indicator(kind, target: 1), for: period("FY2022Q2"),
            current: CurrentReadings(ledger(figures)))
    }

    @Test func `a sign in place of a figure is an answer, the newest one for the quarter`() {
        #expect(absence(.level, [Figure("FY2022Q2", absent: .unknown)]) == .unknown)
        #expect(absence(.planSum, [Figure("FY2022H1", absent: .suppressed)]) == .suppressed)
        #expect(
            absence(
                .level,
                [Figure("FY2022H1", absent: .unknown), Figure("FY2022-09", absent: .notApplicable)])
                == .notApplicable)
        for other in ["FY2022Q1", "FY2022-08", "FY2022-09-30"] {
            #expect(absence(.level, [Figure(other, absent: .unknown)]) == nil, "\(other)")
        }
        #expect(!isGiven(.level, [Figure("FY2022Q2", absent: .unknown)]))
        #expect(
            absence(
                .level, [Figure("FY2022Q2", absent: .unknown), Figure(withdrawing: "FY2022Q2")])
                == nil)
    }

    @Test func `what was answered with a sign is given, and told apart from figures`() {
        let city = strategy([
            indicator(.level, id: "a", target: 1), indicator(.level, id: "b", target: 1),
            indicator(.level, id: "c", target: 1),
        ])
        let answers = Answers.answers(
            strategy: city, quarter: period("FY2022Q2"),
            current: [
                Identifier("a"): CurrentReadings(ledger([Figure("FY2022Q2", 0)])),
                Identifier("b"): CurrentReadings(ledger([Figure("FY2022Q2", absent: .unknown)])),
            ], lastAccepted: [:], rejected: [:])
        #expect(answers[0].owed == 3 && answers[0].given == 2)
        #expect(
            answers[0].absent
                == [QuarterlySummary.Absent(indicator: Identifier("b"), absence: .unknown)])
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
}
