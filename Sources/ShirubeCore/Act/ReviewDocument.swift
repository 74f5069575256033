/// What `shirube review` shows: one measure, program or indicator with its figures, answers, decisions and acts, for the
/// meeting that decides on it.
package struct ReviewDocument: Sendable, Equatable {
    /// The language of all texts.
    package let language: Language
    /// The title with its mark, such as 施策の点検：若者の市内就職の促進.
    package let title: String
    /// The same without the mark and what it is about, in short.
    package let kind: String
    /// What it is about.
    package let name: String
    /// Its id.
    package let subject: DecisionSubject
    /// The strategy's heading with the mark.
    package let strategy: String
    /// The strategy's id.
    package let strategyID: String
    /// The quarter.
    package let quarter: Period
    /// Up to when data is in it.
    package let cutoff: Timestamp
    /// Labels and what they say: period, place, departments, cut-off.
    package let facts: [SummaryView.Fact]
    /// How it stands in one sentence or two.
    package let lead: [String]
    /// Its indicators under the headings of programs, in the strategy's order; empty where it has none.
    package let parts: [Part]
    /// What was decided on it and on what it holds or belongs to, newest first; empty for none.
    package let outcomes: [SummaryView.Outcome]
    /// How long these decisions took; nil where there is none.
    package let loopTime: String?
    /// Its acts that are open, the earliest due first; empty for none.
    package let acts: [SummaryView.Act]

    /// The indicators of one program, or those of the goal's own targets.
    package struct Part: Sendable, Equatable {
        /// The program's heading with its departments.
        package let heading: String
        /// Its indicators.
        package let rows: [IndicatorRow]
    }

    /// Takes what concerns a subject out of a quarter's summary.
    ///
    /// - Parameters:
    ///   - subject: the measure, program or indicator.
    ///   - summary: the quarter's summary.
    ///   - outcomes: all decisions of the strategy, with what has become of them.
    ///   - language: the language of the texts.
    package init(
        _ subject: DecisionSubject, in summary: QuarterlySummary, outcomes: [DecisionOutcome],
        language: Language
    ) {
        let strategy = summary.strategy
        let ids = Set(subject.indicators(in: strategy).map(\.id.text))
        let rows = SummaryView.rows(of: summary, language).filter { ids.contains($0.id) }
        let related = outcomes.filter { subject.concerns($0.decision.draft.subject, in: strategy) }
        let day = summary.cutoff.japanDate
        self.language = language
        self.subject = subject
        name = Inert.line(subject.title(in: strategy))
        kind = ReviewWords.title(subject.kindWording)[language]
        title = Title.marked(
            Wording(ja: "\(kind)：\(name)", en: "\(kind): \(name)")[language], mark: summary.mark)
        self.strategy = Title.marked(strategy.heading, mark: summary.mark)
        strategyID = strategy.id.text
        quarter = summary.quarter
        cutoff = summary.cutoff
        facts = Self.facts(subject, rows, summary, language)
        parts = Self.parts(rows, strategy, language)
        self.outcomes = related.reversed().map {
            SummaryView.outcome($0, strategy, on: day, language)
        }
        let decisions = related.map(\.decision)
        loopTime = DecisionWords.loopTime(decisions)?[language]
        acts = SummaryView.acts(decisions, strategy, on: day, language)
        lead = Self.lead(rows, acts, language)
    }

    private static func facts(
        _ subject: DecisionSubject, _ rows: [IndicatorRow], _ summary: QuarterlySummary,
        _ language: Language
    ) -> [SummaryView.Fact] {
        let comma = Wording(ja: "、", en: ", ")[language]
        let departments = subject.departments(in: summary.strategy).map {
            $0.name(in: summary.strategy)
        }
        let path = rows.first.map { row in
            Array(row.path.prefix(subject.kind == .measure ? 1 : 2))
        }
        let place = path?.joined(separator: Wording(ja: "＞", en: " > ")[language])
        let pairs: [(Wording, String?)] = [
            (SummaryWords.period, summary.quarter.wording[language]),
            (SummaryWords.place, place),
            (SummaryWords.department, departments.joined(separator: comma)),
            (SummaryWords.cutoff, summary.cutoff.longWording[language]),
        ]
        return pairs.compactMap { label, text in
            text.map { SummaryView.Fact(label: label[language], text: $0) }
        }
    }

    private static func lead(
        _ rows: [IndicatorRow], _ acts: [SummaryView.Act], _ language: Language
    ) -> [String] {
        guard !rows.isEmpty else { return [ReviewWords.noIndicator[language]] }
        let groups = StatusGroup.allCases.map { group in
            (group.wording, rows.count { $0.status.group == group })
        }.filter { $0.1 > 0 }
        let overdue = rows.count { $0.answer == .overdue }
        var sentences = [
            Wording(
                ja: "\(rows.count)指標のうち、"
                    + groups.map { "\($0.0.japanese)\($0.1)" }.joined(separator: "、") + "です。",
                en: "Of \(rows.count) indicators: "
                    + groups.map { "\($0.0.english) \($0.1)" }.joined(separator: ", ") + ".")[
                    language]
        ]
        if overdue > 0 {
            sentences.append(
                Wording(ja: "未回答が\(overdue)件あります。", en: "Answers owed: \(overdue).")[language])
        }
        let late = acts.count(where: \.isOverdue)
        if late > 0 {
            sentences.append(
                Wording(
                    ja: "期限を過ぎた措置が\(late)件あります。", en: "Acts overdue: \(late).")[language])
        }
        return sentences
    }

    private static func parts(
        _ rows: [IndicatorRow], _ strategy: Strategy, _ language: Language
    ) -> [Part] {
        var parts: [Part] = []
        for row in rows {
            let heading = row.path.count > 2 ? row.path[2] : SummaryWords.goalTargets[language]
            if let last = parts.last, last.heading == heading {
                parts[parts.count - 1] = Part(heading: heading, rows: last.rows + [row])
            } else {
                parts.append(Part(heading: heading, rows: [row]))
            }
        }
        return parts
    }
}

