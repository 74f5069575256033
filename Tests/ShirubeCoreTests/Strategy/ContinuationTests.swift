import ShirubeCore
import Testing

@Suite struct ContinuationTests {
    private static let a1 = Identifier<Indicator>("a1")

    private func kinds(_ old: Indicator, _ new: Indicator) -> [ContinuationDifference.Kind] {
        ContinuationDifference.between(old, and: new).map(\.kind)
    }

    private func row(
        _ kind: IndicatorKind, unit: String = "人", calendar: YearKind = .fiscal,
        stages: [Stage] = [], factor: Double = 1, newSeries: String? = nil
    ) -> Indicator {
        indicator(
            kind, target: 1, unit: unit, calendar: calendar, stages: stages,
            continues: Continuation(of: Self.a1, factor: factor, newSeries: newSeries))
    }

    @Test func `what decides what a figure means must be the same, what is made of it need not`() {
        let old = indicator(.level, baseline: 5, target: 10, cadence: .year, departments: ["d-2"])
        #expect(kinds(old, row(.level)) == [])
        #expect(kinds(old, row(.ratio)) == [.key(.kind)])
        #expect(kinds(old, row(.level, calendar: .calendar)) == [.key(.calendar)])
        let names = ["着手", "完了"].map { Stage(name: $0, weight: $0 == "完了" ? 1 : 0, due: nil) }
        let work = indicator(.milestone, target: 1, stages: names)
        #expect(kinds(work, row(.milestone, stages: names)) == [])
        #expect(kinds(work, row(.milestone, stages: [names[1]])) == [.key(.stages)])
    }

    @Test func `another unit needs a factor, and a factor another unit`() {
        let old = indicator(.level, target: 10, unit: "千円")
        #expect(kinds(old, row(.level, unit: "円")) == [.unit])
        #expect(kinds(old, row(.level, unit: "円", factor: 1_000)) == [])
        #expect(kinds(old, row(.level, unit: "千円", factor: 1_000)) == [.needlessFactor])
        // Width says nothing.
        #expect(kinds(indicator(.level, target: 1, unit: "％"), row(.level, unit: "%")) == [])
    }

    @Test func `a new series may differ in everything, and what continues nothing is not compared`()
    {
        let old = indicator(.level, target: 10, unit: "千円")
        #expect(kinds(old, row(.survey, unit: "%", newSeries: "調査に変えたため")) == [])
        #expect(kinds(old, indicator(.survey, target: 1, unit: "%")) == [])
    }

    @Test func `it is a part of the definition`() {
        let version = DefinitionVersion(
            number: 1, validFrom: day("2025-04-01"), knownAt: japanTime("2025-04-01"),
            indicator: row(.level), term: 2025...2029)
        let other = row(.level, factor: 10, newSeries: "別の数え方")
        #expect(
            version.differences(to: other, term: 2025...2029).map(\.line)
                == ["continues: a1 → a1 × 10 (newSeries: 別の数え方)"])
    }
}
