import Glibc

/// A line on a terminal that says how far a long piece of work has come; nothing where stderr is no terminal.
package final class ProgressLine {
    private let label: String
    private let expected: Int
    private let start = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant?
    private var done = 0
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// What takes less than this shows nothing.
    private static let patience = Duration.seconds(2)

    /// Makes a line for work of so many bytes.
    ///
    /// - Parameters:
    ///   - label: what is being done.
    ///   - expected: how many bytes will be read in all, as far as is known.
    package init(_ label: String, expected: Int) {
        self.label = label
        self.expected = max(1, expected)
    }

    /// Takes note of further bytes.
    package func advance(_ bytes: Int) {
        done += bytes
        guard isTerminal else { return }
        let now = ContinuousClock.now
        guard now - start >= Self.patience, now - (shownAt ?? start) >= .milliseconds(200) else {
            return
        }
        shownAt = now
        write("\r\(label) \(Self.percent(done, of: expected))%")
    }

    /// Clears the line.
    package func finish() {
        if shownAt != nil { write("\r\u{1B}[K") }
    }

    /// The share in whole percent; work that turns out to be more than expected stays below the end.
    static func percent(_ done: Int, of expected: Int) -> Int {
        min(99, Int(Double(done) / Double(expected) * 100))
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
