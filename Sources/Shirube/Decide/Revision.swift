package import ShirubeCore

/// What a strategy file says otherwise than the recorded versions, ready to be recorded as a decision.
package struct Revision: Sendable, Equatable {
    /// The decision behind it.
    package struct Decision: Sendable, Equatable {
        /// Who decided.
        package let by: String
        /// On which day.
        package let on: CivilDate
        /// From which day on it holds.
        package let validFrom: CivilDate
        /// Why.
        package let reason: String
        /// The number under which it is filed (決裁番号); nil for none.
        package let number: String?

        /// Makes a decision.
        package init(
            by: String, on: CivilDate, validFrom: CivilDate, reason: String, number: String?
        ) {
            self.by = by
            self.on = on
            self.validFrom = validFrom
            self.reason = reason
            self.number = number
        }
    }

    /// Why nothing can be recorded.
    package struct Refusal: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// The strategy as its file has it.
    package let strategy: Strategy
    /// What changes, at least one.
    package let changes: [DefinitionChange]
    /// The version that each change makes, in the same order.
    package let versions: [DefinitionVersion]
    /// How many further changes of the file are left for another decision.
    package let left: Int

    /// Compares a strategy file with the recorded versions.
    ///
    /// - Parameters:
    ///   - strategy: the strategy as its file has it.
    ///   - decision: the decision.
    ///   - ids: records only the changes of these indicators; empty for all.
    ///   - ledger: the ledger.
    ///   - now: the present.
    /// - Throws: `Refusal` where nothing is to be recorded, or where it does not fit what is; what reading the ledger throws.
    package init(
        of strategy: Strategy, by decision: Decision, only ids: [String], in ledger: Ledger,
        now: Timestamp
    ) throws {
        let recorded = try ledger.definitions(of: strategy.id)
        guard !recorded.isEmpty else { throw Refusal.unknown(strategy) }
        guard decision.on <= now.japanDate else { throw Refusal.undecided(decision.on) }
        let all = DefinitionChange.changes(in: strategy, against: recorded)
        for id in ids where !all.contains(where: { $0.indicator.id.text == id }) {
            let isKnown = strategy.indicators.contains { $0.id.text == id }
            throw isKnown || recorded[Identifier(id)] != nil
                ? Refusal.unchanged(id) : Refusal.noSuchIndicator(id)
        }
        changes = all.filter { ids.isEmpty || ids.contains($0.indicator.id.text) }
        guard !changes.isEmpty else { throw Refusal.nothing }
        left = all.count - changes.count
        versions = try changes.map { change in
            let newest = recorded[change.indicator.id]?.newest
            if let newest, decision.validFrom < newest.validFrom {
                throw Refusal.tooEarly(decision.validFrom, newest)
            }
            return DefinitionVersion(
                number: (newest?.number ?? 0) + 1, validFrom: decision.validFrom,
                decidedOn: decision.on, decidedBy: decision.by, decision: decision.number,
                reason: decision.reason, knownAt: now, indicator: change.indicator,
                term: change.kind == .removed ? newest?.term ?? strategy.term : strategy.term,
                isRetired: change.kind == .removed)
        }
        self.strategy = strategy
    }

    /// Records the versions, all or none.
    ///
    /// - Parameters:
    ///   - store: the ledger.
    ///   - fresh: makes the revision anew in the transaction, so that nothing is recorded which nobody has seen.
    /// - Throws: `Refusal` where the ledger has changed meanwhile; what writing the ledger throws.
    package func commit(
        in store: Store, fresh: (Ledger) throws -> Revision
    ) throws {
        try store.write { ledger in
            guard try fresh(ledger) == self else { throw Refusal.overtaken }
            for version in versions { try ledger.insert(version, strategy: strategy.id) }
        }
    }
}

extension Revision.Refusal {
    fileprivate static func unknown(_ strategy: Strategy) -> Self {
        Self(
            message: Wording(
                ja: "戦略「\(strategy.id)」の定義はまだ記録されていないので、改定できません。"
                    + "設定に加えて一度「shirube once」か常駐で使うと、第1版が記録されます。",
                en:
                    "Nothing is recorded of the strategy `\(strategy.id)` yet, so it cannot be revised. Name it in "
                    + "the configuration and run `shirube once` or the daemon, which records version 1."
            ))
    }

    fileprivate static func undecided(_ day: CivilDate) -> Self {
        Self(
            message: Wording(
                ja: "決定日 \(day) はまだ来ていません。--decided-on には決裁の済んだ日を書いてください。",
                en:
                    "The day of the decision, \(day), has not come yet. Give the day of the decision"
                    + " with --decided-on."))
    }

    fileprivate static func unchanged(_ id: String) -> Self {
        Self(
            message: Wording(
                ja: "指標「\(id)」の定義は、ファイルでも記録でも同じです。--kpi から外すか、先にファイルを直してください。",
                en:
                    "The definition of `\(id)` is the same in the file as recorded. Leave it out of --kpi, or edit"
                    + " the file first."))
    }

    fileprivate static func noSuchIndicator(_ id: String) -> Self {
        Self(
            message: Wording(
                ja: "指標「\(Inert.line(id))」はファイルにも記録にもありません。「shirube strategy show」でIDを確かめてください。",
                en:
                    "The indicator `\(Inert.line(id))` is neither in the file nor recorded. Look ids up with"
                    + " `shirube strategy show`."))
    }

    fileprivate static let nothing = Self(
        message: Wording(
            ja: "ファイルの定義は記録されている最新の版と同じなので、改定するものがありません。先にファイルを直してください。",
            en:
                "The file says what is recorded, so there is nothing to revise. Edit the file first."
        ))

    fileprivate static func tooEarly(_ day: CivilDate, _ newest: DefinitionVersion) -> Self {
        let id = newest.indicator.id
        return Self(
            message: Wording(
                ja: "指標「\(id)」の第\(newest.number)版は \(newest.validFrom) から有効なので、"
                    + "それより前の \(day) からの改定はできません。--valid-from を \(newest.validFrom) 以後にしてください。",
                en:
                    "Version \(newest.number) of `\(id)` holds from \(newest.validFrom), so a revision cannot hold"
                    + " from \(day) already. Give --valid-from \(newest.validFrom) or a later day.")
        )
    }

    fileprivate static let overtaken = Self(
        message: Wording(
            ja: "確認している間に別の改定が記録されたので、何も記録しませんでした。もう一度実行してください。",
            en: "Another revision was recorded meanwhile, so nothing was. Run the command again."))
}
