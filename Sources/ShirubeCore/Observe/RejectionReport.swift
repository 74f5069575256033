/// The answer to a department whose drop was rejected.
package enum RejectionReport {
    /// Most findings that are printed; the full count is always said.
    package static let maximumPrinted = 1_000

    /// The findings as a CSV file that Excel opens: UTF-8 with a byte order mark, lines ending in CR LF.
    ///
    /// The first row below the headings says how many findings there are in all. A cell that a spreadsheet
    /// would take for a formula (CWE-1236) gets an apostrophe before it.
    package static func csv(
        _ findings: [Finding], fileName: String, language: Language
    ) -> [UInt8] {
        var text = "\u{FEFF}"
        func append(_ cells: [String]) {
            text += CSVLine.text(cells.map(safe))
        }
        append(headings.map { $0[language] })
        append(
            [
                "", "", "", "", "", "", summary(findings, fileName: fileName)[language],
                nextStep[language],
            ])
        for finding in findings.prefix(maximumPrinted) {
            append(
                [
                    finding.line.map(String.init) ?? "", finding.column ?? "",
                    finding.heading ?? "",
                    finding.written, finding.rule, name(of: finding.severity)[language],
                    finding.message[language], finding.remedy[language],
                ])
        }
        return Array(text.utf8)
    }

    /// The findings as plain text, with lines ending in LF.
    package static func text(
        _ findings: [Finding], fileName: String, departmentName: String, language: Language
    ) -> String {
        let name = Place.shown(fileName, limit: 200)
        let title = Wording(
            ja: "取り込めませんでした: \(name)（\(departmentName)）",
            en: "Not applied: \(name) (\(departmentName))")
        var lines = [
            title[language], "", summary(findings, fileName: fileName)[language],
            nextStep[language], "",
        ]
        lines += paragraphs(findings, language: language)
        return lines.joined(separator: "\n")
    }

    /// The lines that say each finding, and how many more there are.
    static func paragraphs(_ findings: [Finding], language: Language) -> [String] {
        var lines: [String] = []
        for (index, finding) in findings.prefix(maximumPrinted).enumerated() {
            lines += paragraph(finding, number: index + 1, language: language)
        }
        if findings.count > maximumPrinted {
            let rest = findings.count - maximumPrinted
            let more = Wording(ja: "ほかに\(rest)件あります。", en: "There are \(rest) more.")
            lines += [more[language], ""]
        }
        return lines
    }

    private static func paragraph(
        _ finding: Finding, number: Int, language: Language
    ) -> [String] {
        let severity = name(of: finding.severity)[language]
        var lines = ["[\(number)] \(severity)  \(place(of: finding)[language])"]
        func append(_ label: Wording, _ value: String) {
            if !value.isEmpty { lines.append("    \(label[language]) \(value)") }
        }
        append(Wording(ja: "元の値:", en: "Read:   "), finding.written)
        append(Wording(ja: "内容:  ", en: "Finding:"), finding.message[language])
        append(Wording(ja: "直し方:", en: "Remedy: "), finding.remedy[language])
        append(Wording(ja: "規則:  ", en: "Rule:   "), finding.rule)
        return lines + [""]
    }

    private static func place(of finding: Finding) -> Wording {
        guard let line = finding.line else { return Wording(ja: "ファイル全体", en: "the whole file") }
        guard let column = finding.column else {
            return Wording(ja: "\(line)行目", en: "line \(line)")
        }
        let heading = finding.heading.map { Place.shown($0) } ?? ""
        return Wording(
            ja: "\(line)行目 \(column)列" + (heading.isEmpty ? "" : "「\(heading)」"),
            en: "line \(line), column \(column)" + (heading.isEmpty ? "" : " (\(heading))"))
    }

    private static func summary(_ findings: [Finding], fileName: String) -> Wording {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count - errors
        let name = Place.shown(fileName, limit: 200)
        let isCapped = findings.count > maximumPrinted
        return Wording(
            ja: "ファイル「\(name)」は反映していません。誤りが\(errors)件、注意が\(warnings)件あります"
                + (isCapped ? "（先頭の\(maximumPrinted)件を示します）。" : "。"),
            en: "The file “\(name)” was not applied. It has \(count(errors, "error")) and "
                + "\(count(warnings, "warning"))"
                + (isCapped ? "; the first \(maximumPrinted) are shown." : "."))
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
        Wording(ja: "行番号", en: "Line"), Wording(ja: "列", en: "Column"),
        Wording(ja: "項目名", en: "Heading"), Wording(ja: "元の値", en: "As written"),
        Wording(ja: "規則", en: "Rule"), Wording(ja: "重大度", en: "Severity"),
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

    /// With their full-width forms, which Japanese spreadsheets take for the same.
    private static let formulaMarks: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
    ]

    private static func safe(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(formulaMarks.contains) ?? false
        return isFormula ? "'" + text : text
    }
}
