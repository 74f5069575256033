/// 状況回答: a small table in which a department answers alerts, as its form is attached to them.
package struct AlertAnswers: Sendable, Equatable {
    /// A row that answers an alert, as it is written.
    package struct Row: Sendable, Equatable {
        /// The physical line, from 1.
        package let line: Int
        /// The row's number among all rows, from 1.
        package let record: Int
        /// The alert's number, as written.
        package let number: String
        /// Why things are as they are; empty where nothing is written.
        package let reason: String
        /// What is done; empty where nothing is written.
        package let action: String
        /// When it is looked at again, as written.
        package let review: String
        /// Who answers; empty where nothing is written.
        package let author: String
    }

    /// A row that can be recorded.
    package struct Answer: Sendable, Equatable {
        /// The alert's number.
        package let alert: Int64
        /// Why things are as they are.
        package let reason: String
        /// What is done, and when it is looked at again.
        package let answer: AlertTransition.Answer
        /// Who answers; empty where nothing is written.
        package let author: String
    }

    /// The headings of the form.
    package static let headings = ["警告番号", "指標", "警告", "要因", "取組", "見直しの日", "回答者"]
    /// A larger file is none: as many answers as anybody could have to give fit.
    package static let maximumBytes = 1 << 20
    /// Further ahead than this many days nothing is put off.
    package static let longestDays = 366

    /// The rows in which anything is answered.
    package let rows: [Row]
    /// The encoding, for people.
    package let encoding: String

    /// Reads a file; nil where it has not the form's headings, so that it is something else.
    ///
    /// - Parameters:
    ///   - source: the content.
    ///   - fileName: its ending tells a table with tabs.
    /// - Returns: the rows in which anything is answered, perhaps none.
    /// - Throws: what reading the content throws.
    package static func read(_ source: DropBytes, fileName: String) throws -> AlertAnswers? {
        guard source.count <= maximumBytes else { return nil }
        do {
            let encoding = try TextEncoding.find(in: source)
            let evidence = try TextEvidence(source, encoding: encoding, fileName: fileName)
            var reader = try CSVReader(
                source, encoding: encoding, delimiter: evidence.delimiter)
            var places: [String: Int]?
            var rows: [Row] = []
            while let row = try reader.next() {
                guard let places else {
                    places = Self.places(row)
                    // A title or two may stand above, as in the forms for figures.
                    if places == nil, row.record >= 10 { return nil }
                    continue
                }
                if let row = Self.row(row, places) { rows.append(row) }
            }
            return places.map { _ in AlertAnswers(rows: rows, encoding: encoding.rawValue) }
        } catch is TextEncoding.Fault {
            return nil
        } catch is CSVFault {
            return nil
        }
    }

    /// Where the headings stand; nil where the row is not the form's.
    private static func places(_ row: CSVRow) -> [String: Int]? {
        let keys = row.cells.map(CellText.key)
        let places = headings.compactMap { heading in
            keys.firstIndex(of: CellText.key(heading)).map { (heading, $0) }
        }
        let found = Dictionary(places, uniquingKeysWith: { first, _ in first })
        let needed = ["警告番号", "要因", "取組", "見直しの日"]
        return needed.allSatisfy { found[$0] != nil } ? found : nil
    }

    private static func row(_ row: CSVRow, _ places: [String: Int]) -> Row? {
        func cell(_ heading: String) -> String {
            places[heading].map { CellText.trimmed(row[$0]) } ?? ""
        }
        let texts = ["要因", "取組", "見直しの日"].map(cell)
        guard texts.contains(where: { !$0.isEmpty }) else { return nil }
        return Row(
            line: row.line, record: row.record, number: cell("警告番号"), reason: texts[0],
            action: texts[1], review: texts[2], author: cell("回答者"))
    }

    /// What of the rows can be recorded, and what is wrong with the others.
    ///
    /// - Parameters:
    ///   - today: the day; what is put off must be put off to a later one.
    ///   - isOpen: whether an alert of a number is open that the department may answer.
    /// - Returns: the answers, and the findings; nothing is to be recorded where there is a finding.
    /// - Throws: what `isOpen` throws.
    package func checked(
        on today: CivilDate, isOpen: (Int64) throws -> Bool
    ) rethrows -> (answers: [Answer], findings: [Finding]) {
        var answers: [Answer] = []
        var findings: [Finding] = []
        if rows.isEmpty { findings.append(Self.nothing) }
        for row in rows {
            let number = Int64(CellText.key(row.number))
            let isKnown = try number.map(isOpen) ?? false
            if !isKnown {
                findings.append(
                    Self.finding(
                        .answerAlert, row, "警告番号", row.number,
                        Wording(
                            ja: "番号「\(Inert.line(row.number))」は、この課が答える、終わっていない警告ではありません。",
                            en:
                                "“\(Inert.line(row.number))” is no open alert that this department answers."
                        )))
            }
            for (heading, text) in [("要因", row.reason), ("取組", row.action)] where text.isEmpty {
                findings.append(
                    Self.finding(
                        .answerBlank, row, heading, "",
                        Wording(ja: "「\(heading)」が空です。", en: "“\(heading)” is empty.")))
            }
            let day = Self.day(row.review)
            let isFit = day.map { $0 > today && $0 <= today.adding(days: Self.longestDays) }
            if isFit != true { findings.append(Self.wrongDay(row, today)) }
            if let number, let day, isKnown, isFit == true, !row.reason.isEmpty,
                !row.action.isEmpty
            {
                answers.append(
                    Answer(
                        alert: number, reason: row.reason,
                        answer: AlertTransition.Answer(action: row.action, reviewOn: day),
                        author: row.author))
            }
        }
        return (answers, findings)
    }

    /// A day as people and spreadsheets write it; nil for anything else.
    static func day(_ text: String) -> CivilDate? {
        let key = CellText.key(text)
        var scanner = TextScanner(key)
        let era = Era.allCases.first { era in
            scanner.take(anyOf: [era.rawValue, CellText.key(era.letter)])
        }
        guard let written = scanner.number(maximumDigits: 4),
            scanner.take(anyOf: ["年", "-", "/", "."]),
            let month = scanner.number(maximumDigits: 2),
            scanner.take(anyOf: ["月", "-", "/", "."]),
            let day = scanner.number(maximumDigits: 2)
        else { return nil }
        _ = scanner.take("日")
        guard scanner.isAtEnd, era != nil || written >= 1_900 else { return nil }
        return CivilDate(era.map { $0.firstYear + written - 1 } ?? written, month, day)
    }

    // MARK: - Findings

    private static let nothing = Finding(
        rule: Rule.answerBlank.rawValue, severity: Rule.answerBlank.severity,
        message: Wording(
            ja: "状況回答のどの行にも、回答が書かれていません。", en: "No row of the answers to alerts answers anything."),
        remedy: Rule.answerBlank.remedy)

    private static func wrongDay(_ row: Row, _ today: CivilDate) -> Finding {
        let last = today.adding(days: longestDays)
        let shown = Inert.line(row.review)
        return finding(
            .answerDate, row, "見直しの日", row.review,
            Wording(
                ja: "見直しの日「\(shown)」は、明日から\(last)までの日付ではありません。",
                en: "The day of review “\(shown)” is no date from tomorrow to \(last)."))
    }

    private static func finding(
        _ rule: Rule, _ row: Row, _ heading: String, _ written: String, _ message: Wording
    ) -> Finding {
        Finding(
            rule: rule.rawValue, severity: rule.severity, line: row.line, record: row.record,
            heading: heading, written: written,
            message: Wording(
                ja: "\(row.line)行目：\(message.japanese)", en: "Line \(row.line): \(message.english)"),
            remedy: rule.remedy)
    }
}
