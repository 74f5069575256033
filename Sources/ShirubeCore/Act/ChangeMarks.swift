/// Remembers which lines of a text that is drawn again and again are new.
package struct ChangeMarks: Sendable {
    /// For how long a line stays marked; whoever looks up after some seconds should still find it.
    package static let keptSeconds = 30.0

    private var known: Set<String>?
    private var marks: [String: Double] = [:]

    /// Begins with nothing drawn.
    package init() {}

    /// The places of the lines that were not there before, or have come within the last `keptSeconds`.
    ///
    /// - Parameters:
    ///   - lines: what the lines of now stand for. Columns that have become wider are no change.
    ///   - moving: words that change with every drawing, such as the time of it.
    ///   - seconds: the time by any clock that does not go back.
    /// - Returns: none for the first drawing.
    package mutating func places(
        in lines: [String], moving: [String], at seconds: Double
    ) -> Set<Int> {
        let texts = lines.map { Self.essence(of: $0, without: moving) }
        for text in texts where !text.isEmpty {
            if let known, !known.contains(text) { marks[text] = seconds }
        }
        known = Set(texts)
        marks = marks.filter { seconds - $0.value < Self.keptSeconds }
        return Set(texts.indices.filter { marks[texts[$0]] != nil })
    }

    /// A line without what moves: the words given, and how far its columns stand apart.
    private static func essence(of line: String, without moving: [String]) -> String {
        var rest = Substring(line)
        var text = ""
        while !rest.isEmpty {
            if let word = moving.first(where: { !$0.isEmpty && rest.hasPrefix($0) }) {
                rest = rest.dropFirst(word.count)
                continue
            }
            let character = rest.removeFirst()
            if character != " " && character != "-" { text.append(character) }
        }
        return text
    }
}
