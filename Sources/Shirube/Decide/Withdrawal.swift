package import ShirubeCore

/// The withdrawal of content that a department had reported: the readings before it are current again.
package struct Withdrawal: Sendable {
    private let setup: Setup
    private let strategy: Strategy
    private let department: Department
    /// Every file that brought the content and still counts, oldest first.
    package let files: [TakenFile]

    /// Why nothing is withdrawn.
    package enum Refusal: Error {
        /// No accepted file has this content.
        case none
        /// All of them were withdrawn before: this one last.
        case already(DropListing.Revocation)
        /// Several contents, or several departments: one file of each.
        case ambiguous([TakenFile])
        /// The department is not in any strategy of the configuration any more.
        case unowned(TakenFile)
    }

    /// Finds what is meant by a hash, or by its first digits.
    ///
    /// The same content may have been accepted more than once, after a correction of it; all of these are meant.
    ///
    /// - Parameters:
    ///   - digits: the hash's first digits, in lower case.
    ///   - department: only files of this department; nil for all.
    ///   - strategies: only files of these.
    ///   - setup: the configuration.
    ///   - ledger: where to look.
    /// - Throws: `Refusal` where there is not exactly one content of one department.
    package init(
        sha256 digits: String, department: Identifier<Department>?, strategies: [Strategy],
        setup: Setup, in ledger: Ledger
    ) throws {
        let ids = Set(strategies.map(\.id))
        let accepted = try ledger.takenFiles(department: department, sha256: digits).filter {
            $0.row.outcome == .accepted && ids.contains($0.row.strategy)
        }
        let open = accepted.filter { $0.revocation == nil }
        guard let last = open.last else {
            throw accepted.last?.revocation.map(Refusal.already) ?? Refusal.none
        }
        let others = open.filter { !Self.isSame($0.row, last.row) }
        guard others.isEmpty else { throw Refusal.ambiguous(Self.onePerContent(open)) }
        guard let strategy = strategies.first(where: { $0.id == last.row.strategy }),
            let owner = strategy.department(last.row.department)
        else { throw Refusal.unowned(last) }
        self.setup = setup
        self.strategy = strategy
        self.department = owner
        files = open
    }

    /// Withdraws the content, judges what it touched, and tells the department, in one transaction.
    ///
    /// - Returns: what was withdrawn.
    package func commit(
        reason: String, by name: String, in store: Store, now: Timestamp
    ) throws -> RevocationNotice.Withdrawn {
        try store.write { ledger in
            var touched: Set<Identifier<Indicator>> = []
            for file in files {
                try ledger.revoke(file: file.id, reason: reason, by: name, now: now)
                touched.formUnion(try ledger.indicators(ofFile: file.id))
            }
            let postbox = Postbox(setup: setup)
            let orientation = try Orientation(
                strategy: strategy, postbox: postbox, in: ledger, now: now)
            let indicators = strategy.indicators.filter { touched.contains($0.id) }
            try orientation.judge(indicators, in: ledger)
            let withdrawn = withdrawn(
                indicators: indicators.map(\.name), reason: reason, by: name, now: now)
            try tell(withdrawn, of: indicators, by: postbox, in: ledger)
            return withdrawn
        }
    }

    private func withdrawn(
        indicators: [String], reason: String, by name: String, now: Timestamp
    ) -> RevocationNotice.Withdrawn {
        let last = files.last?.row
        return RevocationNotice.Withdrawn(
            fileName: last?.name ?? "", takenAt: last?.takenAt ?? now, sha256: last?.sha256 ?? "",
            readingCount: files.reduce(0) { $0 + $1.row.readingCount }, indicators: indicators,
            reason: reason, by: name, at: now)
    }

    private func tell(
        _ withdrawn: RevocationNotice.Withdrawn, of indicators: [Indicator], by postbox: Postbox,
        in ledger: Ledger
    ) throws {
        let configuration = setup.configuration
        let words = RevocationNotice.text(
            withdrawn, department: department, strategy: strategy, mark: configuration.mark,
            language: configuration.language)
        let letter = Postbox.Letter(
            key: "revocation/\(files.last?.id ?? 0)", kind: .revocation, subject: words.subject,
            text: words.body, indicators: indicators.map(\.id))
        let staff = postbox.staff(of: department.id, in: strategy, at: withdrawn.at)
        let notice = try postbox.notice(
            letter, to: staff, strategy: strategy, now: withdrawn.at)
        try ledger.enqueue(notice, strategy: strategy.id, now: withdrawn.at)
    }

    private static func isSame(_ left: DropFileRow, _ right: DropFileRow) -> Bool {
        left.sha256 == right.sha256 && left.department == right.department
            && left.strategy == right.strategy
    }

    private static func onePerContent(_ files: [TakenFile]) -> [TakenFile] {
        files.enumerated().filter { position, file in
            !files[..<position].contains { isSame($0.row, file.row) }
        }.map(\.element)
    }
}
