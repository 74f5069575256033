/// The summary as one JSON document for other programs: the same figures.
package enum SummaryJSON {
    /// The document.
    ///
    /// Periods are codes such as `FY2022Q2`, moments RFC 3339 in Japan's time, rates percent, the probability 0 to 1; what
    /// is undefined is `null`; `status` is a code of docs/METHODS.md, and `counts` name every
    /// status, also with 0. `decided` is there where there are decisions or open acts. What is `given` was answered, `absent` of it with a sign in place of a figure.
    package static func document(_ view: SummaryView) -> JSON {
        .object(members(view) + (view.decided.map { [("decided", $0.json)] } ?? []))
    }

    private static func members(_ view: SummaryView) -> [(String, JSON)] {
        [
            ("title", .string(view.title)), ("mark", .optional(view.mark)),
            ("language", .string(view.language.rawValue)),
            (
                "strategy",
                .object([
                    ("id", .string(view.strategyID)), ("name", .string(view.strategyName)),
                ])
            ),
            ("quarter", .string(view.quarter.description)),
            ("cutoff", .string(view.cutoff.japanDescription)),
            ("rejudged", .bool(view.isRejudged)), ("rule", .optional(view.rule)),
            ("edition", .integer(view.edition)),
            ("corrections", strings(view.corrections)),
            ("closing", view.closing.map(closing) ?? .null),
            ("lead", strings(view.lead)), ("observe", observe(view.observe)),
            ("orient", orient(view.orient)),
            (
                "decide",
                .array(
                    view.decide.map {
                        .object([
                            ("sentence", .string($0.sentence)), ("items", strings($0.items)),
                        ])
                    })
            ),
            (
                "act",
                .array(
                    view.act.map {
                        .object([
                            ("at", .string($0.at.japanDescription)), ("text", .string($0.text)),
                        ])
                    })
            ),
            (
                "indicators",
                .array(view.annex.flatMap(\.parts).flatMap(\.rows).map { indicator($0) })
            ),
        ]
    }

    private static func closing(_ closing: SummaryView.ClosingPart) -> JSON {
        .object([
            ("kind", .string(closing.kind.rawValue)),
            (
                "outcomes",
                .object(
                    closing.groups.map { ($0.outcome.rawValue, strings($0.rows.map(\.id))) })
            ),
        ])
    }

    private static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

    private static func observe(_ observe: SummaryView.Observe) -> JSON {
        .object([
            ("sentences", strings(observe.sentences)),
            ("departmentsAsked", .integer(observe.asked)),
            ("departmentsComplete", .integer(observe.complete)),
            ("figuresOwed", .integer(observe.owed)), ("figuresGiven", .integer(observe.given)),
            ("figuresAbsent", .integer(observe.absent)),
            ("figuresNotDue", .integer(observe.notDue)),
            ("filesRejected", .integer(observe.rejected)),
            (
                "missing",
                .array(
                    observe.missing.map {
                        .object([
                            ("id", .string($0.id)), ("department", .string($0.department)),
                            ("owed", .integer($0.owed)), ("given", .integer($0.given)),
                            ("absent", .integer($0.absent)),
                            ("rejected", .integer($0.rejected)),
                        ])
                    })
            ),
        ])
    }

    private static func orient(_ orient: SummaryView.Orient) -> JSON {
        .object([
            ("counts", counts(orient.total)), ("goals", .array(orient.goals.map(counts))),
            ("changes", strings(orient.changes)),
            (
                "lists",
                .array(
                    orient.lists.map {
                        .object([
                            ("kind", .string($0.kind.rawValue)), ("heading", .string($0.heading)),
                            ("indicators", strings($0.rows.map(\.id))),
                        ])
                    })
            ),
        ])
    }

    private static func counts(_ count: SummaryView.Count) -> JSON {
        .object([
            ("label", .string(count.label)), ("total", .integer(count.total)),
            (
                "groups",
                .object(StatusGroup.allCases.map { ($0.rawValue, .integer(count.of($0))) })
            ),
            (
                "statuses",
                .object(
                    Status.fromBestToWorst.map {
                        ($0.rawValue, .integer(count.counts[$0]))
                    })
            ),
        ])
    }

    /// One indicator.
    static func indicator(_ row: IndicatorRow) -> JSON {
        .object(
            [
                ("id", .string(row.id)), ("name", .string(row.name)),
                ("departments", strings(row.departmentNames)), ("path", strings(row.path)),
                ("unit", .string(row.unit)), ("period", .optional(row.period?.description)),
                ("value", .optional(row.value)), ("expected", .optional(row.expected)),
                ("achievementRate", .optional(row.achievementRate)),
                ("progressRate", .optional(row.progressRate)),
                ("status", .string(row.status.rawValue)),
                ("earlierStatus", .optional(row.earlierStatus?.rawValue)),
                ("override", row.override?.json ?? .null),
                (
                    "reasons",
                    .array(
                        row.reasons.map {
                            .object([
                                ("code", .string($0.code)),
                                ("text", .string(Inert.line($0.text[row.language]))),
                            ])
                        })
                ),
                ("questions", strings(row.questions)),
            ] + row.members)
    }
}
