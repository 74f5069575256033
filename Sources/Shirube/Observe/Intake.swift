import Logging
import ShirubeCore

/// Takes claimed files in: read, parse, commit in one transaction, and only then move and report.
///
/// A crash before the commit leaves the claim, which is taken up again at the next start; one between the commit
/// and the move leaves a claim that the ledger knows, which is then only moved.
struct Intake: ~Copyable {
    private let setup: Setup
    private let store: Store
    private let archive: Archive
    private let postbox: Postbox
    private let logger: Logger

    init(setup: Setup, store: Store, logger: Logger) throws {
        self.setup = setup
        self.store = store
        self.logger = logger
        archive = try Archive(state: setup.configuration.state)
        postbox = Postbox(setup: setup)
    }

    /// What a claimed file turned out to be.
    private struct Taken {
        let row: DropFileRow
        let parsed: ParsedDrop
    }

    /// Takes one claimed file in.
    ///
    /// - Returns: what came of it; nil where its writer was not finished and the file was given back.
    func settle(
        _ claim: DropFolder.Claim, in share: Share, now: Timestamp
    ) throws -> DropOutcome? {
        let limit = setup.configuration.intake.maximumBytes
        guard let content = ClaimedContent.read(claim, in: share.folder, limit: limit) else {
            _ = try share.folder.putBack(claim)
            return nil
        }
        let known = try store.read { try $0.dropFile(claim: claim.id) }
        let moment = known?.takenAt ?? now
        let parsed = parse(content, name: claim.name, share: share, now: moment)
        let row = try known ?? commit(parsed, content, claim, share, now: moment)
        try finish(claim, Taken(row: row, parsed: parsed), share)
        return row.outcome
    }

    private func parse(
        _ content: ClaimedContent, name: FileName, share: Share, now: Timestamp
    ) -> ParsedDrop {
        let intake = setup.configuration.intake
        if let fault = content.fault { return .unreadable(cause: fault.description) }
        guard let bytes = content.bytes else {
            return .tooLarge(bytes: content.size, limit: intake.maximumBytes)
        }
        let parser = DropParser(
            strategy: share.strategy, department: share.department.id,
            maximumRows: intake.maximumRows)
        return parser.parse(bytes, fileName: name.description, today: now.japanDate)
    }

    private func commit(
        _ parsed: ParsedDrop, _ content: ClaimedContent, _ claim: DropFolder.Claim, _ share: Share,
        now: Timestamp
    ) throws -> DropFileRow {
        // Kept before the commit, so that the ledger never speaks of bytes that are not there.
        if parsed.isAcceptable, let bytes = content.bytes {
            try archive.keep(bytes, sha256: content.sha256)
        }
        return try store.write { ledger in
            let outcome = try outcome(of: parsed, content, share, in: ledger)
            let row = DropFileRow(
                strategy: share.strategy.id, department: share.department.id, claim: claim.id,
                name: claim.name.description, sha256: content.sha256, bytes: content.size,
                encoding: parsed.encoding, outcome: outcome,
                readingCount: outcome == .accepted ? parsed.readings.count : 0,
                findingCount: parsed.findings.count, takenAt: now)
            let file = try ledger.insert(row)
            switch outcome {
            case .accepted: try apply(parsed.readings, file: file, share, in: ledger, now: now)
            case .rejected: try tell(row, parsed, share, in: ledger)
            case .unchanged: break
            }
            return row
        }
    }

    private func outcome(
        of parsed: ParsedDrop, _ content: ClaimedContent, _ share: Share, in ledger: Ledger
    ) throws -> DropOutcome {
        guard parsed.isAcceptable else { return .rejected }
        let earlier = try ledger.acceptedFiles(
            strategy: share.strategy.id, department: share.department.id, sha256: content.sha256)
        guard let newest = earlier.first else { return .accepted }
        for (indicator, sequences) in try ledger.readingIDs(file: newest) {
            let readings = try ledger.readings(strategy: share.strategy.id, indicator: indicator)
            let current = CurrentReadings(readings)
            guard sequences.allSatisfy(current.isInForce) else { return .accepted }
        }
        return .unchanged
    }

    private func apply(
        _ readings: [Reading], file: Int64, _ share: Share, in ledger: Ledger, now: Timestamp
    ) throws {
        try ledger.insert(readings, strategy: share.strategy.id, file: file, now: now)
        let touched = Set(readings.map(\.indicator))
        let orientation = Orientation(strategy: share.strategy, postbox: postbox)
        for indicator in share.strategy.indicators where touched.contains(indicator.id) {
            try orientation.judge(indicator, in: ledger, now: now)
        }
    }

    private func tell(
        _ row: DropFileRow, _ parsed: ParsedDrop, _ share: Share, in ledger: Ledger
    ) throws {
        let configuration = setup.configuration
        let words = RejectionNotice.text(
            fileName: row.name, department: share.department, strategy: share.strategy,
            report: report(parsed, name: row.name, share), mark: configuration.mark,
            language: configuration.language)
        let letter = Postbox.Letter(
            key: "rejection/\(row.claim)", kind: .rejection, subject: words.subject,
            text: words.body)
        let addresses = postbox.addresses(of: share.department.id, in: share.strategy)
        let notice = try postbox.notice(
            letter, to: addresses, strategy: share.strategy, now: row.takenAt)
        try ledger.enqueue(notice, strategy: share.strategy.id, now: row.takenAt)
    }

    private func report(_ parsed: ParsedDrop, name: String, _ share: Share) -> String {
        RejectionReport.text(
            parsed.findings, fileName: name, departmentName: share.department.name,
            language: setup.configuration.language)
    }

    /// Moves the file to where it ends up, with its report beside it where it was rejected.
    private func finish(_ claim: DropFolder.Claim, _ taken: Taken, _ share: Share) throws {
        let row = taken.row
        let head = Array("\(row.takenAt.compact)-\(row.sha256.prefix(8))-".utf8)
        // 255 bytes less the head, a number for a taken name, and the longest ending of a report.
        let name = FileName(head + claim.name.shortened(to: 200).bytes) ?? claim.name
        if row.outcome == .rejected {
            let table = RejectionReport.csv(
                taken.parsed.findings, fileName: row.name, language: setup.configuration.language)
            try write(table, name, ".report.csv", share)
            let text = report(taken.parsed, name: row.name, share)
            try write(Array(text.utf8), name, ".report.txt", share)
        }
        try share.folder.finish(
            claim, to: row.outcome == .rejected ? .rejected : .accepted, as: name)
        logger.info(
            "\(Self.words(row))",
            metadata: [
                "strategy": "\(row.strategy)", "department": "\(row.department)",
                "file": "\(row.name)", "sha256": "\(row.sha256.prefix(8))",
            ])
    }

    private func write(
        _ bytes: [UInt8], _ name: FileName, _ ending: String, _ share: Share
    ) throws {
        guard let full = FileName(name.bytes + Array(ending.utf8)) else { return }
        try share.folder.write(bytes, as: full, in: .rejected)
    }

    private static func words(_ row: DropFileRow) -> String {
        switch row.outcome {
        case .accepted: "accepted: \(row.readingCount) readings, \(row.findingCount) remarks"
        case .unchanged: "unchanged: this content is in force already"
        case .rejected: "rejected: \(row.findingCount) findings"
        }
    }
}
