import ShirubeCore
import Testing

@Suite struct ScreenFrameTests {
    private let text = ["ID", "--"] + (1...9).map { "row \($0)" }

    private func frame(
        top: Int, rows: Int = 6, columns: Int = 40, marked: Set<Int> = []
    ) -> ScreenFrame {
        ScreenFrame(
            text, headings: 2, marked: marked, top: top, on: Screen(columns: columns, rows: rows))
    }

    @Test func `headings stay while the rest moves, and a row is left over`() {
        #expect(frame(top: 0).lines == ["  ID", "  --", "  row 1", "  row 2", "  row 3"])
        #expect(frame(top: 4).lines.suffix(3) == ["  row 5", "  row 6", "  row 7"])
        #expect(frame(top: 4).count == 9)
    }

    @Test func `nobody can move beyond either end`() {
        #expect(frame(top: -3) == frame(top: 0))
        #expect(frame(top: 99).lines.last == "  row 9")
        #expect(frame(top: 99).top == 6)
        #expect(frame(top: 5, rows: 60).lines.count == text.count)
    }

    @Test func `what has changed has its mark wherever it stands`() {
        #expect(
            frame(top: 2, marked: [4, 9]).lines == [
                "  ID", "  --", "* row 3", "  row 4", "  row 5",
            ])
    }

    @Test func `no line is wider than the window, and the smallest window still shows one`() {
        #expect(frame(top: 0, columns: 5).lines[2] == "  ro…")
        #expect(frame(top: 0, rows: 1).lines.count == 1)
        #expect(frame(top: 3, rows: 2).lines == ["  row 2"])
    }

    @Test func `a text's height counts the rows that its long lines take`() {
        let screen = Screen(columns: 4, rows: 3)
        #expect(screen.height(of: "ab\ncd\n") == 2)
        #expect(screen.height(of: "漢字\n漢字か\n\n") == 4)
        #expect(Screen(columns: 0, rows: 0) == Screen(columns: 80, rows: 24))
        #expect(Screen(columns: 20, rows: 9).narrowed(by: 2).columns == 18)
    }
}
