import Testing

@testable import Shirube

@Suite struct LoginNameTests {
    @Test func `whoever runs the tests has a name`() {
        #expect(!LoginName.current.isEmpty)
        #expect(!LoginName.current.contains("\n"))
    }
}
