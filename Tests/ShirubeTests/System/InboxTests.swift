import Synchronization
import Testing

@testable import Shirube

@Suite struct InboxTests {
    private final class Bell: Sendable {
        let count = Atomic(0)
        var rings: Int { count.load(ordering: .relaxed) }
    }

    private let bell: Bell
    private let inbox: Inbox<Int>

    init() {
        let bell = Bell()
        self.bell = bell
        inbox = Inbox { bell.count.add(1, ordering: .relaxed) }
    }

    @Test func `what is put in comes out in its order, and nothing after that`() {
        inbox.open()
        for number in 1...3 { inbox.put(number) }
        #expect((1...3).map { _ in inbox.take(within: 60) } == [1, 2, 3])
        #expect(inbox.take(within: 0.01) == nil)
        #expect(bell.rings == 0)
    }

    @Test func `a bell rings for what nobody waits for, which is kept`() {
        inbox.put(1)
        #expect(bell.rings == 1)
        inbox.open()
        inbox.put(2)
        #expect(bell.rings == 1)
        #expect(inbox.take(within: 60) == 1)
        // The second came while somebody waited, who then went away without it.
        inbox.close()
        #expect(bell.rings == 2)
        #expect(inbox.take(within: 60) == 2)
        inbox.open()
        inbox.close()
        #expect(bell.rings == 2)
    }
}
