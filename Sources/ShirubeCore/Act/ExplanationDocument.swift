/// What `shirube drop explain` shows: how a file is read, cell by cell.
package struct ExplanationDocument: Sendable, Equatable {
    /// The file's name, for people.
    package let fileName: String
    /// How it is read.
    package let explanation: Explanation
    /// The numbers of the rows that were asked for.
    package let records: ClosedRange<Int>

    /// Makes a document.
    package init(fileName: String, explanation: Explanation, records: ClosedRange<Int>) {
        self.fileName = fileName
        self.explanation = explanation
        self.records = records
    }

    /// The bytes, the header, and every row that was asked for with its findings beneath it.
    package func text(_ language: Language) -> String {
        var lines = [Inert.line(fileName)] + facts(language) + [""]
        if let header = explanation.header, header.layout != nil {
            lines += columns(of: header, language) + [""]
        }
        lines += cells(language) + rest(language)
        return lines.joined(separator: "\n") + "\n"
    }

    private func facts(_ language: Language) -> [String] {
        func fact(_ ja: String, _ en: String, _ text: Wording) -> (label: String, text: String) {
            (Wording(ja: ja, en: en)[language], text[language])
        }
        func same(_ text: String) -> Wording { Wording(ja: text, en: text) }
        var facts: [(label: String, text: String)] = []
        if let evidence = explanation.evidence {
            let (name, reason) = (evidence.encoding.rawValue, evidence.reason)
            facts = [
                fact(
                    "文字コード", "Encoding",
                    Wording(
                        ja: "\(name)（\(reason.japanese)）", en: "\(name) (\(reason.english))")),
                fact(
                    "区切り", "Delimiter",
                    evidence.delimiterWording.by(
                        evidence.isDelimiterOfProfile ? [.delimiter] : [])),
                fact("改行", "Line ends", Self.lineEnds(evidence)),
            ]
        }
        facts.append(fact("見出し", "Header", Self.place(of: explanation.header)))
        facts.append(fact("行", "Rows", same(explanation.counts.shown(language))))
        return NoticeLines.labelled(facts)
    }

    private static func lineEnds(_ evidence: TextEvidence) -> Wording {
        func shown(_ ends: TextEvidence.LineEnds) -> String {
            let kinds = [("CRLF", ends.pairs), ("LF", ends.feeds), ("CR", ends.returns)]
            let some = kinds.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
            return some.isEmpty ? "0" : some.joined(separator: " + ")
        }
        let all = shown(evidence.lineEnds)
        let quoted = shown(evidence.quotedLineEnds)
        let hasQuoted = evidence.quotedLineEnds.total > 0
        let isOpen = !evidence.endsWithLineEnd
        return Wording(
            ja: all + (hasQuoted ? "、引用符の中に\(quoted)" : "") + (isOpen ? "、最後の行に改行なし" : ""),
            en: all + (hasQuoted ? ", within quotes \(quoted)" : "")
                + (isOpen ? ", none at the end" : ""))
    }

    private static func place(of header: Explanation.Header?) -> Wording {
        guard let header else { return Wording(ja: "見つからない", en: "none found") }
        let layout = header.layout
        return Wording(
            ja: "\(header.line)行目" + (layout.map { "、\($0.japanese)" } ?? ""),
            en: "line \(header.line)" + (layout.map { ", \($0.english)" } ?? "")
        ).by(header.rowsByProfile == nil ? [] : [.headerRows])
    }

    private func columns(of header: Explanation.Header, _ language: Language) -> [String] {
        let titles = [
            Wording(ja: "列", en: "Column"), Wording(ja: "見出し", en: "Heading"),
            Wording(ja: "読み方", en: "Read as"),
        ]
        let rows = header.columns.enumerated().map { position, column in
            let meaning = column.meaning.shown[language]
            return [
                Place.name(ofColumn: position), Place.shown(column.written),
                meaning.isEmpty ? column.meaning.kind.wording[language] : meaning,
            ]
        }
        return TextTable(columns: titles.map { TextTable.Column($0[language]) }, rows: rows).lines()
    }

    private func cells(_ language: Language) -> [String] {
        let titles = [
            Wording(ja: "行", en: "Line"), Wording(ja: "種類", en: "Row"),
            Wording(ja: "列", en: "Column"), Wording(ja: "元の値", en: "Written"),
            Wording(ja: "区分", en: "Cell"), Wording(ja: "読み方", en: "Read as"),
        ]
        var rows: [[String]] = []
        var ends: [Int] = []
        for row in explanation.rows {
            for (position, cell) in row.cells.enumerated() {
                let head =
                    position == 0 ? [String(row.line), row.kind.wording[language]] : ["", ""]
                rows.append(
                    head + [
                        Place.name(ofColumn: position), Place.shown(cell.written),
                        cell.reading.kind.wording[language], cell.reading.shown[language],
                    ])
            }
            ends.append(rows.count)
        }
        let lines = TextTable(
            columns: titles.map { TextTable.Column($0[language]) }, rows: rows
        ).lines()
        var result = Array(lines.prefix(2))
        var start = 0
        for (row, end) in zip(explanation.rows, ends) {
            result += lines.dropFirst(2 + start).prefix(end - start)
            result += explanation.findings(about: row).map { Self.line($0, language) }
            start = end
        }
        return result
    }

    /// What is not about a row that is shown.
    private func rest(_ language: Language) -> [String] {
        let shown = Set(explanation.rows.map(\.line))
        let others = explanation.findings.filter { !shown.contains($0.line ?? 0) }
        var lines = others.prefix(RejectionReport.maximumPrinted).map { Self.line($0, language) }
        if !lines.isEmpty { lines.insert("", at: 0) }
        let (last, all) = (explanation.rows.last?.record ?? 0, explanation.counts.total)
        guard last < all || records.lowerBound > 1 else { return lines }
        let count = explanation.rows.count
        lines += [
            "",
            Wording(
                ja: "全\(all)行のうち\(count)行を示しました。ほかの行は --rows で選べます。",
                en: "Shown are \(count) of \(all) rows; choose others with --rows.")[language],
        ]
        return lines
    }

    private static func line(_ finding: Finding, _ language: Language) -> String {
        let severity = RejectionReport.name(of: finding.severity)[language]
        return "  ^ \(severity): \(Inert.line(finding.message[language])) [\(finding.rule)]"
    }
}

