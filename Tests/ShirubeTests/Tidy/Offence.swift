/// One place that a tidy rule objects to, in a sentence that says what to do instead.
struct Offence: Sendable, Equatable, CustomStringConvertible {
    /// The path from the repository's root.
    let path: String
    /// The line, from 1; nil where the whole file is meant.
    let line: Int?
    /// What is wrong and what to do instead.
    let sentence: String

    var description: String {
        "\(path)\(line.map { ":\($0)" } ?? ""): \(sentence)"
    }
}
