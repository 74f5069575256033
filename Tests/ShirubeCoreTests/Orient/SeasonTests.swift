import ShirubeCore
import Testing

struct SeasonTests {
    @Test func `without declared months a year passes in twelfths`() {
        let season = Season(activeMonths: [])
        #expect(season.share(of: period("FY2022Q2").absoluteMonths) == 0.25)
        #expect(season.share(of: period("FY2022").absoluteMonths) == 1)
    }

    @Test func `with declared months only those pass`() {
        let winter = Season(activeMonths: [12, 1, 2, 3])
        #expect(winter.share(of: period("FY2022H1").absoluteMonths) == 0)
        #expect(winter.share(of: period("FY2022Q3").absoluteMonths) == 0.25)
        #expect(winter.share(of: period("FY2022").absoluteMonths) == 1)
        #expect(winter.isActive(period("FY2022-01").absoluteMonths.lowerBound))
    }
}