extension ExplanationDocument {
    /// The document as JSON.
    package func json(_ language: Language) -> JSON {
        let explanation = self.explanation
        let bytes: JSON =
            explanation.evidence.map { evidence in
                .object([
                    ("encoding", .string(evidence.encoding.rawValue)),
                    ("reason", .string(evidence.reason[language])),
                    ("delimiter", .string(String(decoding: [evidence.delimiter], as: UTF8.self))),
                    ("profile", Self.keys(evidence.isDelimiterOfProfile ? [.delimiter] : [])),
                    ("lineEnds", Self.json(evidence.lineEnds)),
                    ("quotedLineEnds", Self.json(evidence.quotedLineEnds)),
                    ("endsWithLineEnd", .bool(evidence.endsWithLineEnd)),
                ])
            } ?? .null
        return .object([
            ("file", .string(fileName)), ("text", bytes),
            ("header", explanation.header.map { Self.json($0, language) } ?? .null),
            ("counts", explanation.counts.json),
            ("rows", .array(explanation.rows.map { json($0, language) })),
            (
                "findings",
                .array(
                    explanation.findings.filter { $0.line == nil }.map { Self.json($0, language) })
            ),
        ])
    }

    private static func json(_ ends: TextEvidence.LineEnds) -> JSON {
        .object([
            ("crlf", .integer(ends.pairs)), ("lf", .integer(ends.feeds)),
            ("cr", .integer(ends.returns)),
        ])
    }

    private static func json(_ header: Explanation.Header, _ language: Language) -> JSON {
        .object([
            ("line", .integer(header.line)), ("record", .integer(header.record)),
            ("layout", .optional(header.layout?[language])),
            ("profile", keys(header.rowsByProfile == nil ? [] : [.headerRows])),
            (
                "columns",
                .array(
                    header.columns.enumerated().map { position, column in
                        .object([
                            ("column", .string(Place.name(ofColumn: position))),
                            ("written", .string(column.written)),
                            ("kind", .string(column.meaning.kind.rawValue)),
                            ("meaning", .string(column.meaning.meaning[language])),
                            ("profile", keys(column.meaning.profile)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ row: Explanation.Row, _ language: Language) -> JSON {
        .object([
            ("line", .integer(row.line)), ("record", .integer(row.record)),
            ("class", .string(row.kind.rawValue)),
            (
                "cells",
                .array(
                    row.cells.enumerated().map { position, cell in
                        .object([
                            ("column", .string(Place.name(ofColumn: position))),
                            ("written", .string(cell.written)),
                            ("kind", .string(cell.reading.kind.rawValue)),
                            ("meaning", .string(cell.reading.meaning[language])),
                            ("number", .optional(cell.reading.number)),
                            ("profile", Self.keys(cell.reading.profile)),
                        ])
                    })
            ),
            (
                "findings",
                .array(explanation.findings(about: row).map { Self.json($0, language) })
            ),
        ])
    }

    private static func keys(_ keys: [DropProfile.Key]) -> JSON {
        .array(keys.map { .string($0.rawValue) })
    }

    private static func json(_ finding: Finding, _ language: Language) -> JSON {
        .object([
            ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
            ("column", .optional(finding.column)), ("message", .string(finding.message[language])),
            ("remedy", .string(finding.remedy[language])),
        ])
    }
}

extension CellReading {
    /// What it means, and what of the department's profile makes it so.
    fileprivate var shown: Wording { meaning.by(profile) }
}

extension Wording {
    /// The words, with what of the department's profile they are owed to.
    fileprivate func by(_ keys: [DropProfile.Key]) -> Wording {
        guard !keys.isEmpty else { return self }
        let names = keys.map(\.rawValue)
        return Wording(
            ja: japanese + "（部署の設定 \(names.joined(separator: "、")) による）",
            en: (english.isEmpty ? "" : english + " ")
                + "(by the department's profile: \(names.joined(separator: ", ")))")
    }
}
