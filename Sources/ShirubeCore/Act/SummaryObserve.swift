extension SummaryView {
    /// Period and cut-off, as the lines under the title.
    static func facts(of summary: QuarterlySummary, _ language: Language) -> [Fact] {
        let first = summary.quarter.firstDay.longWording
        let last = summary.quarter.lastDay.longWording
        let period = Wording(
            ja: "\(summary.quarter.wording.japanese)（\(first.japanese)～\(last.japanese)）",
            en: "\(summary.quarter.wording.english) (\(first.english) – \(last.english))")
        return [
            Fact(label: SummaryWords.period[language], text: period[language]),
            Fact(
                label: SummaryWords.cutoff[language],
                text: summary.cutoff.longWording[language]),
        ]
    }
}

extension SummaryView.Observe {
    /// Counts the answers and says them in sentences.
    init(_ summary: QuarterlySummary, _ language: Language) {
        let asked = summary.answers.filter { $0.owed > 0 }
        let late = asked.filter { $0.overdue > 0 }
        missing = late.map { SummaryView.Missing($0, summary.strategy, language) }
        self.asked = asked.count
        complete = asked.count { $0.given == $0.owed }
        owed = asked.reduce(0) { $0 + $1.owed }
        given = asked.reduce(0) { $0 + $1.given }
        notDue = asked.reduce(0) { $0 + $1.notDue }
        rejected = summary.answers.reduce(0) { $0 + $1.rejected }
        let newest = summary.answers.compactMap(\.lastAccepted).max()
        sentences = [
            Self.completeness(asked, late: late.count)[language],
            Self.freshness(newest)[language],
            Self.rejections(summary, language)[language],
        ]
    }

    private static func completeness(
        _ asked: [QuarterlySummary.Answer], late: Int
    ) -> Wording {
        let total = { (count: KeyPath<QuarterlySummary.Answer, Int>) in
            asked.reduce(0) { $0 + $1[keyPath: count] }
        }
        let (owed, given) = (total(\.owed), total(\.given))
        let (overdue, notDue) = (total(\.overdue), total(\.notDue))
        let complete = asked.count { $0.given == $0.owed }
        guard !asked.isEmpty else {
            return Wording(
                ja: "この四半期に報告を求めた指標はありません。",
                en: "No figure was owed for this quarter.")
        }
        guard complete < asked.count else {
            return Wording(
                ja: "報告対象の\(asked.count)課すべてが回答しました（\(owed)件）。",
                en: "Departments that have answered in full: all \(asked.count) (\(owed) figures).")
        }
        return Wording(
            ja: "報告対象の\(asked.count)課のうち\(complete)課が回答を終えました（\(owed)件中\(given)件）。"
                + (late > 0 ? "未回答は\(late)課の\(overdue)件です。" : "")
                + (notDue > 0 ? "提出期限前のものが\(notDue)件あります。" : ""),
            en: "Departments that have answered in full: \(complete) of \(asked.count) "
                + "(\(given) of \(owed) figures)"
                + (late > 0 ? "; still owing: \(late)." : ".")
                + (notDue > 0 ? " Figures not due yet: \(notDue)." : ""))
    }

    private static func freshness(_ newest: Timestamp?) -> Wording {
        guard let newest else {
            return Wording(
                ja: "受理したファイルはまだありません。", en: "No file has been accepted yet.")
        }
        return Wording(
            ja: "最も新しい受理は\(newest.longWording.japanese)です。",
            en: "The newest file was accepted on \(newest.longWording.english).")
    }

    private static func rejections(_ summary: QuarterlySummary, _ language: Language) -> Wording {
        let files = summary.answers.filter { $0.rejected > 0 }
        guard !files.isEmpty else {
            return Wording(
                ja: "四半期末の後に受理できなかったファイルはありません。",
                en: "No file has been rejected since the quarter's end.")
        }
        let names = files.map { answer in
            let name = answer.department.name(in: summary.strategy)
            return Wording(ja: "\(name)\(answer.rejected)件", en: "\(name) \(answer.rejected)")
        }
        let count = files.reduce(0) { $0 + $1.rejected }
        return Wording(
            ja: "四半期末の後に受理できなかったファイルが\(count)件あります（"
                + names.map(\.japanese).joined(separator: "、") + "）。",
            en: "Files rejected since the quarter's end: \(count) ("
                + names.map(\.english).joined(separator: ", ") + ").")
    }
}

extension SummaryView.Missing {
    /// Says what one department still owes.
    init(_ answer: QuarterlySummary.Answer, _ strategy: Strategy, _ language: Language) {
        id = answer.department.text
        department = answer.department.name(in: strategy)
        owed = answer.owed
        given = answer.given
        lastAccepted =
            answer.lastAccepted?.longWording[language] ?? SummaryWords.never[language]
        rejected = answer.rejected
    }
}

extension Identifier<Department> {
    /// The department's name; its id where the strategy does not name it.
    package func name(in strategy: Strategy) -> String {
        Inert.line(strategy.department(self)?.name ?? text)
    }
}
