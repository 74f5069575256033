package import ShirubeCore

/// Records what the city decides, and that what was to be done is done.
package struct DecisionEntry: Sendable {
    private let setup: Setup

    /// Why nothing is recorded.
    package struct Refusal: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Works by a configuration.
    package init(setup: Setup) {
        self.setup = setup
    }

    /// What a person has typed beside the subject of a decision.
    package struct Request: Sendable {
        /// What is to become of it.
        package let verdict: Decision.Verdict
        /// Who decides.
        package let post: String
        /// Why.
        package let reason: String
        /// What is done; nil where nothing was typed.
        package let act: String?
        /// By when; nil where nothing was typed.
        package let due: CivilDate?
        /// By when the effect should show; nil where nothing was typed.
        package let effectBy: CivilDate?
        /// The quarter that was looked at; nil for the one that was over last.
        package let quarter: Period?

        /// Makes a request.
        package init(
            verdict: Decision.Verdict, post: String, reason: String, act: String?,
            due: CivilDate?, effectBy: CivilDate?, quarter: Period?
        ) {
            self.verdict = verdict
            self.post = post
            self.reason = reason
            self.act = act
            self.due = due
            self.effectBy = effectBy
            self.quarter = quarter
        }
    }

    /// Records a decision.
    ///
    /// - Parameters:
    ///   - request: what is decided.
    ///   - target: what it is about.
    ///   - author: the login name of whoever records it.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the decision with its number.
    /// - Throws: `Refusal` where something is missing or past, `Speaker.Unknown` where nobody holds the post; what the ledger throws.
    package func record(
        _ request: Request, about target: SubjectLookup, author: String, in store: Store,
        now: Timestamp
    ) throws -> Decision {
        let today = now.japanDate
        try check(post: request.post, on: today)
        let draft = Decision.Draft(
            subject: target.subject,
            quarter: request.quarter ?? .lastClosedQuarter(.fiscal, on: today),
            verdict: request.verdict, post: request.post, reason: request.reason,
            act: request.act.flatMap { text in
                request.due.map { Decision.Act(text: text, due: $0) }
            },
            effectBy: request.effectBy)
        let fault = DecisionRule.fault(
            in: draft, act: request.act, due: request.due, on: today)
        if let fault { throw Refusal(message: fault) }
        let number = try store.write { ledger in
            try ledger.insert(draft, strategy: target.strategy.id, author: author, now: now)
        }
        return Decision(number: number, draft: draft, author: author, at: now)
    }

    /// Records that an act was done.
    ///
    /// - Parameters:
    ///   - number: the number of its decision.
    ///   - post: who says so.
    ///   - reason: what was done.
    ///   - author: the login name of whoever records it.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the decision whose act it is.
    /// - Throws: `Refusal` where there is no such open act, or the post is unknown; what the ledger throws.
    package func complete(
        _ number: Int64, post: String, reason: String, author: String, in store: Store,
        now: Timestamp
    ) throws -> Decision {
        try check(post: post, on: now.japanDate)
        return try store.write { ledger in
            let decisions = try decisions(in: ledger)
            guard let decision = decisions.first(where: { $0.number == number }),
                decision.draft.act != nil
            else { throw Refusal.noAct(number, open: decisions) }
            if let withdrawal = decision.withdrawal {
                throw Refusal.withdrawn(decision, withdrawal)
            }
            if let done = decision.completion { throw Refusal.done(decision, done) }
            try ledger.complete(
                number,
                Decision.Statement(post: post, author: author, reason: reason, at: now))
            return decision
        }
    }

    /// The decisions of all strategies.
    private func decisions(in ledger: Ledger) throws -> [Decision] {
        try setup.strategies.flatMap { try ledger.decisions(strategy: $0.id) }
    }

    /// Takes a decision back; an open act of it ends.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - post: who takes it back.
    ///   - reason: why.
    ///   - author: the login name of whoever records it.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the decision as it stood before.
    /// - Throws: `Refusal` where there is none, or it was taken back before; `Speaker.Unknown`; what the ledger throws.
    package func withdraw(
        _ number: Int64, post: String, reason: String, author: String, in store: Store,
        now: Timestamp
    ) throws -> Decision {
        try check(post: post, on: now.japanDate)
        return try store.write { ledger in
            let decisions = try decisions(in: ledger)
            guard let decision = decisions.first(where: { $0.number == number }) else {
                throw Refusal.noDecision(number)
            }
            if let withdrawal = decision.withdrawal {
                throw Refusal.withdrawn(decision, withdrawal)
            }
            try ledger.withdraw(
                number,
                Decision.Statement(post: post, author: author, reason: reason, at: now))
            return decision
        }
    }

    /// Where posts are configured, one of them must speak: the record says post and login name both.
    private func check(post: String, on day: CivilDate) throws(Speaker.Unknown) {
        _ = try Speaker.checked(post, among: setup.configuration.routes.posts, on: day)
    }

    /// The decisions of all strategies, or of some subject, by what is known now.
    package static func listing(
        _ setup: Setup, about target: SubjectLookup?, in store: Store, now: Timestamp
    ) throws -> DecisionListing {
        try store.read { ledger in
            let rows = try setup.strategies.flatMap { strategy in
                try ledger.decisions(strategy: strategy.id, knownAt: now).map {
                    DecisionListing.Row($0, in: strategy)
                }
            }
            let wanted = rows.filter { row in
                guard let target else { return true }
                return row.strategy == target.strategy.id
                    && row.decision.draft.subject == target.subject
            }
            return DecisionListing(
                rows: wanted.sorted { $0.decision.number < $1.decision.number },
                day: now.japanDate)
        }
    }
}

extension DecisionEntry.Refusal {
    fileprivate static func noDecision(_ number: Int64) -> Self {
        Self(
            message: Wording(
                ja: "番号\(number)の決定はありません。「shirube decisions」で番号を確かめてください。",
                en: "There is no decision \(number). `shirube decisions` shows their numbers."))
    }

    fileprivate static func withdrawn(
        _ decision: Decision, _ withdrawal: Decision.Statement
    ) -> Self {
        let (day, post) = (withdrawal.at.japanDate.longWording, Inert.line(withdrawal.post))
        return Self(
            message: Wording(
                ja: "決定\(decision.number)は、\(day.japanese)に\(post)が取り消しました。することは残っていません。",
                en: "Decision \(decision.number) was withdrawn by \(post) on \(day.english). "
                    + "Nothing is left to do."))
    }

    fileprivate static func noAct(_ number: Int64, open decisions: [Decision]) -> Self {
        let open = decisions.filter { $0.openAct != nil }.map { "\($0.number)" }
        let list = open.joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "番号\(number)の措置はありません。"
                    + (list.isEmpty
                        ? "実施中の措置は一つもありません。" : "実施中の番号は \(list) です（shirube acts list）。"),
                en: "There is no act \(number). "
                    + (list.isEmpty
                        ? "No act is open." : "Open are: \(list) (shirube acts list).")))
    }

    fileprivate static func done(_ decision: Decision, _ done: Decision.Statement) -> Self {
        let day = done.at.japanDate.longWording
        return Self(
            message: Wording(
                ja: "番号\(decision.number)の措置は、\(day.japanese)に\(Inert.line(done.post))が済んだと記録しました。"
                    + "することは残っていません。",
                en:
                    "Act \(decision.number) was recorded as done by \(Inert.line(done.post)) on "
                    + "\(day.english). Nothing is left to do."))
    }
}
