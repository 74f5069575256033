import ShirubeCore
import Testing

@Suite struct AlertBudgetTests {
    private func alert(
        _ type: AlertType, _ indicator: String, _ at: String, code: String = "forecast",
        closed: Bool = false
    ) throws -> AlertState {
        let opening = AlertSteps.step(.opened, at, status: .lagging, code: code)
        return try #require(
            AlertState(
                id: 1, type: type, subject: indicator,
                transitions: [opening]
                    + (closed ? [AlertSteps.step(.closed, "2022-12-01")] : [])))
    }

    @Test func `onsets of a year and open alerts of each head are counted`() throws {
        let alerts = [
            try alert(.lagging, "m01-1-1", "2022-10-17"),
            try alert(.lagging, "m01-1-2", "2022-10-17", closed: true),
            try alert(.lagging, "m01-2-1", "2021-10-17"),
            try alert(.lagging, "m01-1-3", "2022-10-17", code: AlertTransition.backfill),
            try alert(.suddenChange, "m01-2-1", "2022-10-17"),
            try alert(.overdue, "m01-1-1", "2022-10-17"), try alert(.failure, "x", "2022-10-17"),
        ]
        let budget = AlertBudget(
            alerts, strategy: SampleStrategy.strategy, rules: AlertRules(perHead: 3),
            now: japanTime("2022-12-31"))
        #expect(budget.onsets == 2 && budget.indicators == 12)
        #expect(abs(budget.onsetsPerHundred - 100.0 * 2 / 12) < 1e-9)
        #expect(budget.heads.map(\.department.text) == ["kanko", "sports"])
        #expect(budget.heads.map(\.open) == [4, 2])
        #expect(budget.burdened.map(\.department.text) == ["kanko"])
        #expect(
            budget.lines(in: SampleStrategy.strategy, .japanese) == [
                "この1年に始まった遅れ：2件（指標100件あたり16.7件、めやす2件）",
                "課長ごとの未終了の警告：最多は観光課の4件（めやす3件）",
            ])
    }
}
