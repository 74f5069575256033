import ShirubeCore
import Testing

struct NationalClassTests {
    @Test func `the national class follows the status, and a milestone is always F`() {
        let classes = Status.allCases.map { $0.nationalClass(of: .planSum)?.rawValue ?? "-" }
        #expect(classes == ["-", "N", "A", "B", "B", "N", "N", "N", "B", "B", "A", "A", "B"])
        #expect(Status.onTrack.nationalClass(of: .milestone) == .execution)
        #expect(Status.discontinued.nationalClass(of: .milestone) == nil)
    }
}
