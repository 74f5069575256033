/// A part of a long text, as much of it as a window shows, with a mark beside the lines that have changed.
package struct ScreenFrame: Sendable, Equatable {
    /// How many columns stand before each line, for the mark.
    package static let margin = 2

    /// The lines, none wider than the window; one row of it is left over for a line of the caller's.
    package let lines: [String]
    /// The first line of the text that is shown below its headings, counted without them.
    package let top: Int
    /// How many lines the text has below its headings.
    package let count: Int
    /// How many of them are shown.
    package let shown: Int

    /// Cuts a part out of a text.
    ///
    /// - Parameters:
    ///   - text: its lines.
    ///   - headings: how many of the first stay where they are, such as the heads of a table's columns.
    ///   - marked: the places of the lines that have changed.
    ///   - top: the line to begin with, counted below the headings; what lies outside becomes the nearest that does not.
    ///   - screen: the window.
    package init(
        _ text: [String], headings: Int, marked: Set<Int>, top: Int, on screen: Screen
    ) {
        let room = max(1, screen.rows - 1)
        let fixed = min(headings, text.count, room - 1)
        let rest = text.indices.dropFirst(fixed)
        count = rest.count
        shown = min(count, room - fixed)
        self.top = max(0, min(top, count - shown))
        let places = Array(text.indices.prefix(fixed)) + rest.dropFirst(self.top).prefix(shown)
        lines = places.map { place in
            let mark = marked.contains(place) ? "* " : "  "
            return TextWidth.shortened(mark + text[place], to: screen.columns, screen.cells)
        }
    }
}
