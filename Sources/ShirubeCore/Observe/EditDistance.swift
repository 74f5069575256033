/// How many letters must be changed, added or left out to turn one text into another (Levenshtein 1966).
enum EditDistance {
    private static let maximumLength = 64

    /// The distance between the first letters of two texts.
    static func between(_ one: String, _ other: String) -> Int {
        let letters = Array(other.unicodeScalars.prefix(maximumLength))
        var row = Array(0...letters.count)
        for (line, letter) in one.unicodeScalars.prefix(maximumLength).enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in letters.indices {
                let change = diagonal + (letter == letters[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, diagonal + 1, row[column] + 1)
            }
        }
        return row[letters.count]
    }
}
