package import Logging
package import ShirubeCore

/// Holds strategy files to what the ledger has recorded: a definition is altered by a revision, or not at all.
package enum DefinitionRegister {
    /// Most sentences about one strategy file; a renamed file would else bring hundreds.
    static let maximumProblems = 20

    /// What the ledger has recorded of a strategy, beside its file.
    ///
    /// - Throws: where the ledger cannot be read.
    package static func read(_ strategy: Strategy, from ledger: Ledger) throws -> Definitions {
        Definitions(of: strategy, recorded: try ledger.definitions(of: strategy.id))
    }

    /// What was known of a strategy at a moment: its file and the versions as they were then.
    ///
    /// Where no file of then is recorded, today's stands for it.
    ///
    /// - Throws: where the ledger cannot be read.
    package static func read(
        _ strategy: Strategy, knownAt moment: Timestamp, from ledger: Ledger
    ) throws -> Definitions {
        let edition = try ledger.edition(of: strategy.id, knownAt: moment) ?? strategy
        let recorded = try ledger.definitions(of: strategy.id).compactMapValues { history in
            // A ledger from before versions were kept has only what was recorded later.
            DefinitionHistory(history.versions.filter { $0.knownAt <= moment || $0.number == 1 })
        }
        let known = recorded.filter { id, history in
            history.versions[0].knownAt <= moment
                || edition.indicators.contains { $0.id == id }
        }
        return Definitions(of: edition, recorded: known)
    }

    /// Refuses strategy files that alter a definition without a recorded revision, or that take over from the plan before
    /// what cannot be; changes nothing.
    ///
    /// - Throws: `ConfigurationError`, a sentence for each key of each indicator; what reading the ledger throws.
    package static func check(_ setup: Setup, store: Store) throws {
        try store.read { ledger in try refuse(setup, in: ledger) }
    }

    /// Records what is new in the strategy files, and gives the setup with everything that is recorded.
    ///
    /// Of a strategy that the ledger has not seen yet, each definition becomes version 1. What may change freely is
    /// recorded as it is now, so that what was shown once can be shown again.
    ///
    /// - Parameters:
    ///   - setup: the configuration and its strategies as their files have them.
    ///   - store: the ledger.
    ///   - now: the present.
    ///   - logger: is told of a strategy that is recorded for the first time.
    /// - Returns: the setup with the recorded versions and letters.
    /// - Throws: `ConfigurationError` where a file alters a definition without a recorded revision; nothing is recorded
    ///   then.
    package static func takeUp(
        _ setup: Setup, store: Store, now: Timestamp, logger: Logger
    ) throws -> Setup {
        // What was taken up before is not written again: a command beside the daemon leaves it alone.
        try store.write { ledger in
            try refuse(setup, in: ledger)
            var definitions: [Definitions] = []
            for strategy in setup.strategies {
                var recorded = try ledger.definitions(of: strategy.id)
                if recorded.isEmpty {
                    try recordFirst(strategy, in: ledger, now: now)
                    recorded = try ledger.definitions(of: strategy.id)
                    logger.notice(
                        "recorded version 1 of \(recorded.count) definitions",
                        metadata: ["strategy": "\(strategy.id)"])
                }
                try ledger.recordEdition(strategy, now: now)
                let carried = try ledger.recordSuccession(of: strategy, now: now)
                if carried > 0 {
                    logger.notice(
                        "\(carried) indicators go on from those of the plan before",
                        metadata: ["strategy": "\(strategy.id)"])
                }
                definitions.append(Definitions(of: strategy, recorded: recorded))
            }
            let letters = try ledger.record(setup.configuration.letters, now: now)
            return setup.with(definitions, letters: letters)
        }
    }

    /// The indicators of which versions are recorded: in the order of the file, then those that are not in it any more.
    package static func order(
        _ strategy: Strategy, _ recorded: [Identifier<Indicator>: DefinitionHistory]
    ) -> [Identifier<Indicator>] {
        Definitions(of: strategy, recorded: recorded).strategy.indicators.map(\.id)
    }

    private static func recordFirst(
        _ strategy: Strategy, in ledger: Ledger, now: Timestamp
    ) throws {
        for indicator in strategy.indicators {
            try ledger.insert(
                DefinitionVersion(
                    number: 1, validFrom: DefinitionHistory.firstDay(of: strategy.term),
                    knownAt: now, indicator: indicator, term: strategy.term),
                strategy: strategy.id)
        }
    }

    private static func refuse(_ setup: Setup, in ledger: Ledger) throws {
        var problems: [ConfigurationProblem] = []
        for (file, strategy) in zip(setup.configuration.strategies, setup.strategies) {
            let recorded = try ledger.definitions(of: strategy.id)
            if recorded.isEmpty { continue }
            let changes = DefinitionChange.changes(in: strategy, against: recorded)
            problems += DefinitionProblem.problems(changes, file: file)
        }
        problems += try SuccessionCheck(setup: setup, ledger: ledger).problems()
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
    }
}

