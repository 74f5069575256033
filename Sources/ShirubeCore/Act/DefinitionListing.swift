/// What `shirube strategy history` shows: the versions of indicators' definitions.
package struct DefinitionListing: Sendable, Equatable {
    /// The strategy.
    package let strategy: Strategy
    /// The histories, in the order of the strategy.
    package let histories: [DefinitionHistory]
    /// How many further indicators have their first version alone and are not listed.
    package let unrevised: Int

    /// Makes a listing.
    package init(strategy: Strategy, histories: [DefinitionHistory], unrevised: Int) {
        self.strategy = strategy
        self.histories = histories
        self.unrevised = unrevised
    }

    /// The versions as an aligned table for a terminal, oldest first; what has changed stands below each.
    package func table(_ language: Language) -> String {
        let headings =
            language == .japanese
            ? ["ID", "版", "有効", "決定日", "決定者", "決裁番号", "変更", "理由"]
            : ["ID", "Version", "From", "Decided", "By", "Number", "Change", "Reason"]
        let columns = headings.enumerated().map { index, title in
            TextTable.Column(title, index == 1 ? .right : .left)
        }
        let rows = histories.flatMap { cells($0, language) }
        let lines = rows.isEmpty ? [] : TextTable(columns: columns, rows: rows).lines()
        return (lines + tail(language)).joined(separator: "\n") + "\n"
    }

    private func tail(_ language: Language) -> [String] {
        guard unrevised > 0 else { return [] }
        return [
            Wording(
                ja: "改定のない指標: \(unrevised)件（第1版のまま）。",
                en: "Indicators without a revision: \(unrevised) (their first version holds).")[
                    language]
        ]
    }

    private func cells(_ history: DefinitionHistory, _ language: Language) -> [[String]] {
        history.versions.enumerated().flatMap { position, version -> [[String]] in
            let before = position == 0 ? nil : history.versions[position - 1]
            let head = [
                version.indicator.id.text, String(version.number), version.validFrom.description,
                version.decidedOn?.description ?? "-",
                version.decidedBy.isEmpty ? "-" : Inert.line(version.decidedBy),
                version.decision.map(Inert.line) ?? "-",
            ]
            let reason = version.reason.isEmpty ? "-" : Inert.line(version.reason)
            let changes = Self.changes(from: before, to: version).map { $0[language] }
            let first = head + [changes.first ?? "-", reason]
            let more = changes.dropFirst().map {
                Array(repeating: "", count: head.count) + [$0, ""]
            }
            return [first] + more
        }
    }

    /// What a version changes against the one before it; nil for the first.
    private static func changes(
        from before: DefinitionVersion?, to version: DefinitionVersion
    ) -> [Wording] {
        guard let before else { return [Wording(ja: "最初の記録", en: "first recorded")] }
        if version.isRetired { return [Wording(ja: "終了", en: "ended")] }
        let resumed = before.isRetired ? [Wording(ja: "再開", en: "resumed")] : []
        return resumed
            + before.differences(to: version.indicator, term: version.term).map {
                Wording(ja: $0.line, en: $0.line)
            }
    }

    /// The versions as JSON, each with its whole definition.
    package var json: JSON { .array(rows) }

    /// The versions as the members of that list.
    package var rows: [JSON] {
        histories.flatMap(\.versions).map { version in
            .object([
                ("strategy", .string(strategy.id.text)),
                ("indicator", .string(version.indicator.id.text)),
                ("version", .integer(version.number)),
                ("validFrom", .string(version.validFrom.description)),
                ("decidedOn", .optional(version.decidedOn?.description)),
                ("decidedBy", .optional(version.decidedBy.isEmpty ? nil : version.decidedBy)),
                ("decision", .optional(version.decision)),
                ("reason", .optional(version.reason.isEmpty ? nil : version.reason)),
                ("ended", .bool(version.isRetired)),
                ("knownAt", .string(version.knownAt.japanDescription)),
                ("definition", version.content),
            ])
        }
    }
}