extension DecisionSubject {
    /// Whether a decision on another subject concerns this one: it is the same, holds it, or lies in it.
    func concerns(_ other: DecisionSubject, in strategy: Strategy) -> Bool {
        if self == other { return true }
        let (own, others) = (
            Set(indicators(in: strategy).map(\.id)), Set(other.indicators(in: strategy).map(\.id))
        )
        guard !own.isEmpty, !others.isEmpty else { return false }
        return own.isSubset(of: others) || others.isSubset(of: own)
    }
}

/// The words of a review.
package enum ReviewWords {
    /// Where a review has nothing to show.
    static let noIndicator = Wording(ja: "指標がありません。", en: "It has no indicator.")
    /// Where nothing was decided.
    package static let noDecision = Wording(
        ja: "記録された決定はありません。", en: "No decision is on record.")
    /// Where no act is open.
    package static let noAct = Wording(ja: "実施中の措置はありません。", en: "No act is open.")
    /// Label of the probability that the target is met, where there is little room.
    package static let chance = Wording(ja: "見込み", en: "chance")
    /// Heading of the indicators.
    package static let indicators = Wording(ja: "指標の状況", en: "How its indicators stand")
    /// Heading of the box in which a meeting writes what it decides.
    package static let toDecide = Wording(ja: "今回の決定（記入欄）", en: "To be decided (fill in)")
    /// How what was written there is recorded.
    package static let record = Wording(
        ja: "決めた後、shirube decide で記録してください。", en: "Record it afterwards with shirube decide.")

    /// What a review of a kind of thing is called.
    static func title(_ kind: Wording) -> Wording {
        Wording(ja: "\(kind.japanese)の点検", en: "Review of the \(kind.english)")
    }
}
