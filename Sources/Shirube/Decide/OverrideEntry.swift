package import ShirubeCore

/// Records what an owner says of an indicator beside its judgement.
package struct OverrideEntry: Sendable {
    /// The strategy of the indicator.
    package let strategy: Strategy
    /// The indicator.
    package let indicator: Indicator
    private let definitions: Definitions
    private let letters: LetterTable
    private let strategies: [Strategy]

    /// Why nothing is recorded.
    package struct Refusal: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Finds an indicator.
    ///
    /// - Parameters:
    ///   - id: its id as typed.
    ///   - wanted: the id of the strategy; nil where there is one only, or one only has it.
    ///   - setup: the configuration with what the ledger has recorded.
    /// - Throws: `Refusal` where there is not exactly one.
    package init(
        indicator id: String, strategy wanted: String?, in setup: Setup
    ) throws(Refusal) {
        let strategies = setup.strategies.filter { wanted == nil || $0.id.text == wanted }
        if let wanted, strategies.isEmpty {
            throw Refusal(
                message: .noStrategy(wanted, known: setup.strategies.map(\.id.text)))
        }
        let found = strategies.compactMap { strategy in
            strategy.indicators.first { $0.id.text == id }.map { (strategy, $0) }
        }
        guard let first = found.first else {
            throw Refusal.noIndicator(
                id, known: strategies.flatMap { $0.indicators.map(\.id.text) })
        }
        guard found.count == 1 else { throw Refusal.ambiguous(id, found.map(\.0.id.text)) }
        (strategy, indicator) = first
        definitions = setup.definitions(of: strategy)
        letters = setup.letters
        self.strategies = setup.strategies
    }

    /// Records the owner's status.
    ///
    /// - Parameters:
    ///   - status: the owner's status.
    ///   - reason: why.
    ///   - author: who says so.
    ///   - until: the last day on which it holds; nil for none.
    ///   - period: the last period beside whose judgement it holds; nil for the one that is judged now, unless `until` is
    ///     given.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: what was recorded, and the judgement beside which it stands.
    /// - Throws: `Refusal` where it would not hold at all; what the ledger throws.
    package func record(
        _ status: Status, reason: String, by author: String, until: CivilDate?, period: Period?,
        in store: Store, now: Timestamp
    ) throws -> (override: Override, beside: Standing) {
        if status == .discontinued { throw Refusal.ended }
        return try store.write { ledger in
            let standing = try judged(in: ledger, now: now)
            let override = Override(
                status: status, reason: reason, author: author, at: now, until: until,
                period: period ?? (until == nil ? standing.period : nil))
            guard override.holds(beside: standing, on: now.japanDate) else {
                throw Refusal.over(until: until, standing)
            }
            try ledger.insert(override, of: indicator.id, strategy: strategy.id)
            return (override, standing)
        }
    }

    /// Withdraws the owner's status.
    ///
    /// - Returns: what was withdrawn.
    /// - Throws: `Refusal` where there is nothing to withdraw; what the ledger throws.
    package func withdraw(
        reason: String, by author: String, in store: Store, now: Timestamp
    ) throws -> Override {
        try store.write { ledger in
            let standing = try judged(in: ledger, now: now)
            let open = try ledger.overridesInForce(
                beside: [standing], strategy: strategy.id, at: now)
            guard let override = open[indicator.id] else { throw Refusal.nothing(indicator) }
            try ledger.withdrawOverride(
                of: indicator.id, strategy: strategy.id, reason: reason, by: author, now: now)
            return override
        }
    }

    private func judged(in ledger: Ledger, now: Timestamp) throws -> Standing {
        let current = try ledger.currentReadings(strategy: strategy.id, indicator: indicator.id)
        return Judge.standing(
            of: indicator, in: definitions, current: current,
            at: Judge.Occasion(
                now: now, letters: letters,
                own: try ledger.ownErrors(of: strategies, knownAt: now)))
    }
}

extension OverrideEntry.Refusal {
    fileprivate static func noIndicator(_ id: String, known: [String]) -> Self {
        let remedy = NearestWord.remedy(
            id, among: known,
            otherwise: Wording(
                ja: "「shirube strategy show」でIDを確かめてください。",
                en: "Look ids up with `shirube strategy show`."))
        return Self(
            message: Wording(
                ja: "指標「\(Inert.line(id))」はありません。\(remedy.japanese)",
                en: "There is no indicator `\(Inert.line(id))`. \(remedy.english)"))
    }

    fileprivate static func ambiguous(_ id: String, _ strategies: [String]) -> Self {
        let list = strategies.joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "指標「\(id)」は複数の戦略にあります。--strategy で選んでください（\(list)）。",
                en:
                    "Several strategies have the indicator `\(id)`. Choose with --strategy (\(list))."
            ))
    }

    fileprivate static let ended = Self(
        message: Wording(
            ja: "終了（END）は担当の判断では付けられません。ファイルから行を消し、「shirube strategy revise」で終了を記録してください。",
            en:
                "END cannot be an owner's view. Remove the row from the strategy file and record the"
                + " decision with `shirube strategy revise`."))

    fileprivate static func over(until: CivilDate?, _ standing: Standing) -> Self {
        if let until {
            return Self(
                message: Wording(
                    ja: "--until \(until) はもう過ぎているので、記録しても何も変わりません。今日以後の日を書いてください。",
                    en:
                        "--until \(until) is over, so nothing would change. Give today or a later day."
                ))
        }
        let judged = standing.period?.wording ?? Wording(ja: "－", en: "－")
        return Self(
            message: Wording(
                ja: "判定はもう\(judged.japanese)まで進んでいるので、それより前の期間への判断は記録できません。--period を改めてください。",
                en:
                    "Judged is \(judged.english) already, so a view on an earlier period would change nothing."
                    + " Give that or a later --period."))
    }

    fileprivate static func nothing(_ indicator: Indicator) -> Self {
        Self(
            message: Wording(
                ja: "指標「\(indicator.id)」には有効な担当の判断がないので、取り消すものがありません。",
                en:
                    "No owner's view of `\(indicator.id)` is in force, so there is nothing to withdraw."
            ))
    }
}
