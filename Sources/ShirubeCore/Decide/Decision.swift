/// What is decided on: an indicator, a program or a measure.
package enum DecisionSubject: Hashable, Sendable {
    /// An indicator (指標).
    case indicator(Identifier<Indicator>)
    /// A program (事業).
    case program(Identifier<Program>)
    /// A measure (施策).
    case measure(Identifier<Measure>)

    /// What kind of thing it is, as the ledger and other programs spell it.
    package enum Kind: String, Sendable, CaseIterable {
        /// An indicator.
        case indicator
        /// A program.
        case program
        /// A measure.
        case measure
    }

    /// Puts a kind and an id together.
    package init(_ kind: Kind, id: String) {
        switch kind {
        case .indicator: self = .indicator(Identifier(id))
        case .program: self = .program(Identifier(id))
        case .measure: self = .measure(Identifier(id))
        }
    }

    /// What kind of thing it is.
    package var kind: Kind {
        switch self {
        case .indicator: .indicator
        case .program: .program
        case .measure: .measure
        }
    }

    /// Its id in the strategy.
    package var id: String {
        switch self {
        case .indicator(let id): id.text
        case .program(let id): id.text
        case .measure(let id): id.text
        }
    }

    /// The indicators that it is or holds, in the strategy's order; empty where the strategy has none of it any more.
    package func indicators(in strategy: Strategy) -> [Indicator] {
        switch self {
        case .indicator(let id): strategy.indicators.filter { $0.id == id }
        case .program(let id): strategy.indicators.filter { $0.program == id }
        case .measure(let id):
            strategy.indicators.filter { indicator in
                indicator.program.flatMap { strategy.program($0) }?.measure == id
            }
        }
    }

    /// The departments that answer for it, each once, in the strategy's order; empty where the strategy has none of it.
    package func departments(in strategy: Strategy) -> [Identifier<Department>] {
        let owners: Set<Identifier<Department>> =
            switch self {
            case .indicator: Set(indicators(in: strategy).flatMap(\.departments))
            case .program(let id): Set(strategy.program(id)?.departments ?? [])
            case .measure(let id):
                Set(strategy.programs.filter { $0.measure == id }.flatMap(\.departments))
            }
        return strategy.departments.map(\.id).filter(owners.contains)
    }

    /// What people call it; its id where the strategy has no name for it.
    package func title(in strategy: Strategy) -> String {
        switch self {
        case .indicator(let id): strategy.indicator(id).map(strategy.title) ?? id.text
        case .program(let id): strategy.program(id)?.name ?? id.text
        case .measure(let id): strategy.measure(id)?.name ?? id.text
        }
    }

    /// What people call its kind.
    package var kindWording: Wording {
        switch self {
        case .indicator: Wording(ja: "指標", en: "indicator")
        case .program: Wording(ja: "事業", en: "program")
        case .measure: Wording(ja: "施策", en: "measure")
        }
    }
}

/// What a city has decided about an indicator, a program or a measure after looking at a quarter (決定).
package struct Decision: Sendable, Equatable {
    /// What is to become of it.
    package enum Verdict: String, Sendable, CaseIterable {
        /// It goes on as it is (継続).
        case goOn = "continue"
        /// It goes on, with something done better (改善).
        case improve
        /// Its target or definition is thought over (見直し).
        case revise
        /// It ends (廃止).
        case abolish

        /// What people call it.
        package var wording: Wording {
            switch self {
            case .goOn: Wording(ja: "継続", en: "continue")
            case .improve: Wording(ja: "改善", en: "improve")
            case .revise: Wording(ja: "見直し", en: "revise")
            case .abolish: Wording(ja: "廃止", en: "abolish")
            }
        }

        /// Reads a verdict as people type it, in either language; nil for anything else.
        package init?(word: String) {
            let lowered = word.lowercased()
            guard
                let verdict = Self.allCases.first(where: {
                    $0.rawValue == lowered || $0.wording.japanese == word
                })
            else { return nil }
            self = verdict
        }
    }

    /// What is done about it, and by when.
    package struct Act: Sendable, Equatable {
        /// What is done.
        package let text: String
        /// The last day on which it should be done.
        package let due: CivilDate

        /// Makes an act.
        package init(text: String, due: CivilDate) {
            self.text = text
            self.due = due
        }
    }

    /// What a post says of a decision later: that its act was done, or that it is taken back.
    package struct Statement: Sendable, Equatable {
        /// The post, or the name, by which it is said.
        package let post: String
        /// The login name of whoever recorded it.
        package let author: String
        /// What was done, why nothing more will be, or why it is taken back.
        package let reason: String
        /// When it was recorded.
        package let at: Timestamp

        /// Makes a statement.
        package init(post: String, author: String, reason: String, at: Timestamp) {
            self.post = post
            self.author = author
            self.reason = reason
            self.at = at
        }
    }

    /// What is decided, before it has a number.
    package struct Draft: Sendable, Equatable {
        /// What it is about.
        package let subject: DecisionSubject
        /// The quarter of a fiscal year that was looked at.
        package let quarter: Period
        /// What is to become of it.
        package let verdict: Verdict
        /// The post that decides, or where no posts are configured whoever was named.
        package let post: String
        /// Why.
        package let reason: String
        /// What is done; nil where nothing is.
        package let act: Act?
        /// The day by which the effect should show; nil where nobody says.
        package let effectBy: CivilDate?

        /// Makes a draft.
        package init(
            subject: DecisionSubject, quarter: Period, verdict: Verdict, post: String,
            reason: String, act: Act? = nil, effectBy: CivilDate? = nil
        ) {
            self.subject = subject
            self.quarter = quarter
            self.verdict = verdict
            self.post = post
            self.reason = reason
            self.act = act
            self.effectBy = effectBy
        }
    }

    /// Its number in the ledger, by which the act is known too.
    package let number: Int64
    /// What was decided.
    package let draft: Draft
    /// The login name of whoever recorded it.
    package let author: String
    /// When it was recorded.
    package let at: Timestamp
    /// That the act was done; nil while it is open, and where there is none.
    package let completion: Statement?
    /// That it was taken back; nil while it stands.
    package let withdrawal: Statement?

    /// Makes a decision.
    package init(
        number: Int64, draft: Draft, author: String, at: Timestamp,
        completion: Statement? = nil, withdrawal: Statement? = nil
    ) {
        self.number = number
        self.draft = draft
        self.author = author
        self.at = at
        self.completion = completion
        self.withdrawal = withdrawal
    }

    /// The act that is still to be done; nil where there is none, it was done, or the decision was withdrawn.
    package var openAct: Act? { completion == nil && withdrawal == nil ? draft.act : nil }

    /// Whether the act is still open after its last day.
    package func isOverdue(on day: CivilDate) -> Bool { openAct.map { $0.due < day } ?? false }

    /// From the quarter's last day to the day of the decision: how long the loop took, in days.
    package var loopDays: Int { at.japanDate.dayNumber - draft.quarter.lastDay.dayNumber }
}

extension Sequence<Decision> {
    /// Those that were not taken back.
    package var standing: [Decision] { filter { $0.withdrawal == nil } }

    /// The median of their loop times in days, the mean of both where two lie in the middle; nil where there is no decision.
    ///
    /// One that was taken back does not count.
    package var medianLoopDays: Double? {
        let days = standing.map(\.loopDays).sorted()
        guard let upper = days.dropFirst(days.count / 2).first else { return nil }
        guard days.count % 2 == 0 else { return Double(upper) }
        return Double(days[days.count / 2 - 1] + upper) / 2
    }
}
