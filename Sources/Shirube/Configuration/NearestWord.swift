import ShirubeCore

/// Guesses which known word a person meant by an unknown one.
enum NearestWord {
    /// The known word nearest to what was written, or nil where none is near.
    ///
    /// Near means at most one mistake in three letters: a letter missing, added, changed, or
    /// exchanged with its neighbour (optimal string alignment distance, case aside). Of equally
    /// near words the first wins.
    static func of(_ written: String, among words: [String]) -> String? {
        let lowered = Array(written.lowercased().unicodeScalars)
        // In a word of three letters, one mistake leaves nothing to go by.
        let limit = lowered.count < 4 ? 0 : lowered.count / 3
        return
            words
            .map { (word: $0, distance: distance(lowered, Array($0.lowercased().unicodeScalars))) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?.word
    }

    /// Asks whether the nearest known word was meant; where none is near, the other remedy.
    static func remedy(_ written: String, among words: [String], otherwise remedy: Wording)
        -> Wording
    {
        of(written, among: words).map {
            Wording(ja: "「\($0)」ではありませんか。", en: "Did you mean `\($0)`?")
        } ?? remedy
    }

    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in 0..<one.count {
            var current = [row + 1]
            for column in 0..<other.count {
                let change = last[column] + (one[row] == other[column] ? 0 : 1)
                var best = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1],
                    one[row - 1] == other[column]
                {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
