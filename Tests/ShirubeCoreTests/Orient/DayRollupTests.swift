import ShirubeCore
import Testing

@Suite struct DayRollupTests {
    private func months(
        _ figures: [Figure], isFlow: Bool
    ) -> [String] {
        DayRollup.months(of: CurrentReadings(ledger(figures)), isFlow: isFlow).map {
            "\($0.period) \(NumberText.plain($0.number ?? .nan))"
        }
    }

    private let days = [
        Figure("FY2022-04-30", 3), Figure("FY2022-04-01", 2), Figure("FY2022-05-17", 5),
    ]

    @Test func `days of a flow add up to their month, once that is past`() {
        #expect(months(days, isFlow: true) == ["FY2022-04 5"])
        #expect(
            months(days + [Figure("FY2022-05-31", 1)], isFlow: true) == [
                "FY2022-04 5", "FY2022-05 6",
            ])
        #expect(months(days + [Figure("FY2022-06", 1)], isFlow: true).count == 3)
    }

    @Test func `a month of which a day is not known has no sum, one with a day of none has`() {
        let closed = Figure("FY2022-05-31", absent: .notApplicable)
        #expect(months(days + [closed], isFlow: true) == ["FY2022-04 5", "FY2022-05 5"])
        let unknown = Figure("FY2022-04-02", absent: .unknown)
        #expect(months(days + [closed, unknown], isFlow: true) == ["FY2022-05 5"])
        #expect(months(days + [unknown], isFlow: false) == ["FY2022-04 3", "FY2022-05 5"])
    }

    @Test func `the last day of a level stands for its month`() {
        #expect(months(days, isFlow: false) == ["FY2022-04 3", "FY2022-05 5"])
    }

    @Test func `the last of running sums stands for its month`() {
        let sums = [
            Figure("FY2022-04-20", 9, basis: .yearToDate),
            Figure("FY2022-04-10", 4, basis: .yearToDate),
        ]
        #expect(months(sums, isFlow: true) == ["FY2022-04 9"])
    }

    @Test func `figures without days stay as they are`() {
        #expect(months([Figure("FY2022Q1", 7)], isFlow: true) == ["FY2022Q1 7"])
    }

    @Test func `months made of days are judged as months`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let byMonth = judge(offers, [Figure("FY2022-04", 5), Figure("FY2022-05", 2)])
        let byDay = judge(
            offers,
            [Figure("FY2022-04-01", 2), Figure("FY2022-04-30", 3), Figure("FY2022-05-31", 2)])
        #expect(byDay.value == 7 && byDay.value == byMonth.value)
        #expect(byDay.expected == byMonth.expected && byDay.status == byMonth.status)
    }
}
