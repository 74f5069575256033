import Testing

@testable import Shirube

@Suite struct ProgressLineTests {
    @Test func `the share is told in whole percent, and never reaches the end too early`() {
        #expect(ProgressLine.percent(0, of: 200) == 0)
        #expect(ProgressLine.percent(101, of: 200) == 50)
        #expect(ProgressLine.percent(300, of: 200) == 99)
    }
}
