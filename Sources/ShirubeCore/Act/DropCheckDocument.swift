/// What `shirube drop check` shows: how a file would be read, and all that is wrong with it.
package struct DropCheckDocument: Sendable, Equatable {
    /// The file's name, for people.
    package let fileName: String
    /// The size of the file in bytes.
    package let bytes: Int
    /// The strategy that it reports on.
    package let strategy: Strategy
    /// The department that it is of.
    package let department: Department
    /// What it turned out to say.
    package let drop: ParsedDrop

    /// Makes a document.
    package init(
        fileName: String, bytes: Int, strategy: Strategy, department: Department, drop: ParsedDrop
    ) {
        self.fileName = fileName
        self.bytes = bytes
        self.strategy = strategy
        self.department = department
        self.drop = drop
    }

    /// The verdict, the counts, and every finding.
    package func text(_ language: Language) -> String {
        let findings = RejectionReport.paragraphs(drop, language: language)
        return ([summary(language)] + findings).joined(separator: "\n")
    }

    /// The verdict and the counts.
    package func summary(_ language: Language) -> String {
        let name = Place.shown(fileName, limit: 200)
        let verdict =
            drop.isAcceptable
            ? Wording(
                ja: "\(name): 取り込めます（\(department.name)）。",
                en: "\(name): can be applied (\(department.name)).")
            : Wording(
                ja: "\(name): 取り込めません（\(department.name)）。",
                en: "\(name): cannot be applied (\(department.name)).")
        let lines =
            [verdict[language]]
            + NoticeLines.labelled(
                facts(language).map { ($0.label.wording[language], $0.text) })
        return lines.joined(separator: "\n") + "\n"
    }

    /// The verdict, the counts and every finding as JSON; docs/CSV.md names its fields.
    package var json: JSON {
        .object(
            [
                ("file", .string(fileName)), ("strategy", .string(strategy.id.text)),
                ("department", .string(department.id.text)), ("bytes", .integer(bytes)),
                ("rows", drop.rows.json),
            ] + RejectionReport.members(of: drop))
    }

    private func facts(_ language: Language) -> [(label: Label, text: String)] {
        let separator = language == .japanese ? "、" : ", "
        let findings = Finding.Severity.allCases.map { severity in
            RejectionReport.name(of: severity)[language] + " " + Self.grouped(drop.counts[severity])
        }
        return [
            (.bytes, Self.grouped(bytes)), (.encoding, drop.encoding.isEmpty ? "-" : drop.encoding),
            (.rows, drop.rows.shown(language)),
            (.figures, Self.grouped(drop.isAcceptable ? drop.readingCount : 0)),
            (.findings, findings.joined(separator: separator)),
        ]
    }

    private static func grouped(_ count: Int) -> String { NumberText.grouped(Double(count)) }

    private enum Label {
        case bytes, encoding, rows, figures, findings

        var wording: Wording {
            switch self {
            case .bytes: Wording(ja: "バイト", en: "Bytes")
            case .encoding: Wording(ja: "文字コード", en: "Encoding")
            case .rows: Wording(ja: "行", en: "Rows")
            case .figures: Wording(ja: "実績値", en: "Figures")
            case .findings: Wording(ja: "指摘", en: "Findings")
            }
        }
    }
}
