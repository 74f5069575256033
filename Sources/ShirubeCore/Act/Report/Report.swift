/// A quarterly edition with everything that its pictures, tables and pages are made of.
///
/// Every face of it (mail, chat, workbook, CSV, JSON, web pages) takes its figures from here, so that all say the same.
package struct Report: Sendable, Equatable {
    /// The edition as it is summed up.
    package let summary: QuarterlySummary
    /// What is known of each indicator, in the strategy's order.
    package let histories: [IndicatorHistory]

    /// Makes a report; there is one history for each indicator of the summary's strategy, in its order.
    package init(summary: QuarterlySummary, histories: [IndicatorHistory]) {
        self.summary = summary
        self.histories = histories
    }

    /// The same as another edition.
    package func with(_ edition: QuarterlySummary.Edition) -> Report {
        Report(summary: summary.with(edition), histories: histories)
    }

    /// The history of an indicator; nil where the strategy has no such indicator.
    package func history(of indicator: Identifier<Indicator>) -> IndicatorHistory? {
        histories.first { $0.indicator.id == indicator }
    }
}

/// What is known of one indicator up to the end of a quarter: its definitions, its figures, and how it stood.
package struct IndicatorHistory: Sendable, Equatable {
    /// How it stood at the end of one quarter, judged by what the report knows.
    package struct Quarter: Sendable, Equatable {
        /// The quarter of a fiscal year.
        package let period: Period
        /// How it stood.
        package let standing: Standing

        /// Makes such a quarter.
        package init(period: Period, standing: Standing) {
            self.period = period
            self.standing = standing
        }
    }

    /// The indicator as it is defined at the quarter's end.
    package let indicator: Indicator
    /// The versions of its definition, by number; at least one.
    package let versions: [DefinitionVersion]
    /// The figures in force that end with the quarter or before, earlier ones first; empty for none.
    package let figures: [CurrentReadings.Figure]
    /// Each quarter of the plan up to the report's, in order; empty where the report is of a quarter before the plan.
    package let quarters: [Quarter]

    /// Makes a history.
    package init(
        indicator: Indicator, versions: [DefinitionVersion], figures: [CurrentReadings.Figure],
        quarters: [Quarter]
    ) {
        self.indicator = indicator
        self.versions = versions
        self.figures = figures
        self.quarters = quarters
    }

    /// What was judged, once for each period of which a figure was judged, in order; empty where none was.
    ///
    /// A quarter in which nothing new was reported repeats the judgement of the one before, and is left out.
    package var judged: [Quarter] {
        var last: Period?
        return quarters.filter { quarter in
            guard let period = quarter.standing.period, quarter.standing.value != nil else {
                return false
            }
            defer { last = period }
            return period != last
        }
    }
}
