import ShirubeCore
import Testing

@Suite struct AlertRulesTests {
    @Test func `many is more than a quarter of all, and at least five`() {
        let rules = AlertRules()
        #expect(!rules.isMass(onsets: 22, of: 88))
        #expect(rules.isMass(onsets: 23, of: 88))
        #expect(!rules.isMass(onsets: 4, of: 4))
        #expect(rules.isMass(onsets: 5, of: 6))
    }

    @Test func `a month after the last of a long month is the last of the next`() {
        func next(_ repeats: AlertRules.Repeat, _ day: String) -> String? {
            AlertRules(repeats: repeats).reminder(after: japanTime(day).japanDate)?.description
        }
        #expect(next(.month, "2023-01-31") == "2023-02-28")
        #expect(next(.month, "2022-12-05") == "2023-01-05")
        #expect(next(.week, "2022-12-29") == "2023-01-05")
        #expect(next(.never, "2022-12-29") == nil)
    }
}
