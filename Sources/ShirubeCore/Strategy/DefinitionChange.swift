/// What a strategy file says otherwise of one indicator than the newest recorded version of its definition.
package struct DefinitionChange: Sendable, Equatable {
    /// How the two differ.
    package enum Kind: Sendable, Equatable {
        /// The file has it, and no version is recorded.
        case added
        /// The file has it no more, and no version ends it.
        case removed
        /// The file has it again although a version has ended it.
        case returned
        /// Both have it, with different definitions; at least one difference.
        case altered([DefinitionDifference])
    }

    /// The indicator, as the file has it; as it was recorded where it was removed.
    package let indicator: Indicator
    /// How they differ.
    package let kind: Kind

    /// Makes a change.
    package init(indicator: Indicator, kind: Kind) {
        self.indicator = indicator
        self.kind = kind
    }

    /// What a file says otherwise than the recorded versions: in the order of the file, then what was removed.
    ///
    /// - Parameters:
    ///   - strategy: the strategy as its file has it.
    ///   - recorded: the recorded histories by indicator.
    /// - Returns: one change an indicator; empty where the file says what is recorded.
    package static func changes(
        in strategy: Strategy, against recorded: [Identifier<Indicator>: DefinitionHistory]
    ) -> [DefinitionChange] {
        let listed = Set(strategy.indicators.map(\.id))
        let inFile = strategy.indicators.compactMap { row -> DefinitionChange? in
            guard let newest = recorded[row.id]?.newest else {
                return DefinitionChange(indicator: row, kind: .added)
            }
            if newest.isRetired { return DefinitionChange(indicator: row, kind: .returned) }
            let differences = newest.differences(to: row, term: strategy.term)
            if differences.isEmpty { return nil }
            return DefinitionChange(indicator: row, kind: .altered(differences))
        }
        let removed = recorded.filter { !listed.contains($0.key) && !$0.value.newest.isRetired }
            .sorted { $0.key < $1.key }
        return inFile
            + removed.map {
                DefinitionChange(indicator: $0.value.newest.indicator, kind: .removed)
            }
    }
}
