/// What must stand in no file at all: marks of unfinished work, and paths of the place where it was done.
enum MarkRule {
    // Put together here, so that this file does not hold them.
    private static let marks: [(mark: String, instead: String)] = [
        ("TO" + "DO", "do it now, or write an issue"),
        ("FIX" + "ME", "do it now, or write an issue"),
        ("/wo" + "rk/", "name a path that every reader has"),
        ("../sha" + "red", "say it in the project's own words"),
    ]

    /// The marks that a file holds.
    static func offences(path: String, text: String) -> [Offence] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, line in
                marks.filter { SourceText.holds(Array(line.utf8), Array($0.mark.utf8)) }.map {
                    Offence(
                        path: path, line: index + 1,
                        sentence: "\"\($0.mark)\" stands here; \($0.instead).")
                }
            }
    }
}
