/// The answer to a department whose drop was rejected.
package enum RejectionReport {
    /// Most findings that are printed; the full count is always said.
    package static let maximumPrinted = 1_000

    /// The findings as a CSV file that Excel opens: UTF-8 with a byte order mark, lines ending in CR LF.
    ///
    /// The first row below the headings says how many findings there are in all. Where a cell repeats what stands in
    /// the file, and a spreadsheet would take it for a formula (CWE-1236), it gets an apostrophe before it.
    package static func csv(
        _ drop: ParsedDrop, fileName: String, language: Language
    ) -> [UInt8] {
        table(
            drop, summary: summary(drop, fileName: fileName), nextStep: nextStep,
            language: language)
    }

    /// The findings as a CSV file, below a row that says what came of the drop and what to do next.
    static func table(
        _ drop: ParsedDrop, summary: Wording, nextStep: Wording, language: Language
    ) -> [UInt8] {
        var text = "\u{FEFF}"
        func append(_ cells: [String]) {
            text += CSVLine.text(cells)
        }
        append(headings.map { $0[language] })
        append([String](repeating: "", count: 9) + [summary[language], nextStep[language]])
        for finding in printed(drop) {
            append(
                [
                    finding.line.map(String.init) ?? "", finding.record.map(String.init) ?? "",
                    finding.cell ?? finding.column ?? "", echo(finding.heading ?? ""),
                    echo(finding.written), echo(finding.takenFor?[language] ?? ""), finding.rule,
                    finding.governmentRule ?? "", name(of: finding.severity)[language],
                    finding.message[language], finding.remedy[language],
                ])
        }
        return Array(text.utf8)
    }

    /// The findings as plain text, with lines ending in LF.
    package static func text(
        _ drop: ParsedDrop, fileName: String, departmentName: String, language: Language
    ) -> String {
        let name = Place.shown(fileName, limit: 200)
        let title = Wording(
            ja: "取り込めませんでした: \(name)（\(departmentName)）",
            en: "Not applied: \(name) (\(departmentName))")
        var lines = [
            title[language], "", summary(drop, fileName: fileName)[language],
            nextStep[language], "",
        ]
        lines += paragraphs(drop, language: language)
        return lines.joined(separator: "\n")
    }

    /// The findings that are printed, in the order of the file; of too many the gravest.
    private static func printed(_ drop: ParsedDrop) -> [Finding] {
        guard drop.findings.count > maximumPrinted else { return drop.findings }
        var room = maximumPrinted
        let chosen = Finding.Severity.allCases.map { severity in
            let found = drop.findings.indices.filter { drop.findings[$0].severity == severity }
            defer { room -= min(room, found.count) }
            return found.prefix(room)
        }
        return chosen.joined().sorted().map { drop.findings[$0] }
    }

    /// The lines that say each finding, and how many more there are.
    static func paragraphs(_ drop: ParsedDrop, language: Language) -> [String] {
        var lines: [String] = []
        for (index, finding) in printed(drop).enumerated() {
            lines += paragraph(finding, number: index + 1, language: language)
        }
        let rest = drop.counts.total - maximumPrinted
        if rest > 0 {
            let more = Wording(ja: "ほかに\(rest)件あります。", en: "There are \(rest) more.")
            lines += [more[language], ""]
        }
        return lines
    }

    /// The findings as JSON, sentences in both languages; docs/CSV.md names its fields.
    package static func json(_ drop: ParsedDrop, fileName: String) -> JSON {
        .object([("file", .string(fileName))] + members(of: drop))
    }

    /// What a drop turned out to say, as members of a JSON object.
    static func members(of drop: ParsedDrop) -> [(String, JSON)] {
        let counts = Finding.Severity.allCases.map { severity in
            (severity.plural, JSON.integer(drop.counts[severity]))
        }
        return [
            ("accepted", .bool(drop.isAcceptable)),
            ("encoding", drop.encoding.isEmpty ? .null : .string(drop.encoding)),
            ("readings", .integer(drop.isAcceptable ? drop.readingCount : 0)),
            ("absences", .integer(drop.isAcceptable ? drop.absenceCount : 0)),
            ("counts", .object(counts)),
            (
                "findings",
                .array(printed(drop).map { .object(members(of: $0)) })
            ),
        ]
    }

    /// A finding as members of a JSON object.
    static func members(of finding: Finding) -> [(String, JSON)] {
        [
            ("line", finding.line.map(JSON.integer) ?? .null),
            ("record", finding.record.map(JSON.integer) ?? .null),
            ("column", .optional(finding.column)), ("cell", .optional(finding.cell)),
            ("heading", .optional(finding.heading)), ("written", .string(finding.written)),
            ("takenFor", finding.takenFor.map(json) ?? .null), ("rule", .string(finding.rule)),
            ("governmentRule", .optional(finding.governmentRule)),
            ("severity", .string(finding.severity.rawValue)), ("message", json(finding.message)),
            ("remedy", json(finding.remedy)),
        ]
    }

    private static func json(_ wording: Wording) -> JSON {
        .object([("ja", .string(wording.japanese)), ("en", .string(wording.english))])
    }

    private static func paragraph(
        _ finding: Finding, number: Int, language: Language
    ) -> [String] {
        let severity = name(of: finding.severity)[language]
        var lines = ["[\(number)] \(severity)  \(place(of: finding)[language])"]
        func append(_ label: Wording, _ value: String) {
            if !value.isEmpty { lines.append("    \(label[language]) \(value)") }
        }
        append(Wording(ja: "元の値:", en: "Read:     "), finding.written)
        append(Wording(ja: "解釈:  ", en: "Taken for:"), finding.takenFor?[language] ?? "")
        append(Wording(ja: "内容:  ", en: "Finding:  "), finding.message[language])
        append(Wording(ja: "直し方:", en: "Remedy:   "), finding.remedy[language])
        let government = finding.governmentRule.map {
            Wording(ja: "（政府規則 \($0)）", en: " (government rule \($0))")[language]
        }
        append(Wording(ja: "規則:  ", en: "Rule:     "), finding.rule + (government ?? ""))
        return lines + [""]
    }

    private static func place(of finding: Finding) -> Wording {
        guard let line = finding.line else { return Wording(ja: "ファイル全体", en: "the whole file") }
        guard let column = finding.column else {
            return Wording(ja: "\(line)行目", en: "line \(line)")
        }
        let heading = finding.heading.map { Place.shown($0) } ?? ""
        let cell = finding.cell.map { Wording(ja: "（\($0)）", en: " (\($0))") }
        return Wording(
            ja: "\(line)行目 \(column)列" + (cell?.japanese ?? "")
                + (heading.isEmpty ? "" : "「\(heading)」"),
            en: "line \(line), column \(column)" + (cell?.english ?? "")
                + (heading.isEmpty ? "" : ", \(heading)"))
    }

    private static func summary(_ drop: ParsedDrop, fileName: String) -> Wording {
        let name = Place.shown(fileName, limit: 200)
        let found = found(in: drop)
        return Wording(
            ja: "ファイル「\(name)」は反映していません。\(found.japanese)",
            en: "The file “\(name)” was not applied. \(found.english)")
    }

    /// How many findings of each severity a drop has, in a sentence.
    static func found(in drop: ParsedDrop) -> Wording {
        let found = Finding.Severity.allCases.filter {
            drop.counts[$0] > 0 || ($0 == .error && !drop.isAcceptable)
        }
        guard !found.isEmpty else {
            return Wording(ja: "指摘はありません。", en: "Nothing was found in it.")
        }
        let japanese = found.map { "\(name(of: $0).japanese)が\(drop.counts[$0])件" }
        let english = found.map { count(drop.counts[$0], $0.noun) }
        let isCapped = drop.counts.total > maximumPrinted
        return Wording(
            ja: "\(japanese.joined(separator: "、"))あります"
                + (isCapped ? "（重大なものから\(maximumPrinted)件を示します）。" : "。"),
            en: "It has \(english.joined(separator: ", "))"
                + (isCapped ? "; the gravest \(maximumPrinted) are shown." : "."))
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static let nextStep = Wording(
        ja: "誤りをすべて直して保存し、同じフォルダにもう一度入れてください。それまでは前に報告された値のままです。",
        en:
            "Mend every error, save, and put the file into the same folder again. Until then the figures "
            + "reported before remain.")

    private static let headings = [
        Wording(ja: "行番号", en: "Line"), Wording(ja: "記録番号", en: "Record"),
        Wording(ja: "列", en: "Column"), Wording(ja: "項目名", en: "Heading"),
        Wording(ja: "元の値", en: "As written"), Wording(ja: "解釈", en: "Taken for"),
        Wording(ja: "規則", en: "Rule"), Wording(ja: "政府規則", en: "Government rule"),
        Wording(ja: "重大度", en: "Severity"),
        Wording(ja: "説明", en: "Finding"), Wording(ja: "直し方", en: "Remedy"),
    ]

    /// The severity for people.
    static func name(of severity: Finding.Severity) -> Wording {
        switch severity {
        case .error: Wording(ja: "誤り", en: "error")
        case .hold: Wording(ja: "要確認", en: "to be confirmed")
        case .warning: Wording(ja: "注意", en: "warning")
        case .info: Wording(ja: "参考", en: "note")
        }
    }

    /// What stands in the file, so that no spreadsheet takes it for a formula.
    private static func echo(_ text: String) -> String { FormulaMark.defused(text) }
}

extension Finding.Severity {
    /// The English word for one finding of it.
    fileprivate var noun: String {
        switch self {
        case .error: "error"
        case .hold: "hold"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// The name of its count in JSON.
    fileprivate var plural: String { noun + "s" }
}
