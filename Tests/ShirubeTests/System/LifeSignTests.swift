import Testing

@testable import Shirube

@Suite struct LifeSignTests {
    @Test func `it tells what was begun last, and for how long nothing was heard since`()
        async throws
    {
        let since = Stopwatch()
        let sign = LifeSign()
        sign.give("reading a.csv")
        try await Task.sleep(for: .milliseconds(30))
        #expect(sign.doing == "reading a.csv")
        #expect(sign.silentSeconds >= 0.03)
        let before = sign.silentSeconds
        sign.give()
        #expect(sign.silentSeconds < before)
        #expect(sign.doing == "reading a.csv")
        #expect(since.seconds >= 0.03)
    }
}
