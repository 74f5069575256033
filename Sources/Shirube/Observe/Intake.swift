import Logging
import ShirubeCore

/// Takes files in: read, parse, commit in one transaction, and only then move and report.
///
/// Files that are fed by hand go the same way, but are not moved, and whoever feeds them hears what is wrong.
/// A crash before the commit leaves the claim, which is taken up again at the next turn; one between the commit and
/// the move leaves a claim that the ledger knows, which is then only moved.
struct Intake: ~Copyable {
    private let setup: Setup
    private let store: Store
    /// Where content is copied to and kept.
    let archive: Archive
    private let postbox: Postbox
    private let logger: Logger
    /// Told how many bytes were read each time.
    private let progress: (Int) -> Void

    init(
        setup: Setup, store: Store, logger: Logger, progress: @escaping (Int) -> Void = { _ in }
    ) throws {
        self.progress = progress
        self.setup = setup
        self.store = store
        self.logger = logger
        archive = try Archive(
            state: setup.configuration.state,
            leastFreeBytes: setup.configuration.intake.minimumFreeBytes)
        postbox = Postbox(setup: setup)
    }

    /// What a file turned out to be.
    struct Taken {
        let row: DropFileRow
        let parsed: ParsedDrop
    }

    /// Ends a transaction in which a file turned out to have errors, so that nothing of it is left.
    private struct Rejected: Error {
        let parsed: ParsedDrop
    }

    /// Commits what a claimed file causes; where the ledger knows it already, it only has to be moved.
    ///
    /// - Returns: how it is to be moved.
    func settle(
        _ claim: DropFolder.Claim, _ content: ClaimedContent, in share: Share, now: Timestamp
    ) throws -> SettledClaim {
        let row = try store.read { try $0.dropFile(claim: claim.id) }
        let received = Submission(
            strategy: share.strategy, department: share.department, origin: .folder,
            claim: claim.id, name: claim.name.description)
        var submission = try address(received, content, now: row?.takenAt ?? now)
        if let row {
            // What was decided once stays, also where plans have come or gone since.
            if row.strategy != submission.strategy.id,
                let strategy = setup.strategies.first(where: { $0.id == row.strategy })
            {
                submission = submission.addressed(to: strategy)
            }
            let parsed =
                try answered(content, submission, now: row.takenAt)
                ?? check(content, submission, now: row.takenAt)
            return try settled(claim, Taken(row: row, parsed: parsed), submission)
        }
        return try settled(claim, commit(content, submission, now: now), submission)
    }

    /// The submission as that of the plan that the file reports on.
    private func address(
        _ submission: Submission, _ content: ClaimedContent, now: Timestamp
    ) throws -> Submission {
        try PlanAddress(setup: setup, store: store, now: now).resolve(
            submission, answers: { try answers(in: content, submission) }
        ) { one in
            guard case .reading(let reading) = reading(of: content, one, now: now) else {
                return nil
            }
            return reading
        }
    }

    /// Copies a file that somebody has named; nil where it is changed meanwhile.
    func content(of file: NamedFile) throws(SystemError) -> ClaimedContent? {
        try ClaimedContent.read(
            file.descriptor, name: file.name, into: archive,
            limit: setup.configuration.intake.maximumBytes)
    }

    /// What reads content; where it cannot be read, what is said of it instead.
    private func reading(
        of content: ClaimedContent, _ submission: Submission, now: Timestamp
    ) -> Readable {
        if let refusal = submission.refusal { return .refused(refusal) }
        let limit = setup.configuration.intake.maximumBytes
        switch content.body {
        case .whole(let file):
            var parser = setup.parser(
                for: submission.department.id, of: submission.strategy, at: now)
            parser.room = { [archive] in HashRoom(try archive.makeUnnamed(for: file.size)) }
            return .reading(
                DropReading(
                    parser: parser, content: { try file.read($0) }, size: file.size,
                    name: submission.name,
                    today: now.japanDate, progress: progress))
        case .tooLarge: return .refused(.tooLarge(bytes: content.size, limit: limit))
        case .linked: return .refused(.linked)
        case .unreadable(let cause): return .refused(.unreadable(cause: cause))
        }
    }

    /// Content that can be read, or what is wrong with it.
    private enum Readable {
        case reading(DropReading)
        case refused(ParsedDrop)
    }

    private func check(
        _ content: ClaimedContent, _ submission: Submission, now: Timestamp
    ) throws -> ParsedDrop {
        switch reading(of: content, submission, now: now) {
        case .reading(let reading): try reading.check()
        case .refused(let parsed): parsed
        }
    }

