import ShirubeCore
import Testing

@Suite struct StrategyRowsTests {
    @Test func `a row shows names, values with their periods, and a dash for what is lost`() {
        #expect(
            TinyStrategy.whole.rows(.japanese) == [
                [
                    "g1-1", "雇用者数", "（数値目標）", "企画課", "人", "1,450.5 (CY2018)",
                    "15,000 (CY2024)", "K1",
                ],
                ["m01-1-1", "改修", "事業", "企画課", "式", "-", "1 (FY2024Q2)", "K8"],
            ])
        #expect(TinyStrategy.whole.rows(.english)[0][2] == "(goal target)")
    }

    @Test(arguments: Language.allCases)
    func `every row has as many cells as there are headers`(language: Language) {
        let headers = Strategy.headers(language)
        #expect(Set(headers).count == headers.count)
        #expect(TinyStrategy.whole.rows(language).allSatisfy { $0.count == headers.count })
    }
}
