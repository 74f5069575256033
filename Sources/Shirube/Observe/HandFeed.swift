package import Logging
package import ShirubeCore

/// Files that somebody feeds by hand: looked at only, or taken in as if their department had dropped them.
package struct HandFeed: ~Copyable {
    private let setup: Setup

    /// Works by a configuration.
    package init(setup: Setup) {
        self.setup = setup
    }

    /// What a file turned out to say, and what came of it.
    package struct Answer: Sendable {
        /// What came of it.
        package let outcome: DropOutcome
        /// What it says.
        package let drop: ParsedDrop
    }

    /// Reads a file without the ledger.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - sender: whose it is.
    ///   - name: the name that it is to be read under, which may tell its year.
    ///   - now: bounds which periods are plausible.
    ///   - progress: told how many bytes were read each time.
    /// - Returns: what it says.
    /// - Throws: what keeps the file from being read.
    package func check(
        _ file: NamedFile, of sender: Sender, name: String, now: Timestamp,
        progress: @escaping (Int) -> Void
    ) throws -> ParsedDrop {
        let intake = setup.configuration.intake
        guard file.size <= intake.maximumBytes else {
            return .tooLarge(bytes: file.size, limit: intake.maximumBytes)
        }
        var parser = parser(for: sender, now: now)
        parser.room = { .temporary() }
        let reading = DropReading(
            parser: parser, content: { try file.descriptor.read($0) },
            size: file.size, name: name, today: now.japanDate, progress: progress)
        return try reading.check()
    }

    /// Explains how the cells of a file are read, without the ledger.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - sender: whose it is.
    ///   - records: the numbers of the rows that are explained.
    ///   - now: bounds which periods are plausible.
    /// - Returns: the explanation.
    /// - Throws: what keeps the file from being read.
    package func explain(
        _ file: NamedFile, of sender: Sender, records: ClosedRange<Int>, now: Timestamp
    ) throws -> Explanation {
        try parser(for: sender, now: now).explain(
            file.content(), fileName: file.name, today: now.japanDate, records: records)
    }

    private func parser(for sender: Sender, now: Timestamp) -> DropParser {
        setup.parser(for: sender.department.id, of: sender.strategy, at: now)
    }

    /// Takes a file in, whole or not at all.
    ///
    /// - Parameters:
    ///   - file: the file, which stays where it is.
    ///   - sender: whose it is.
    ///   - isBackfill: whether it is history, of which nobody is told.
    ///   - store: the ledger.
    ///   - now: the present.
    ///   - logger: the journal.
    ///   - progress: told how many bytes were read each time.
    /// - Returns: what came of it; nil where the file was changed while it was read.
    /// - Throws: where the ledger or the archive cannot be written.
    package func apply(
        _ file: NamedFile, of sender: Sender, isBackfill: Bool, store: Store, now: Timestamp,
        logger: Logger, progress: @escaping (Int) -> Void
    ) throws -> Answer? {
        let intake = try Intake(
            setup: setup, store: store, logger: logger, progress: progress)
        guard let content = try intake.content(of: file) else { return nil }
        let submission = Submission(
            strategy: sender.strategy, department: sender.department,
            origin: isBackfill ? .backfill : .hand, claim: nil, name: file.name)
        let taken = try intake.commit(content, submission, now: now)
        return Answer(outcome: taken.row.outcome, drop: taken.parsed)
    }
}
