extension JudgementAccount {
    /// The account as JSON: the members of `shirube status`, then where its figures are from, its definition, and what
    /// would change it.
    package func json(_ language: Language) -> JSON {
        let entry = StatusDocument.Entry(
            strategy: strategy.id, indicator: version.indicator, standing: standing,
            override: override)
        return .object([
            ("asOf", .string(asOf.japanDescription)), ("rejudged", .bool(isRejudged)),
            ("judgement", entry.json(language)),
            ("rule", .string(RuleText.sentence(standing, version.indicator)[language])),
            ("definition", definitionJSON), ("figures", .array(sources.map(Self.json))),
            ("continues", .array(predecessors.map(Self.json))),
            ("whatIf", whatIf.map(Self.json) ?? .null),
        ])
    }

    private var definitionJSON: JSON {
        .object([
            ("number", .integer(version.number)),
            ("validFrom", .string(version.validFrom.description)),
            ("decidedOn", .optional(version.decidedOn?.description)),
            ("decidedBy", .string(version.decidedBy)), ("reason", .string(version.reason)),
            ("decision", .optional(version.decision)),
            ("kind", .string(version.indicator.kind.rawValue)),
            ("unit", .string(version.indicator.unit)),
            ("baseline", version.indicator.baseline.map(Self.json) ?? .null),
            ("target", Self.json(version.indicator.target)),
        ])
    }

    private static func json(_ anchor: Anchor) -> JSON {
        .object([
            ("value", .number(anchor.value)), ("period", .string(anchor.period.description)),
        ])
    }

    private static func json(_ source: Source) -> JSON {
        let value: JSON =
            switch source.value {
            case .number(let number): .number(number)
            case .stage(let name): .string(name)
            case .absent(let absence): .string(absence.rawValue)
            case nil: .null
            }
        return .object([
            ("period", .string(source.period.description)),
            ("basis", .string(source.basis.rawValue)), ("part", .optional(source.part)),
            ("value", value), ("certainty", .string(source.certainty.rawValue)),
            ("file", .string(source.file)), ("line", .integer(source.line)),
            ("takenAt", .string(source.takenAt.japanDescription)),
            ("strategy", .string(source.place.strategy.text)),
            ("indicator", .string(source.place.indicator.text)),
        ])
    }

    private static func json(_ before: Predecessor) -> JSON {
        .object([
            ("strategy", .string(before.place.strategy.text)),
            ("indicator", .string(before.place.indicator.text)),
            ("name", .string(before.name)), ("unit", .string(before.unit)),
        ])
    }

    private static func json(_ whatIf: WhatIf) -> JSON {
        .object([
            ("period", .string(whatIf.period.description)), ("good", .optional(whatIf.good)),
            ("status", .optional(whatIf.status?.rawValue)), ("safe", .optional(whatIf.safe)),
        ])
    }
}
