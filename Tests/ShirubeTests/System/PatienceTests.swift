import Testing

@testable import Shirube

@Suite struct PatienceTests {
    @Test func `it is asked until it is done, and once at least`() {
        var count = 0
        let isDone = Patience.wait(upTo: 60) {
            count += 1
            return count == 3
        }
        #expect(isDone && count == 3)
        #expect(!Patience.wait(upTo: 0) { false })
        #expect(Patience.wait(upTo: 0) { true })
    }
}