/// Says of a strategy file which definitions it alters without a recorded revision.
enum DefinitionProblem {
    /// A sentence for each altered key, each added and each removed indicator; a term that all share is told once.
    static func problems(_ changes: [DefinitionChange], file: String) -> [ConfigurationProblem] {
        var messages: [Wording] = []
        for change in changes {
            for message in Self.messages(change) where !messages.contains(message) {
                messages.append(message)
            }
        }
        let shown = messages.prefix(DefinitionRegister.maximumProblems)
        let rest = messages.count - shown.count
        let more =
            rest == 0
            ? []
            : [Wording(ja: "ほかに\(rest)か所の変更があります。", en: "There are \(rest) more changes.")]
        return (shown + more).map { message in
            ConfigurationProblem(file: file, line: nil, message: message, remedy: remedy(file))
        }
    }

    private static func messages(_ change: DefinitionChange) -> [Wording] {
        let id = change.indicator.id
        let name = Inert.line(change.indicator.name)
        switch change.kind {
        case .added:
            return [
                Wording(
                    ja: "指標「\(id) \(name)」が、決定の記録なしに加えられています。",
                    en: "The indicator `\(id)` was added without a recorded decision.")
            ]
        case .removed:
            return [
                Wording(
                    ja: "指標「\(id) \(name)」が、終了の記録なしに消されています。",
                    en: "The indicator `\(id)` was removed without a recorded decision to end it.")
            ]
        case .returned:
            return [
                Wording(
                    ja: "終了した指標「\(id) \(name)」が、決定の記録なしに戻されています。",
                    en: "The indicator `\(id)` has ended and was put back without a recorded"
                        + " decision.")
            ]
        case .altered(let differences):
            return differences.map { difference in
                let (old, new) = (Inert.line(difference.old), Inert.line(difference.new))
                let key = difference.key.rawValue
                if difference.key == .term {
                    return Wording(
                        ja: "計画期間の「\(key)」が、決定の記録なしに「\(old)」から「\(new)」に変わっています。",
                        en: "The plan's `\(key)` was altered from “\(old)” to “\(new)” without a"
                            + " recorded decision.")
                }
                return Wording(
                    ja: "指標「\(id) \(name)」の「\(key)」が、決定の記録なしに「\(old)」から「\(new)」に変わっています。",
                    en: "`\(key)` of the indicator `\(id)` was altered from “\(old)” to “\(new)”"
                        + " without a recorded decision.")
            }
        }
    }

    private static func remedy(_ file: String) -> Wording {
        let command =
            "shirube strategy revise \(file) --decided-by … --decided-on … --valid-from … --reason …"
        return Wording(
            ja: "元に戻すか、「\(command)」で決定を記録してください。",
            en: "Undo it, or record the decision: \(command)")
    }
}
