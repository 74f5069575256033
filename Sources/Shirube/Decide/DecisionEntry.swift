package import ShirubeCore

/// Records what the city decides, and that what was to be done is done.
package struct DecisionEntry: Sendable {
    private let setup: Setup

    /// Why nothing is recorded.
    package struct Refusal: Error, Equatable {
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
    /// - Throws: `Refusal` where something is missing, past or unknown; what the ledger throws.
    package func record(
        _ request: Request, about target: SubjectLookup, author: String, in store: Store,
        now: Timestamp
    ) throws -> Decision {
        try check(post: request.post)
        let today = now.japanDate
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
        try check(post: post)
        return try store.write { ledger in
            let decisions = try setup.strategies.flatMap {
                try ledger.decisions(strategy: $0.id)
            }
            guard let decision = decisions.first(where: { $0.number == number }),
                decision.draft.act != nil
            else { throw Refusal.noAct(number, open: decisions) }
            if let done = decision.completion { throw Refusal.done(decision, done) }
            try ledger.insert(
                Decision.Completion(post: post, author: author, reason: reason, at: now),
                of: number)
            return decision
        }
    }

    /// Where posts are configured, one of them must speak: the record says post and login name both.
    private func check(post: String) throws(Refusal) {
        let posts = setup.configuration.routes.posts.map(\.id.text)
        if post.isEmpty { throw Refusal.noPost(posts) }
        guard posts.isEmpty || posts.contains(post) else {
            throw Refusal.unknown(post: post, posts)
        }
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
    fileprivate static func noPost(_ posts: [String]) -> Self {
        let list = posts.joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "--by に、決めた職を書いてください" + (list.isEmpty ? "。" : "（\(list)）。"),
                en: "Say with --by which post decides" + (list.isEmpty ? "." : " (\(list)).")))
    }

    fileprivate static func unknown(post: String, _ posts: [String]) -> Self {
        let list = posts.joined(separator: ", ")
        let remedy = NearestWord.remedy(
            post, among: posts,
            otherwise: Wording(
                ja: "posts にある職は \(list) です。", en: "The posts there are: \(list)."))
        return Self(
            message: Wording(
                ja: "--by「\(Inert.line(post))」という職は、設定の posts にありません。\(remedy.japanese)",
                en:
                    "--by `\(Inert.line(post))` is no post of the configuration (`posts`). \(remedy.english)"
            ))
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

    fileprivate static func done(_ decision: Decision, _ done: Decision.Completion) -> Self {
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
