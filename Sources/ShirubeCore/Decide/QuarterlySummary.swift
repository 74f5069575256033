/// What the quarterly summary says, before it is rendered: the strategy's OODA loop over one quarter.
package struct QuarterlySummary: Sendable, Equatable {
    /// What one department has answered.
    package struct Answer: Sendable, Equatable {
        /// The department.
        package let department: Identifier<Department>
        /// How many indicators it owed a figure for the quarter (those whose cadence closes in it).
        package let owed: Int
        /// For how many of them the figure is there.
        package let given: Int
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
            department: Identifier<Department>, owed: Int, given: Int, notDue: Int = 0,
            lastAccepted: Timestamp?, rejected: Int
        ) {
            self.department = department
            self.owed = owed
            self.given = given
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
    /// What each department has answered, in the strategy's order.
    package let answers: [Answer]
    /// What was done since the quarter's end, oldest first; empty where nothing was.
    package let deeds: [Deed]
    /// A mark that every title carries, such as 架空; nil for none.
    package let mark: String?

    /// Makes a summary.
    package init(
        strategy: Strategy, quarter: Period, cutoff: Timestamp, standings: [Standing],
        earlier: [Standing], answers: [Answer], deeds: [Deed], mark: String?
    ) {
        self.strategy = strategy
        self.quarter = quarter
        self.cutoff = cutoff
        self.standings = standings
        self.earlier = earlier
        self.answers = answers
        self.deeds = deeds
        self.mark = mark
    }
}
