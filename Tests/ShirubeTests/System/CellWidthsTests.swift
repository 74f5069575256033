import ShirubeCore
import Testing

@testable import Shirube

@Suite struct CellWidthsTests {
    private func widths(_ answer: String) -> TextWidth.Cells? {
        CellWidths.read(Array(answer.utf8))
    }

    @Test func `two reports of the cursor say how wide a sign and a block are`() {
        #expect(widths("\u{1B}[24;2R\u{1B}[24;2R") == .narrow)
        #expect(widths("\u{1B}[1;3R\u{1B}[1;2R") == TextWidth.Cells(signs: 2, blocks: 1))
        // A key that was pressed meanwhile.
        #expect(widths("x\u{1B}[1;3R\u{1B}[1;3R") == .printed)
    }

    @Test func `anything else says nothing`() {
        for answer in [
            "", "\u{1B}[1;2R", "\u{1B}[1;2R\u{1B}[1;9R", "\u{1B}[R\u{1B}[R", "RR", "1;2R1;2R",
        ] {
            #expect(widths(answer) == nil, "\(answer.debugDescription)")
        }
    }
}