    /// Commits all that a file causes in one transaction; where it has errors, that is only that it was rejected.
    func commit(
        _ content: ClaimedContent, _ submission: Submission, now: Timestamp
    ) throws -> Taken {
        do {
            return try store.write { ledger in
                try accept(content, submission, in: ledger, now: now)
            }
        } catch let rejected as Rejected {
            return try store.write { ledger in
                let row = row(
                    .rejected, rejected.parsed, content, submission,
                    as: try ledger.nextDropFile(), now: now)
                try ledger.insert(row, readings: nil)
                if row.origin == .folder { try tell(row, rejected.parsed, submission, in: ledger) }
                return Taken(row: row, parsed: rejected.parsed)
            }
        }
    }

    /// What a file says of alerts; nil where it does not answer any.
    private func answers(
        in content: ClaimedContent, _ submission: Submission
    ) throws -> AlertAnswers? {
        guard case .whole(let file) = content.body, content.size <= AlertAnswers.maximumBytes
        else { return nil }
        return try AlertAnswers.read(
            DropBytes(count: file.size) { try file.read($0) }, fileName: submission.name)
    }

    /// What is wrong with a file that answers alerts, as is said of one that the ledger knows; nil for other files.
    private func answered(
        _ content: ClaimedContent, _ submission: Submission, now: Timestamp
    ) throws -> ParsedDrop? {
        guard let answers = try answers(in: content, submission) else { return nil }
        return try store.read {
            try AlertReply(submission: submission, now: now).checked(answers, in: $0).parsed
        }
    }

    /// Records what a file answers to alerts; nil for other files.
    private func acceptAnswers(
        _ content: ClaimedContent, _ submission: Submission, as number: Int64,
        in ledger: Ledger, now: Timestamp
    ) throws -> Taken? {
        guard let answers = try answers(in: content, submission) else { return nil }
        let reply = AlertReply(submission: submission, now: now)
        let checked = try reply.checked(answers, in: ledger)
        guard checked.parsed.isAcceptable else { throw Rejected(parsed: checked.parsed) }
        let row = row(.accepted, checked.parsed, content, submission, as: number, now: now)
        try ledger.insert(row, as: number, readings: nil)
        try reply.record(checked.answers, in: ledger)
        if case .whole(let file) = content.body {
            try archive.keep(file, sha256: content.sha256)
        }
        return Taken(row: row, parsed: checked.parsed)
    }

    private func accept(
        _ content: ClaimedContent, _ submission: Submission, in ledger: Ledger, now: Timestamp
    ) throws -> Taken {
        let strategy = submission.strategy
        let number = try ledger.nextDropFile()
        if let taken = try acceptAnswers(content, submission, as: number, in: ledger, now: now) {
            return taken
        }
        let earlier = try ledger.acceptedFile(
            strategy: strategy.id, department: submission.department.id, sha256: content.sha256)
        if let earlier, try ledger.isInForce(file: earlier) {
            let parsed = try check(content, submission, now: now)
            guard parsed.isAcceptable else { throw Rejected(parsed: parsed) }
            // Signs for periods that were not over then may be answers now.
            if try ledger.readingCount(ofFile: earlier) >= parsed.readingCount {
                let row = row(.unchanged, parsed, content, submission, as: number, now: now)
                try ledger.insert(row, readings: nil)
                return Taken(row: row, parsed: parsed)
            }
        }
        let reading: DropReading
        switch self.reading(of: content, submission, now: now) {
        case .reading(let readable): reading = readable
        case .refused(let parsed): throw Rejected(parsed: parsed)
        }
        var writer = try ReadingWriter(ledger, strategy: strategy, file: number)
        let first = writer.first
        let parsed = try reading.read(
            history: { position in
                try ledger.currentReadings(
                    strategy: strategy.id, indicator: strategy.indicators[position].id,
                    before: first)
            }, into: &writer)
        guard parsed.isAcceptable else { throw Rejected(parsed: parsed) }
        try writer.finish()
        let row = row(.accepted, parsed, content, submission, as: number, now: now)
        try ledger.insert(row, as: number, readings: writer.range)
        try ledger.insert(parsed.holds, file: number, strategy: strategy)
        if submission.origin != .backfill {
            try tellOfHolds(row, file: number, submission, in: ledger)
        }
        let orientation = try Orientation(
            strategy: strategy, postbox: postbox, isQuiet: submission.origin == .backfill,
            in: ledger, now: now)
        try orientation.judge(
            writer.touched.sorted().map { strategy.indicators[$0] }, in: ledger)
        // Kept before the commit, so that the ledger never speaks of bytes that are not there.
        if case .whole(let file) = content.body {
            try archive.keep(file, sha256: content.sha256)
        }
        return Taken(row: row, parsed: parsed)
    }

