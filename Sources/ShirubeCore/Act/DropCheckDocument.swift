/// What `shirube drop check` and `drop apply` show: how a file is read, what came of it, and all that is wrong with it.
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
    /// What came of it; nil where it was only looked at.
    package let outcome: DropOutcome?

    /// Makes a document.
    package init(
        fileName: String, bytes: Int, strategy: Strategy, department: Department, drop: ParsedDrop,
        outcome: DropOutcome? = nil
    ) {
        self.fileName = fileName
        self.bytes = bytes
        self.strategy = strategy
        self.department = department
        self.drop = drop
        self.outcome = outcome
    }

    /// The verdict, the counts, what to do next, and every finding.
    package func text(_ language: Language) -> String {
        let findings = RejectionReport.paragraphs(drop, language: language)
        return ([summary(language)] + findings).joined(separator: "\n")
    }

    /// The verdict, the counts, and what to do next.
    package func summary(_ language: Language) -> String {
        let name = Place.shown(fileName, limit: 200)
        let (whose, verdict) = (department.name, verdict)
        let first = Wording(
            ja: "\(name): \(verdict.japanese)（\(whose)）。",
            en: "\(name): \(verdict.english) (\(whose)).")
        let lines =
            [first[language]]
            + NoticeLines.labelled(
                facts(language).map { ($0.label.wording[language], $0.text) })
            + [nextStep[language]].filter { !$0.isEmpty }
        return lines.joined(separator: "\n") + "\n"
    }

    private var verdict: Wording {
        switch outcome {
        case nil where drop.isAcceptable: Wording(ja: "取り込めます", en: "can be applied")
        case nil: Wording(ja: "取り込めません", en: "cannot be applied")
        case .accepted: Wording(ja: "取り込みました", en: "applied")
        case .unchanged:
            Wording(ja: "もう反映されている内容なので、何も変わりません", en: "in force already, nothing is changed")
        case .rejected: Wording(ja: "取り込みませんでした", en: "not applied")
        }
    }

    /// The findings as a CSV file that Excel opens, as `RejectionReport.csv`; its first row says whether the file can be
    /// applied.
    package func csv(_ language: Language) -> [UInt8] {
        let name = Place.shown(fileName, limit: 200)
        let found = RejectionReport.found(in: drop)
        let count = Self.grouped(drop.readingCount - drop.absenceCount)
        let signs = drop.absenceCount == 0 ? nil : Self.grouped(drop.absenceCount)
        let summary =
            drop.isAcceptable
            ? Wording(
                ja: "ファイル「\(name)」は取り込めます（実績値\(count)件"
                    + (signs.map { "、値なし\($0)件" } ?? "") + "）。\(found.japanese)",
                en: "The file “\(name)” can be applied (figures: \(count)"
                    + (signs.map { ", without a figure: \($0)" } ?? "") + "). \(found.english)")
            : Wording(
                ja: "ファイル「\(name)」は取り込めません。\(found.japanese)",
                en: "The file “\(name)” cannot be applied. \(found.english)")
        return RejectionReport.table(
            drop, summary: summary, nextStep: nextStep, language: language)
    }

    /// What is to be done about the gravest of the findings; empty where nothing is.
    private var nextStep: Wording {
        let isCheck = outcome == nil
        if !drop.isAcceptable {
            return Wording(
                ja: "誤りをすべて直して保存し、もう一度\(isCheck ? "調べて" : "取り込んで")ください。",
                en: "Mend every error, save, and \(isCheck ? "check" : "apply") it again.")
        }
        if drop.counts[.hold] > 0, outcome != .unchanged {
            return Wording(
                ja: "要確認の値は、確認されるまで使いません。" + (isCheck ? "ほかは、このまま取り込めます。" : ""),
                en: "Figures that wait to be confirmed are not used until they are"
                    + (isCheck ? "; the rest can be applied as it is." : "."))
        }
        guard isCheck else { return Wording(ja: "", en: "") }
        let step =
            drop.counts[.warning] > 0
            ? Wording(
                ja: "注意を読んで、そのとおりでよければ、このまま取り込めます",
                en: "If the warnings are as you mean it, it can be applied as it is")
            : Wording(ja: "直すところはありません", en: "Nothing need be mended")
        // What waits because of earlier figures is known only once it is applied.
        return Wording(
            ja: step.japanese + "（前に報告された値とは比べていません）。",
            en: step.english + " (it was not compared with earlier figures).")
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
        let (readings, signs) =
            drop.isAcceptable ? (drop.readingCount, drop.absenceCount) : (0, 0)
        return [
            (.bytes, Self.grouped(bytes)), (.encoding, drop.encoding.isEmpty ? "-" : drop.encoding),
            (.rows, drop.rows.shown(language)), (.figures, Self.grouped(readings - signs)),
        ] + (signs > 0 ? [(.absences, Self.grouped(signs))] : []) + [
            (.findings, findings.joined(separator: separator))
        ]
    }

    private static func grouped(_ count: Int) -> String { NumberText.grouped(Double(count)) }

    private enum Label {
        case bytes, encoding, rows, figures, absences, findings

        var wording: Wording {
            switch self {
            case .bytes: Wording(ja: "バイト", en: "Bytes")
            case .encoding: Wording(ja: "文字コード", en: "Encoding")
            case .rows: Wording(ja: "行", en: "Rows")
            case .figures: Wording(ja: "実績値", en: "Figures")
            case .absences: Wording(ja: "値なし", en: "No figure")
            case .findings: Wording(ja: "指摘", en: "Findings")
            }
        }
    }
}
