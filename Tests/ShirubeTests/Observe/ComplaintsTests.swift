import Testing

@testable import Shirube

@Suite struct ComplaintsTests {
    @Test func `a complaint is new once, and again after it had ended`() {
        var complaints = Complaints()
        var heard: [Bool] = []
        for turn in 1...5 {
            if turn != 4 { heard.append(complaints.isNew("no room")) }
            if turn == 1 { heard.append(complaints.isNew("no room")) }
            complaints.endTurn()
        }
        #expect(heard == [true, false, false, false, true])
    }
}
