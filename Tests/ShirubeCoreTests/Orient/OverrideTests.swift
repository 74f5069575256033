import ShirubeCore
import Testing

@Suite struct OverrideTests {
    private func override(until: String? = nil, period code: String? = nil) -> Override {
        Override(
            status: .onTrack, reason: "理由", author: "課長", at: japanTime("2022-10-18"),
            until: until.map(day), period: code.map(period))
    }

    private func standing(_ code: String?) -> Standing {
        Standing(
            indicator: Identifier("i-1"), period: code.map(period), value: nil, expected: nil,
            achievementRate: nil, progressRate: nil, status: .lagging, reasons: [], rule: "r")
    }

    @Test func `with a last day it holds until that is over, whatever is judged`() {
        let own = override(until: "2022-12-31")
        #expect(own.holds(beside: standing("FY2022Q4"), on: day("2022-12-31")))
        #expect(!own.holds(beside: standing("FY2022Q2"), on: day("2023-01-01")))
    }

    @Test func `with a period it holds until a later one is judged`() {
        let own = override(period: "FY2022Q2")
        for code in ["FY2022Q2", "FY2022-09", "FY2022-08"] {
            #expect(own.holds(beside: standing(code), on: day("2030-01-01")), "\(code)")
        }
        #expect(!own.holds(beside: standing("FY2022-10"), on: day("2022-11-01")))
    }

    @Test func `where nothing was judged it lapses with the first figure`() {
        #expect(override().holds(beside: standing(nil), on: day("2022-10-18")))
        #expect(!override().holds(beside: standing("FY2022Q1"), on: day("2022-10-18")))
    }

    @Test func `only those that hold are in force`() {
        let id = Identifier<Indicator>("i-1")
        let own = [id: override(period: "FY2022Q2")]
        let now = day("2022-10-18")
        #expect(Override.inForce(own, beside: [standing("FY2022Q2")], on: now).keys.first == id)
        #expect(Override.inForce(own, beside: [standing("FY2022Q3")], on: now).isEmpty)
        #expect(Override.inForce([:], beside: [standing("FY2022Q2")], on: now).isEmpty)
    }

    @Test func `words of people can break no line`() {
        let own = Override(
            status: .watch, reason: "a\nb", author: "c\rd", at: japanTime("2022-10-18"),
            until: nil, period: nil)
        #expect(own.wording.japanese.contains("a b") && own.wording.english.contains("c d"))
    }
}
