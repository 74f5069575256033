import ShirubeCore
import Testing

@Suite struct ReportAudienceTests {
    @Test func `only the city hall sees what concerns it alone`() {
        #expect(ReportAudience.cityHall.isInternal && ReportAudience.cityHall.showsProbability)
        let quiet = ReportAudience.everyone(showsProbability: false)
        let open = ReportAudience.everyone(showsProbability: true)
        #expect(!quiet.isInternal && !quiet.showsProbability)
        #expect(!open.isInternal && open.showsProbability)
    }
}
