package import ShirubeCore

/// One thing that is wrong in a file which the administrator or the planner writes.
package struct ConfigurationProblem: Sendable, Hashable {
    /// The file, as it was named.
    package let file: String
    /// The line, from 1; nil where the whole file is meant.
    package let line: Int?
    /// What is wrong and why, in one sentence.
    package let message: Wording
    /// How to mend it, in one sentence.
    package let remedy: Wording

    /// Makes a problem.
    package init(file: String, line: Int?, message: Wording, remedy: Wording) {
        self.file = file
        self.line = line
        self.message = message
        self.remedy = remedy
    }

    /// The problem on one line, `file:line: sentence remedy`, without a newline.
    package func text(_ language: Language) -> String {
        let place = line.map { "\(file):\($0): " } ?? "\(file): "
        let gap = language == .japanese ? "" : " "
        return place + message[language] + gap + remedy[language]
    }
}

/// A strategy or configuration that is refused, with everything that is wrong in it.
package struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problems by file and line, at least one.
    package let problems: [ConfigurationProblem]

    /// Makes an error from at least one problem.
    package init(problems: [ConfigurationProblem]) {
        self.problems = problems
    }

    /// All problems in English, one a line, for logs.
    package var description: String { text(.english) }

    /// All problems, one a line, without a final newline.
    package func text(_ language: Language) -> String {
        problems.map { $0.text(language) }.joined(separator: "\n")
    }
}

/// Gathers what is wrong in one file, so that a person mends it all in one go.
final class ProblemList {
    let file: String
    private var found: [ConfigurationProblem] = []

    init(file: String) {
        self.file = file
    }

    /// Whether nothing is wrong so far.
    var isEmpty: Bool { found.isEmpty }

    /// Adds a problem; one that is there already (a value read twice) is not repeated.
    func add(_ line: Int?, _ message: Wording, remedy: Wording) {
        let problem = ConfigurationProblem(
            file: file, line: line, message: message, remedy: remedy)
        if !found.contains(problem) { found.append(problem) }
    }

    /// The problems by line, those of one line in the order they were found.
    var sorted: [ConfigurationProblem] {
        found.enumerated()
            .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
    }

    /// The error that holds all problems.
    var error: ConfigurationError { ConfigurationError(problems: sorted) }
}
