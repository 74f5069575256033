import ShirubeCore
import Testing

@Suite struct LetterTableTests {
    @Test func `the standard letters are S, A, B, C, D and X`() {
        let letters = LetterTable.standard
        #expect(letters.letters[.achieved] == "S")
        #expect(letters.letters[.onTrack] == "A" && letters.letters[.atTargetLevel] == "A")
        #expect(letters.letters[.watch] == "B" && letters.letters[.lagging] == "C")
        #expect(letters.letters[.movingAway] == "D" && letters.letters[.notAchieved] == "D")
        #expect(letters.letters[.notStarted] == "X")
        for status in [Status.discontinued, .definitionQuery, .awaitingData, .beforeSeason] {
            #expect(letters.letters[status] == nil, "\(status)")
        }
    }

    @Test func `its content is in the order of the statuses, whatever the order it was made in`() {
        let letters = LetterTable(version: "city", letters: [.watch: "△", .achieved: "◎"])
        #expect(letters.content.compact == #"{"MET":"◎","WATCH":"△"}"#)
        #expect(letters.recorded(as: 3).version == "3")
        #expect(letters.recorded(as: 3).letters == letters.letters)
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
