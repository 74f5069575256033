/// What `shirube drop list` shows: the files that were taken in.
package struct DropListing: Sendable, Equatable {
    /// One file.
    package struct Entry: Sendable, Equatable {
        /// When it was taken in.
        package let takenAt: Timestamp
        /// The strategy of its folder.
        package let strategy: Identifier<Strategy>
        /// The department that it is of.
        package let department: Identifier<Department>
        /// The name it was dropped under.
        package let name: String
        /// The SHA-256 of its content in hexadecimal digits.
        package let sha256: String
        /// What came of it.
        package let outcome: DropOutcome
        /// How it came in.
        package let origin: DropOrigin
        /// How many readings it brought.
        package let readingCount: Int
        /// When and why it was withdrawn, and by whom; nil where it was not.
        package let revocation: Revocation?

        /// Makes an entry.
        package init(
            takenAt: Timestamp, strategy: Identifier<Strategy>, department: Identifier<Department>,
            name: String, sha256: String, outcome: DropOutcome, origin: DropOrigin,
            readingCount: Int, revocation: Revocation?
        ) {
            self.takenAt = takenAt
            self.strategy = strategy
            self.department = department
            self.name = name
            self.sha256 = sha256
            self.outcome = outcome
            self.origin = origin
            self.readingCount = readingCount
            self.revocation = revocation
        }
    }

    /// That a file was withdrawn.
    package struct Revocation: Sendable, Equatable {
        /// When.
        package let at: Timestamp
        /// Who did it.
        package let by: String
        /// Why.
        package let reason: String

        /// Makes a revocation.
        package init(at: Timestamp, by: String, reason: String) {
            self.at = at
            self.by = by
            self.reason = reason
        }
    }

    /// How many digits of a hash are shown in the table: enough to name a file by.
    package static let shownDigits = 12

    /// The files, oldest first.
    package let entries: [Entry]

    /// Makes a listing.
    package init(entries: [Entry]) {
        self.entries = entries
    }

    /// The files as an aligned table for a terminal.
    package func table(_ language: Language) -> String {
        guard !entries.isEmpty else {
            return Wording(ja: "取り込んだファイルはありません。", en: "No file has been taken in.")[language]
                + "\n"
        }
        let isSeveral = Set(entries.map(\.strategy)).count > 1
        let columns = Self.headings.map { heading in
            TextTable.Column(heading.wording[language], heading.isFigure ? .right : .left)
        }
        let rows = entries.map { entry in
            [
                entry.takenAt.japanDescription,
                isSeveral ? "\(entry.strategy)/\(entry.department)" : entry.department.text,
                entry.name, String(entry.sha256.prefix(Self.shownDigits)),
                entry.origin.wording[language], entry.outcome.wording[language],
                NumberText.grouped(Double(entry.readingCount)),
                entry.revocation.map { Self.shown($0)[language] } ?? "",
            ]
        }
        return TextTable(columns: columns, rows: rows).lines().joined(separator: "\n") + "\n"
    }

    /// The files as JSON.
    package func json() -> JSON {
        .array(entries.map(\.json))
    }

    private static func shown(_ revocation: Revocation) -> Wording {
        let (at, by) = (revocation.at.japanDescription, revocation.by)
        return Wording(
            ja: "\(at) \(by)「\(revocation.reason)」", en: "\(at) \(by): \(revocation.reason)")
    }

    private static let headings: [(wording: Wording, isFigure: Bool)] = [
        (Wording(ja: "日時", en: "Taken in"), false),
        (Wording(ja: "部署", en: "Department"), false),
        (Wording(ja: "ファイル", en: "File"), false), (Wording(ja: "SHA-256", en: "SHA-256"), false),
        (Wording(ja: "経路", en: "Origin"), false), (Wording(ja: "結果", en: "Outcome"), false),
        (Wording(ja: "実績値", en: "Figures"), true), (Wording(ja: "取消", en: "Withdrawn"), false),
    ]
}

extension DropListing.Entry {
    fileprivate var json: JSON {
        .object([
            ("takenAt", .string(takenAt.japanDescription)), ("strategy", .string(strategy.text)),
            ("department", .string(department.text)), ("name", .string(name)),
            ("sha256", .string(sha256)), ("origin", .string(origin.rawValue)),
            ("outcome", .string(outcome.rawValue)), ("readings", .integer(readingCount)),
            (
                "revoked",
                revocation.map { revocation in
                    .object([
                        ("at", .string(revocation.at.japanDescription)),
                        ("by", .string(revocation.by)), ("reason", .string(revocation.reason)),
                    ])
                } ?? .null
            ),
        ])
    }
}
