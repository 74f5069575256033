import ShirubeCore
import Testing

@Suite struct LetterTableTests {
    @Test func `the standard letters are S, A, B, C, D and X`() {
        let letters = LetterTable.standard
        #expect(letters[.achieved] == "S")
        #expect(letters[.onTrack] == "A" && letters[.atTargetLevel] == "A")
        #expect(letters[.watch] == "B" && letters[.lagging] == "C")
        #expect(letters[.movingAway] == "D" && letters[.notAchieved] == "D")
        #expect(letters[.notStarted] == "X")
        for status in [Status.discontinued, .definitionQuery, .awaitingData, .beforeSeason] {
            #expect(letters[status] == nil, "\(status)")
        }
    }

    @Test func `its content is in the order of the statuses, whatever the order it was made in`() {
        let letters = LetterTable([.watch: "△", .achieved: "◎"])
        #expect(letters.content.compact == #"{"MET":"◎","WATCH":"△"}"#)
        #expect(letters.version == nil)
        #expect(letters.recorded(as: 3).version == 3)
        #expect(letters.recorded(as: 3)[.watch] == "△")
    }
}
