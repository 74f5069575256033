import ShirubeCore
import Testing

struct MissingPeriodsTests {
    private func names(_ codes: [String], activeMonths: Set<Int> = []) -> Wording {
        MissingPeriods.names(
            of: Set(codes.flatMap { period($0).absoluteMonths }),
            season: Season(activeMonths: activeMonths), calendar: .fiscal)
    }

    @Test func `whole years and quarters are named as such, the rest by month`() {
        #expect(
            names(["FY2020", "FY2021Q2", "FY2021-12"])
                == Wording(
                    ja: "令和2年度、令和3年度第2四半期、令和3年度12月",
                    en: "FY2020, FY2021 Q2, FY2021-12"))
    }

    @Test func `a year is missing where all of its season is`() {
        #expect(names(["FY2020-12", "FY2020-01"], activeMonths: [12, 1]).japanese == "令和2年度")
    }

    @Test func `beyond four the rest is counted`() {
        let text = names([
            "FY2020-04", "FY2020-06", "FY2020-08", "FY2020-10", "FY2020-12", "FY2021",
        ])
        #expect(text.japanese == "令和2年度4月、令和2年度6月、令和2年度8月、令和2年度10月ほか2期間")
        #expect(text.english.hasSuffix(" and 2 more"))
    }

    @Test func `nothing missing has no name`() {
        #expect(names([]) == Wording(ja: "", en: ""))
    }
}
