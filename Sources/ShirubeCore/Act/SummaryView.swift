/// The quarterly summary in one language, ready to be set as text, HTML, Slack blocks or JSON.
///
/// Every figure and every sentence is made here, so that all renderings say the same. Sections
/// follow the strategy's OODA loop.
package struct SummaryView: Sendable, Equatable {
    /// The language of all texts.
    package let language: Language
    /// The title with its mark.
    package let title: String
    /// The title without the strategy and the mark, for where there is little room.
    package let shortTitle: String
    /// Which edition it is: 1 for the first one, more for corrections (訂正版).
    package let edition: Int
    /// The mark alone, such as 架空; nil for none.
    package let mark: String?
    /// The strategy's id.
    package let strategyID: String
    /// The strategy's city and title.
    package let strategyName: String
    /// The quarter.
    package let quarter: Period
    /// The moment up to which data is in it.
    package let cutoff: Timestamp
    /// Whether the past was judged anew by today's rules.
    package let isRejudged: Bool
    /// The version of the rules; nil where several have judged.
    package let rule: String?
    /// The title's companions: period and cut-off, as label and text.
    package let facts: [Fact]
    /// How it stands in two or three sentences.
    package let lead: [String]
    /// What a correction corrects, in sentences; empty for the first edition.
    package let corrections: [String]
    /// How the indicators end the fiscal year or the plan; nil where none ends with the quarter.
    package let closing: ClosingPart?
    /// What was observed.
    package let observe: Observe
    /// How it stands.
    package let orient: Orient
    /// What is to be decided.
    package let decide: [Request]
    /// What was done, oldest first; empty where nothing was.
    package let act: [Deed]
    /// What was decided after earlier quarters, and what is still to be done; nil where there is neither.
    package let decided: Decided?
    /// Every indicator, by goal, measure and program.
    package let annex: [AnnexGoal]

    /// Makes the view of a summary in one language.
    package init(_ summary: QuarterlySummary, language: Language) {
        let rows = Self.rows(of: summary, language)
        self.language = language
        let closing = Closing(summary)
        let short = SummaryWords.shortTitle(
            summary.quarter, ending: closing?.kind, edition: summary.edition.number,
            isLate: summary.edition.isLate)
        shortTitle = short[language]
        title = Title.marked(
            SummaryWords.title(summary.strategy.heading, short)[language], mark: summary.mark)
        edition = summary.edition.number
        mark = summary.mark
        strategyID = summary.strategy.id.text
        strategyName = summary.strategy.heading
        quarter = summary.quarter
        cutoff = summary.cutoff
        isRejudged = summary.isRejudged
        let rules = Set(summary.standings.map(\.rule))
        rule = rules.count == 1 ? rules.first : nil
        facts = Self.facts(of: summary, language)
        corrections = Self.corrections(of: summary, language)
        self.closing = closing.map { ClosingPart($0, rows, language) }
        observe = Observe(summary, language)
        orient = Orient(rows, summary, language)
        decide = Self.requests(summary, rows, orient, observe, language)
        act = summary.deeds.map {
            Deed(
                at: $0.at, moment: $0.at.longWording[language],
                text: Inert.line($0.text[language]))
        }
        decided = Self.decided(summary, language)
        annex = Self.annex(rows, summary.strategy, language)
        lead = Self.lead(orient, observe, language)
    }

    /// A label and what it says.
    package struct Fact: Sendable, Equatable {
        /// The label.
        package let label: String
        /// What it says.
        package let text: String
    }

    /// How the indicators end the fiscal year or the plan.
    package struct ClosingPart: Sendable, Equatable {
        /// What ends.
        package let kind: Closing.Kind
        /// The heading.
        package let heading: String
        /// How many end it how, in one sentence, and what that means.
        package let sentences: [String]
        /// The indicators of each outcome that any has, under its heading; 未達成 first.
        package let groups: [ClosingGroup]
    }

    /// Indicators that end a year or the plan alike.
    package struct ClosingGroup: Sendable, Equatable {
        /// How they end it.
        package let outcome: Closing.Outcome
        /// The heading with the number of them.
        package let heading: String
        /// The indicators, in the strategy's order.
        package let rows: [IndicatorRow]
    }

    /// Who has answered.
    package struct Observe: Sendable, Equatable {
        /// The answers in sentences.
        package let sentences: [String]
        /// The departments that owe figures still, in the strategy's order.
        package let missing: [Missing]
        /// Departments that owed a figure.
        package let asked: Int
        /// Departments that gave all they owed.
        package let complete: Int
        /// Figures owed.
        package let owed: Int
        /// Figures answered: given, or said not to be there.
        package let given: Int
        /// Those of them that were said not to be there.
        package let absent: Int
        /// Figures that are not there, but not due yet either.
        package let notDue: Int
        /// Files rejected since the quarter's end.
        package let rejected: Int
    }

    /// A department that owes figures still.
    package struct Missing: Sendable, Equatable {
        /// Its id.
        package let id: String
        /// Its name.
        package let department: String
        /// Figures owed.
        package let owed: Int
        /// Figures answered: given, or said not to be there.
        package let given: Int
        /// Those of them that were said not to be there.
        package let absent: Int
        /// When its newest accepted file was read, in words.
        package let lastAccepted: String
        /// How many of its files were rejected since the quarter's end.
        package let rejected: Int
    }

    /// How many indicators stand how, for the whole or one goal.
    package struct Count: Sendable, Equatable {
        /// 全体, or the goal's heading.
        package let label: String
        /// 全体, or the goal's number, where there is little room.
        package let shortLabel: String
        /// The numbers of indicators by status.
        package let counts: StatusCounts

        /// All indicators.
        package var total: Int { counts.total }

        /// The indicators of one group.
        package func of(_ group: StatusGroup) -> Int {
            counts.of(group)
        }
    }

    /// How it stands.
    package struct Orient: Sendable, Equatable {
        /// The whole.
        package let total: Count
        /// Each goal, in order.
        package let goals: [Count]
        /// What has changed since the quarter before, in sentences.
        package let changes: [String]
        /// Lists of indicators under their headings, in order; none is empty.
        package let lists: [List]
    }

    /// Indicators under one heading.
    package struct List: Sendable, Equatable {
        /// What the indicators have in common.
        package enum Kind: String, Sendable {
            /// Something is to be decided on them.
            case action
            /// They are to be watched.
            case watch
            /// They have reached their targets in this quarter.
            case newlyAchieved
            /// A question about the definition blocks them.
            case definitionQuery
            /// Their owners say something else than the judgement.
            case overridden
        }

        /// What they have in common.
        package let kind: Kind
        /// The heading with the number of them.
        package let heading: String
        /// The indicators; for `action` the gravest first, else in the strategy's order.
        package let rows: [IndicatorRow]
    }

    /// Something that the reader is asked for.
    package struct Request: Sendable, Equatable {
        /// The request in one sentence.
        package let sentence: String
        /// What it is about, one item a line.
        package let items: [String]
    }

    /// Something that was done.
    package struct Deed: Sendable, Equatable {
        /// When.
        package let at: Timestamp
        /// When, in words.
        package let moment: String
        /// What.
        package let text: String
    }

    /// The indicators of one goal.
    package struct AnnexGoal: Sendable, Equatable {
        /// The goal's heading.
        package let heading: String
        /// Its indicators under headings of measure and program.
        package let parts: [AnnexPart]
    }

    /// The indicators of one program, or the goal's own targets.
    package struct AnnexPart: Sendable, Equatable {
        /// The measure's heading where it is the measure's first part; nil otherwise and for goal
        /// targets.
        package let measure: String?
        /// The program's heading.
        package let heading: String
        /// Its indicators.
        package let rows: [IndicatorRow]
    }
}
