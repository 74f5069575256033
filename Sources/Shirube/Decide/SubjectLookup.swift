package import ShirubeCore

/// Finds what people name on the command line: an indicator, a program or a measure.
package struct SubjectLookup: Sendable {
    /// What was found.
    package let subject: DecisionSubject
    /// The strategy that has it.
    package let strategy: Strategy

    /// Why nothing was found.
    package struct Refusal: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Finds a thing by its id.
    ///
    /// - Parameters:
    ///   - id: the id as typed. Of things of several kinds an indicator comes first, then a program.
    ///   - wanted: the id of the strategy; nil where there is one only, or one only has it.
    ///   - setup: the configuration with what the ledger has recorded.
    /// - Throws: `Refusal` where there is not exactly one.
    package init(_ id: String, strategy wanted: String?, in setup: Setup) throws(Refusal) {
        let strategies = setup.strategies.filter { wanted == nil || $0.id.text == wanted }
        if let wanted, strategies.isEmpty {
            throw Refusal(
                message: .noStrategy(wanted, known: setup.strategies.map(\.id.text)))
        }
        let found = strategies.compactMap { strategy in
            Self.subject(id, in: strategy).map { (strategy, $0) }
        }
        guard let first = found.first else {
            throw Refusal.nothing(id, known: strategies.flatMap(Self.ids))
        }
        guard found.count == 1 else { throw Refusal.ambiguous(id, found.map(\.0.id.text)) }
        (strategy, subject) = first
    }

    private static func subject(_ id: String, in strategy: Strategy) -> DecisionSubject? {
        if strategy.indicator(Identifier(id)) != nil { return .indicator(Identifier(id)) }
        if strategy.program(Identifier(id)) != nil { return .program(Identifier(id)) }
        return strategy.measure(Identifier(id)).map { .measure($0.id) }
    }

    private static func ids(of strategy: Strategy) -> [String] {
        strategy.indicators.map(\.id.text) + strategy.programs.map(\.id.text)
            + strategy.measures.map(\.id.text)
    }
}

extension SubjectLookup.Refusal {
    fileprivate static func nothing(_ id: String, known: [String]) -> Self {
        let remedy = NearestWord.remedy(
            id, among: known,
            otherwise: Wording(
                ja: "「shirube strategy show」でIDを確かめてください。",
                en: "Look ids up with `shirube strategy show`."))
        return Self(
            message: Wording(
                ja: "「\(Inert.line(id))」という指標・事業・施策はありません。\(remedy.japanese)",
                en:
                    "There is no indicator, program or measure `\(Inert.line(id))`. \(remedy.english)"
            ))
    }

    fileprivate static func ambiguous(_ id: String, _ strategies: [String]) -> Self {
        let list = strategies.joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "「\(id)」は複数の戦略にあります。--strategy で選んでください（\(list)）。",
                en: "Several strategies have `\(id)`. Choose with --strategy (\(list))."))
    }
}
