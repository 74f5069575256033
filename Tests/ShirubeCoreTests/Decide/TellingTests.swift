import ShirubeCore
import Testing

@Suite struct TellingTests {
    @Test func `a department hears of its own files, and only the summary reaches the executives`()
    {
        for telling in Telling.allCases {
            #expect(telling.roles.contains(.executives) == (telling == .summary))
            #expect(
                telling.roles == [.staff]
                    || [.lagging, .preview, .summary, .act].contains(telling))
        }
        #expect(Telling.lagging.roles == [.staff, .manager, .director])
    }
}
