import ShirubeCore
import Testing

@Suite struct SiteWordsTests {
    @Test func `every word of the pages is there in both languages`() {
        let all =
            Array(SiteWords.labels.values) + SiteWords.method
            + SiteWords.terms.flatMap { [$0.word, $0.meaning] }
            + Cadence.allCases.map(SiteWords.cadence) + Status.allCases.map(\.meaning)
        for wording in all {
            #expect(!wording.japanese.isEmpty && !wording.english.isEmpty)
        }
        #expect(Set(Status.allCases.map(\.meaning)).count == Status.allCases.count)
    }

    @Test func `the goals of the SDGs are seventeen`() {
        let titles = (1...SustainableGoal.count).compactMap(SustainableGoal.title)
        #expect(Set(titles).count == 17)
        #expect(SustainableGoal.title(11)?.japanese == "住み続けられるまちづくりを")
        #expect(SustainableGoal.title(0) == nil && SustainableGoal.title(18) == nil)
    }
}
