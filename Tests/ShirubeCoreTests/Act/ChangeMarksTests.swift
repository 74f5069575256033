import ShirubeCore
import Testing

@Suite struct ChangeMarksTests {
    private var marks = ChangeMarks()

    private mutating func places(
        _ lines: [String], moving: [String] = [], at seconds: Double = 0
    ) -> Set<Int> {
        marks.places(in: lines, moving: moving, at: seconds)
    }

    @Test mutating func `what was not there before is marked for a while, the first drawing not`() {
        #expect(places(["ID", "a 1", "b 2"]) == [])
        #expect(places(["ID", "a 1", "b 3"], at: 5) == [2])
        #expect(places(["ID", "a 2", "b 3"], at: 10) == [1, 2])
        #expect(places(["ID", "a 2", "b 3"], at: 34) == [1, 2])
        #expect(places(["ID", "a 2", "b 3"], at: 36) == [1])
        #expect(places(["ID", "a 2", "b 3"], at: 41) == [])
    }

    @Test mutating func `neither the time of the drawing nor a wider column is a change`() {
        _ = places(["ID  X", "--  -", "a   1", "as of 9:00."], moving: ["9:00"])
        #expect(places(["ID   X", "---  -", "a    1", "as of 9:01."], moving: ["9:01"]) == [])
    }
}
