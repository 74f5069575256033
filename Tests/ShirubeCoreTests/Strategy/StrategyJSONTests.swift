import ShirubeCore
import Testing

@Suite struct StrategyJSONTests {
    @Test func `a strategy is told whole, in the order of its file, with null for what it lacks`() {
        #expect(
            TinyStrategy.whole.json().pretty == """
                {
                  "strategy": "rei",
                  "departments": [
                    {
                      "id": "kikaku",
                      "name": "企画課"
                    }
                  ],
                  "goals": [
                    {
                      "id": "g1",
                      "number": 1,
                      "name": "目標"
                    }
                  ],
                  "directions": [
                    {
                      "id": "1-1",
                      "name": "方向",
                      "goal": "g1"
                    }
                  ],
                  "measures": [
                    {
                      "id": "m01",
                      "number": 1,
                      "name": null,
                      "goal": "g1",
                      "direction": null,
                      "gap": "見出しが失われています。"
                    }
                  ],
                  "programs": [
                    {
                      "id": "m01-1",
                      "name": "事業",
                      "measure": "m01",
                      "departments": [
                        "kikaku"
                      ],
                      "sdgs": [
                        8,
                        11
                      ],
                      "gap": null
                    }
                  ],
                  "indicators": [
                    {
                      "id": "g1-1",
                      "name": "雇用者数",
                      "program": null,
                      "measure": null,
                      "goal": "g1",
                      "departments": [
                        "kikaku"
                      ],
                      "unit": "人",
                      "baseline": {
                        "value": 1450.5,
                        "period": "CY2018"
                      },
                      "target": {
                        "value": 15000,
                        "period": "CY2024"
                      },
                      "kind": "K1",
                      "sense": "atLeast",
                      "cumulative": "planSum",
                      "calendar": "calendar",
                      "gap": null,
                      "cadence": "quarter",
                      "due": null,
                      "publicMoney": false,
                      "plan": {
                        "CY2020": 1,
                        "CY2021": 2.5
                      },
                      "activeMonths": [
                        4,
                        10
                      ],
                      "stages": [],
                      "baselineN": 240,
                      "tolerance": 0,
                      "commonCauseYears": [],
                      "blocked": false,
                      "continues": null,
                      "questions": [],
                      "notes": [
                        "覚え書き"
                      ]
                    },
                    {
                      "id": "m01-1-1",
                      "name": "改修",
                      "program": "m01-1",
                      "measure": "m01",
                      "goal": "g1",
                      "departments": [
                        "kikaku"
                      ],
                      "unit": "式",
                      "baseline": null,
                      "target": {
                        "value": 1,
                        "period": "FY2024Q2"
                      },
                      "kind": "K8",
                      "sense": "atLeast",
                      "cumulative": "none",
                      "calendar": "fiscal",
                      "gap": "担当課の記載がありません。",
                      "cadence": "year",
                      "due": null,
                      "publicMoney": false,
                      "plan": {},
                      "activeMonths": [],
                      "stages": [
                        {
                          "name": "設計",
                          "weight": 0.3,
                          "due": null
                        },
                        {
                          "name": "完成",
                          "weight": 1,
                          "due": "FY2024Q2"
                        }
                      ],
                      "baselineN": null,
                      "tolerance": 0,
                      "commonCauseYears": [],
                      "blocked": true,
                      "continues": null,
                      "questions": [],
                      "notes": []
                    }
                  ],
                  "name": "例市総合戦略",
                  "city": "例市",
                  "term": {
                    "from": "FY2020",
                    "to": "FY2024"
                  },
                  "succeeds": null,
                  "outlook": [
                    {
                      "year": 2040,
                      "population": 50000
                    }
                  ],
                  "planningDepartment": "kikaku"
                }

                """)
    }
}

/// A small strategy that has something at every place.
enum TinyStrategy {
    static let whole = Strategy(
        id: Identifier("rei"), name: "例市総合戦略", city: "例市", term: 2020...2024,
        outlook: [PopulationOutlook(year: 2040, population: 50_000)],
        departments: [Department(id: Identifier("kikaku"), name: "企画課")],
        planningDepartment: Identifier("kikaku"),
        goals: [Goal(id: Identifier("g1"), number: 1, name: "目標")],
        directions: [Direction(id: Identifier("1-1"), name: "方向", goal: Identifier("g1"))],
        measures: [
            Measure(
                id: Identifier("m01"), number: 1, name: nil, goal: Identifier("g1"),
                direction: nil, gap: "見出しが失われています。")
        ],
        programs: [
            Program(
                id: Identifier("m01-1"), name: "事業", measure: Identifier("m01"),
                departments: [Identifier("kikaku")], sdgs: [8, 11], gap: nil)
        ],
        indicators: [planSum(baseline: 1_450.5, target: 15_000), milestone])

    /// A strategy with a single indicator.
    static func holding(_ indicator: Indicator) -> Strategy {
        Strategy(
            id: whole.id, name: whole.name, city: whole.city, term: whole.term,
            outlook: [], departments: whole.departments,
            planningDepartment: whole.planningDepartment, goals: whole.goals, directions: [],
            measures: [], programs: [], indicators: [indicator])
    }

    /// An indicator that sums over the plan, counted in calendar years.
    static func planSum(baseline: Double, target: Double, questions: [String] = []) -> Indicator {
        Indicator(
            id: Identifier("g1-1"), name: "雇用者数", program: nil, measure: nil,
            goal: Identifier("g1"), departments: [Identifier("kikaku")], unit: "人",
            baseline: Anchor(value: baseline, period: Period(Year(.calendar, 2018))),
            target: Anchor(value: target, period: Period(Year(.calendar, 2024))), kind: .planSum,
            sense: .atLeast, cumulative: .planSum, calendar: .calendar, cadence: .quarter,
            plan: [2021: 2.5, 2020: 1], activeMonths: [10, 4], baselineN: 240,
            questions: questions, notes: ["覚え書き"])
    }

    private static var milestone: Indicator {
        let due = Period.quarters(of: Year(.fiscal, 2024))[1]
        return Indicator(
            id: Identifier("m01-1-1"), name: "改修", program: Identifier("m01-1"),
            measure: Identifier("m01"), goal: Identifier("g1"),
            departments: [Identifier("kikaku")], unit: "式", baseline: nil,
            target: Anchor(value: 1, period: due), kind: .milestone, sense: .atLeast,
            cumulative: .none, calendar: .fiscal, cadence: .year,
            stages: [
                Stage(name: "設計", weight: 0.3, due: nil), Stage(name: "完成", weight: 1, due: due),
            ], blocked: true, gap: "担当課の記載がありません。")
    }
}