    private func row(
        _ outcome: DropOutcome, _ parsed: ParsedDrop, _ content: ClaimedContent,
        _ submission: Submission, as number: Int64, now: Timestamp
    ) -> DropFileRow {
        DropFileRow(
            strategy: submission.strategy.id, department: submission.department.id,
            claim: submission.claim ?? "\(submission.origin.rawValue)-\(number)",
            name: submission.name, sha256: content.sha256, bytes: content.size,
            encoding: parsed.encoding, outcome: outcome, origin: submission.origin,
            readingCount: outcome == .accepted ? parsed.readingCount : 0,
            findingCount: parsed.findings.count, takenAt: now)
    }

    private func tell(
        _ row: DropFileRow, _ parsed: ParsedDrop, _ submission: Submission, in ledger: Ledger
    ) throws {
        let configuration = setup.configuration
        let words = RejectionNotice.text(
            fileName: row.name, department: submission.department, strategy: submission.strategy,
            report: report(parsed, name: row.name, submission.department), mark: configuration.mark,
            language: configuration.language)
        let letter = Postbox.Letter(
            key: "rejection/\(row.claim)", kind: .rejection, subject: words.subject,
            text: words.body,
            indicators: parsed.named.sorted().map { submission.strategy.indicators[$0].id })
        let strategy = submission.strategy
        let staff = postbox.staff(of: submission.department.id, in: strategy, at: row.takenAt)
        let notice = try postbox.notice(
            letter, to: staff, strategy: strategy, now: row.takenAt)
        try ledger.enqueue(notice, strategy: strategy.id, now: row.takenAt)
    }

    /// Tells the department which figures of an accepted file wait to be confirmed.
    private func tellOfHolds(
        _ row: DropFileRow, file: Int64, _ submission: Submission, in ledger: Ledger
    ) throws {
        let holds = try ledger.holds(file: file)
        guard !holds.isEmpty else { return }
        let words = holdNotice(holds, row, submission.department, submission.strategy)
        let letter = Postbox.Letter(
            key: "hold/\(row.claim)", kind: .hold, subject: words.subject, text: words.body,
            indicators: holds.map(\.indicator))
        let strategy = submission.strategy
        let staff = postbox.staff(of: submission.department.id, in: strategy, at: row.takenAt)
        let notice = try postbox.notice(
            letter, to: staff, strategy: strategy, now: row.takenAt)
        try ledger.enqueue(notice, strategy: strategy.id, now: row.takenAt)
    }

    private func holdNotice(
        _ holds: [HoldRow], _ row: DropFileRow, _ department: Department, _ strategy: Strategy
    ) -> NoticeText {
        HoldNotice.text(
            fileName: row.name, department: department, strategy: strategy,
            findings: holds.map(\.finding), mark: setup.configuration.mark,
            language: setup.configuration.language)
    }

    private func report(_ parsed: ParsedDrop, name: String, _ department: Department) -> String {
        RejectionReport.text(
            parsed, fileName: name, departmentName: department.name,
            language: setup.configuration.language)
    }

    /// How a file is moved to where it ends up, with its report beside it where there is something to say.
    private func settled(
        _ claim: DropFolder.Claim, _ taken: Taken, _ submission: Submission
    ) throws -> SettledClaim {
        let row = taken.row
        let head = Array("\(row.takenAt.compact)-\(row.sha256.prefix(8))-".utf8)
        // 255 bytes less the head, a number for a taken name, and the longest ending of a report.
        let name = FileName(head + claim.name.shortened(to: 200).bytes) ?? claim.name
        var reports: [SettledClaim.Report] = []
        func add(_ bytes: [UInt8], _ ending: String) {
            guard let full = FileName(name.bytes + Array(ending.utf8)) else { return }
            reports.append(SettledClaim.Report(name: full, bytes: bytes))
        }
        let department = submission.department
        if row.outcome == .rejected {
            let table = RejectionReport.csv(
                taken.parsed, fileName: row.name, language: setup.configuration.language)
            add(table, ".report.csv")
            add(Array(report(taken.parsed, name: row.name, department).utf8), ".report.txt")
        } else if row.outcome == .accepted {
            let holds = try store.read { try $0.holds(claim: row.claim) }
            if !holds.isEmpty {
                let text = holdNotice(holds, row, department, submission.strategy).body
                add(Array(text.utf8), ".report.txt")
            }
        }
        return SettledClaim(claim: claim, row: row, name: name, reports: reports)
    }

    /// Tells the journal what became of a file that lies where it belongs.
    func log(_ settled: SettledClaim) {
        let row = settled.row
        logger.info(
            "\(Self.words(row))",
            metadata: [
                "strategy": "\(row.strategy)", "department": "\(row.department)",
                "file": "\(row.name)", "sha256": "\(row.sha256.prefix(8))",
            ])
    }

    private static func words(_ row: DropFileRow) -> String {
        switch row.outcome {
        case .accepted: "accepted: \(row.readingCount) readings, \(row.findingCount) remarks"
        case .unchanged: "unchanged: this content is in force already"
        case .rejected: "rejected: \(row.findingCount) findings"
        }
    }
}
