import Testing

@testable import Shirube

@Suite struct SecondThreadTests {
    private struct Trouble: Error {}

    @Test func `what the work gives is there once it has ended, as often as it is asked for`()
        throws
    {
        let thread = try SecondThread { (1...1_000).reduce(0, +) }
        #expect(try thread.value() == 500_500)
        #expect(try thread.value() == 500_500)
    }

    @Test func `what the work throws is thrown where its result is asked for`() throws {
        let thread = try SecondThread<Int> { throw Trouble() }
        #expect(throws: Trouble.self) { try thread.value() }
    }
}
