/// Lines for a window, with all that each of them would say where there is room.
package struct ScreenText: Sendable, Equatable {
    /// The lines as they fit.
    package private(set) var lines: [String] = []
    /// What each stands for, by which a change is noticed also where it does not show.
    package private(set) var contents: [String] = []

    /// Begins with no line.
    package init() {}

    /// Takes the lines of a text that nothing was left out of.
    package init(_ text: String) {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in text.hasSuffix("\n") ? all.dropLast() : all { add(line) }
    }

    /// Adds a line, which stands for itself unless it is said for what.
    package mutating func add(_ line: String, for content: String? = nil) {
        lines.append(line)
        contents.append(content ?? line)
    }

    /// The lines, each ended by `\n`.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}
