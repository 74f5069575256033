import ShirubeCore

/// A small strategy of an invented city, with one indicator of each kind that behaves in a way of its own.
///
/// Departments: `kikaku` plans, `kanko` owns most, `sports` shares one with it, `minato` counts calendar
/// years, `shobo` builds.
enum SampleStrategy {
    static let strategy = Strategy(
        id: Identifier("mihon-2020"), name: "見本市総合戦略", city: "見本市", term: 2020...2024,
        outlook: [PopulationOutlook(year: 2040, population: 150_000)],
        departments: [
            Department(id: Identifier("kikaku"), name: "企画課"),
            Department(id: Identifier("kanko"), name: "観光課"),
            Department(id: Identifier("sports"), name: "スポーツ課"),
            Department(id: Identifier("minato"), name: "港湾課"),
            Department(id: Identifier("shobo"), name: "消防総務課"),
        ],
        planningDepartment: Identifier("kikaku"),
        goals: [Goal(id: Identifier("g1"), number: 1, name: "にぎわいをつくる")],
        directions: [Direction(id: Identifier("1-1"), name: "人を呼ぶ", goal: Identifier("g1"))],
        measures: [
            Measure(
                id: Identifier("m01"), number: 1, name: "観光", goal: Identifier("g1"),
                direction: Identifier("1-1"), gap: nil)
        ],
        programs: [
            program("m01-1", "観光プロモーション事業", ["kanko"]),
            program("m01-2", "スケート教室開催事業", ["kanko", "sports"]),
            program("m01-3", "港湾振興事業", ["minato"]),
            program("m01-4", "消防力強化事業", ["shobo"]),
        ],
        indicators: [
            indicator("g1-1", "婚姻率", nil, ["kikaku"], "‰", .ratio, 4.82, 6),
            indicator("m01-1-1", "ツアー参加者数", "m01-1", ["kanko"], "人", .planSum, 46, 230),
            indicator("m01-1-2", "参加者数", "m01-1", ["kanko"], "人", .annualFlow, 100, 150),
            indicator("m01-1-3", "成約率", "m01-1", ["kanko"], "%", .ratio, 45.5, 50),
            indicator("m01-1-4", "観光スポット数", "m01-1", ["kanko"], "か所", .level, 10, 14),
            indicator("m01-1-5", "会員登録数", "m01-1", ["kanko"], "人", .runningTotal, 32, 55),
            indicator("m01-2-1", "参加者数", "m01-2", ["kanko", "sports"], "人", .annualFlow, 80, 90),
            indicator("m01-2-2", "満足度", "m01-2", ["sports"], "%", .survey, 33.1, 40),
            indicator(
                "m01-3-1", "貨物取扱量", "m01-3", ["minato"], "千t", .annualFlow, 17_550, 22_144,
                calendar: .calendar),
            indicator("m01-3-2", "航路数", "m01-3", ["minato"], "路線", .level, 4, 5),
            indicator("m01-4-1", "消防ロボット整備", "m01-4", ["shobo"], "式", .milestone, nil, 1),
            indicator("m01-4-2", "消防団員の増減", "m01-4", ["shobo"], "人", .level, -12, 0),
        ])

    private static func program(
        _ id: String, _ name: String, _ departments: [String]
    ) -> Program {
        Program(
            id: Identifier(id), name: name, measure: Identifier("m01"),
            departments: departments.map { Identifier($0) }, sdgs: [8], gap: nil)
    }

    private static func indicator(
        _ id: String, _ name: String, _ program: String?, _ departments: [String], _ unit: String,
        _ kind: IndicatorKind, _ baseline: Double?, _ target: Double,
        calendar: YearKind = .fiscal
    ) -> Indicator {
        let last = Period(Year(calendar, 2024))
        return Indicator(
            id: Identifier(id), name: name, program: program.map { Identifier($0) },
            measure: program.map { _ in Identifier("m01") }, goal: Identifier("g1"),
            departments: departments.map { Identifier($0) }, unit: unit,
            baseline: baseline.map { Anchor(value: $0, period: Period(Year(calendar, 2018))) },
            target: Anchor(value: target, period: last), kind: kind, sense: .atLeast,
            cumulative: kind == .planSum ? .planSum : kind == .runningTotal ? .runningTotal : .none,
            calendar: calendar, cadence: .quarter,
            stages: kind == .milestone ? Stage.standard(target: last) : [])
    }
}
