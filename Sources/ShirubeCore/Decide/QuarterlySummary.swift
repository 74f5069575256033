/// What the quarterly summary says, before it is rendered: the strategy's OODA loop over one quarter.
package struct QuarterlySummary: Sendable, Equatable {
    /// An indicator of which the answer is a sign in place of a figure.
    package struct Absent: Sendable, Equatable {
        /// The indicator.
        package let indicator: Identifier<Indicator>
        /// Why there is no figure.
        package let absence: Absence

        /// Makes such an answer.
        package init(indicator: Identifier<Indicator>, absence: Absence) {
            self.indicator = indicator
            self.absence = absence
        }
    }

    /// Which edition of the quarter's summary it is.
    package struct Edition: Sendable, Equatable {
        /// 1 for the first one, more for corrections (訂正版).
        package let number: Int
        /// When the edition that it corrects was sent; nil for the first one.
        package let correctedSentAt: Timestamp?
        /// What differs from that one; nil for the first one.
        package let difference: SummaryDifference?
        /// Whether it was built after its day (遅延), because nobody was there to build it; a correction never is.
        package let isLate: Bool

        /// The first edition, on its day.
        package static let first = Edition(number: 1, correctedSentAt: nil, difference: nil)

        /// Makes an edition.
        package init(
            number: Int, correctedSentAt: Timestamp?, difference: SummaryDifference?,
            isLate: Bool = false
        ) {
            self.number = number
            self.correctedSentAt = correctedSentAt
            self.difference = difference
            self.isLate = isLate
        }
    }

    /// What one department has answered.
    package struct Answer: Sendable, Equatable {
        /// The department.
        package let department: Identifier<Department>
        /// How many indicators it owed a figure for the quarter (those whose cadence closes in it).
        package let owed: Int
        /// For how many of them the answer is there: a figure, or a sign that says why there is none.
        package let given: Int
        /// Those of them that are signs, in the strategy's order; empty for none.
        package let absent: [Absent]
        /// For how many of the others the due day is not past.
        package let notDue: Int
        /// When its newest accepted file was read; nil where it has never sent one.
        package let lastAccepted: Timestamp?
        /// How many of its files were rejected since the quarter's end.
        package let rejected: Int

        /// For how many the due day is past, and no figure is there (未回答).
        package var overdue: Int { owed - given - notDue }

        /// Makes a department's answer.
        package init(
            department: Identifier<Department>, owed: Int, given: Int, absent: [Absent] = [],
            notDue: Int = 0,
            lastAccepted: Timestamp?, rejected: Int
        ) {
            self.department = department
            self.owed = owed
            self.given = given
            self.absent = absent
            self.notDue = notDue
            self.lastAccepted = lastAccepted
            self.rejected = rejected
        }
    }

    /// Something that was done since the quarter's end.
    package struct Deed: Sendable, Equatable {
        /// When.
        package let at: Timestamp
        /// What, in one sentence.
        package let text: Wording

        /// Makes a deed.
        package init(at: Timestamp, text: Wording) {
            self.at = at
            self.text = text
        }
    }

    /// The strategy.
    package let strategy: Strategy
    /// The quarter that is summed up (a quarter of a fiscal year).
    package let quarter: Period
    /// Data known up to this moment is in it.
    package let cutoff: Timestamp
    /// How each indicator stands at the quarter's end, in the strategy's order.
    package let standings: [Standing]
    /// How each stood one quarter earlier, as the ledger knows it now; in the strategy's order.
    package let earlier: [Standing]
    /// What owners say beside these judgements, as far as it holds; by indicator.
    package let overrides: [Identifier<Indicator>: Override]
    /// What each department has answered, in the strategy's order.
    package let answers: [Answer]
    /// What was done since the quarter's end, oldest first; empty where nothing was.
    package let deeds: [Deed]
    /// A mark that every title carries, such as 架空; nil for none.
    package let mark: String?
    /// Whether the past was judged anew by today's rules, so that it is not what was said then.
    package let isRejudged: Bool
    /// Which edition of the quarter's summary it is.
    package private(set) var edition: Edition = .first
    /// What was decided after earlier quarters and what has become of it, oldest first; empty for none.
    package private(set) var decided: [DecisionOutcome] = []
    /// The decisions whose acts are open, oldest first; empty for none.
    package private(set) var openActs: [Decision] = []

    /// Makes the first edition of a summary.
    package init(
        strategy: Strategy, quarter: Period, cutoff: Timestamp, standings: [Standing],
        earlier: [Standing], overrides: [Identifier<Indicator>: Override] = [:],
        answers: [Answer], deeds: [Deed], mark: String?, isRejudged: Bool = false
    ) {
        self.strategy = strategy
        self.quarter = quarter
        self.cutoff = cutoff
        self.standings = standings
        self.earlier = earlier
        self.overrides = overrides
        self.answers = answers
        self.deeds = deeds
        self.mark = mark
        self.isRejudged = isRejudged
    }

    /// The same as another edition.
    package func with(_ edition: Edition) -> QuarterlySummary {
        var summary = self
        summary.edition = edition
        return summary
    }

    /// The same with what was decided.
    package func with(
        _ decided: [DecisionOutcome], openActs: [Decision]
    ) -> QuarterlySummary {
        var summary = self
        summary.decided = decided
        summary.openActs = openActs
        return summary
    }

    /// The indicators on which it was decided for this quarter: themselves, or by their program or measure.
    package var decidedIndicators: Set<Identifier<Indicator>> {
        Set(
            decided.map(\.decision).standing.filter { $0.draft.quarter == quarter }.flatMap {
                $0.draft.subject.indicators(in: strategy).map(\.id)
            })
    }

    /// Whether a decision belongs into this quarter's summary: it was made on the quarter or the one before, or its
    /// effect should show within the quarter.
    ///
    /// One that was taken back is shown where that was said, not where its effect was to show.
    package static func shows(_ decision: Decision, in quarter: Period) -> Bool {
        let before = Period.lastClosedQuarter(.fiscal, on: quarter.firstDay)
        if [before, quarter].contains(decision.draft.quarter) { return true }
        if let withdrawal = decision.withdrawal {
            return withdrawal.at.japanDate >= quarter.firstDay
        }
        return decision.draft.effectBy.map { (quarter.firstDay...quarter.lastDay).contains($0) }
            ?? false
    }
}
