import ShirubeCore
import Testing

struct LetterTableTests {
    @Test func `the standard table gives S to D, and no letter where nothing is judged`() {
        let letters = Status.allCases.map { LetterTable.standard.letter(for: $0)?.text ?? "-" }
        #expect(letters == ["-", "-", "S", "D", "X", "-", "-", "-", "D", "C", "A", "A", "B"])
        #expect(LetterTable.standard.letter(for: .watch)?.table == "standard-1")
    }

    @Test func `the national class follows the status, and a milestone is always F`() {
        let classes = Status.allCases.map { $0.nationalClass(of: .planSum)?.rawValue ?? "-" }
        #expect(classes == ["-", "N", "A", "B", "B", "N", "N", "N", "B", "B", "A", "A", "B"])
        #expect(Status.onTrack.nationalClass(of: .milestone) == .execution)
        #expect(Status.discontinued.nationalClass(of: .milestone) == nil)
    }

    @Test func `a city's own table is stored with the judgement`() {
        let own = LetterTable(version: "city-2", letters: [.watch: "△"])
        let row = indicator(.planSum, baseline: 9, target: 40)
        let standing = Judge.standing(
            of: row, in: Definitions(of: strategy([row])),
            current: CurrentReadings(ledger([Figure("FY2020", 7), Figure("FY2021H1", 4)])),
            at: Judge.Occasion(now: japanTime("2021-10-17"), letters: own))
        #expect(standing.letter == Standing.Letter(text: "△", table: "city-2"))
    }
}
