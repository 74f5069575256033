/// What `shirube status` shows: how every indicator stands, what was dropped, what waits to be sent.
package struct StatusDocument: Sendable, Equatable {
    /// One indicator and how it stands.
    package struct Entry: Sendable, Equatable {
        /// The strategy it belongs to.
        package let strategy: Identifier<Strategy>
        /// The indicator.
        package let indicator: Indicator
        /// How it stands.
        package let standing: Standing
        /// What its owner says beside that; nil for nothing.
        package let override: Override?
        /// The answers in force that say there is no figure, earlier periods first; empty for none.
        package let absences: [Answer]
        /// The indicator of the plan before that it goes on from; nil where it begins with its plan.
        package let predecessor: IndicatorPlace?
        /// Its newest figures in force at the moment that is shown, nil for one that is missing (`Trend`).
        package let trend: [Double?]

        /// Makes an entry.
        package init(
            strategy: Identifier<Strategy>, indicator: Indicator, standing: Standing,
            override: Override? = nil, absences: [Answer] = [],
            predecessor: IndicatorPlace? = nil, trend: [Double?] = []
        ) {
            self.strategy = strategy
            self.indicator = indicator
            self.standing = standing
            self.override = override
            self.absences = absences
            self.predecessor = predecessor
            self.trend = trend
        }
    }

    /// An answer that there is no figure, and where it came from.
    package struct Answer: Sendable, Equatable {
        /// What was answered.
        package let absent: CurrentReadings.Absent
        /// Who said so, in which file and cell.
        package let source: ReadingSource

        /// Makes an answer.
        package init(absent: CurrentReadings.Absent, source: ReadingSource) {
            self.absent = absent
            self.source = source
        }
    }

    /// What one department has dropped.
    package struct Drops: Sendable, Equatable {
        /// The strategy of the folder.
        package let strategy: Identifier<Strategy>
        /// The department of the folder.
        package let department: Identifier<Department>
        /// How many of its files were applied, changed nothing, or were rejected.
        package let accepted, unchanged, rejected: Int
        /// The newest file's name; nil where there was none.
        package let lastFile: String?
        /// When it was taken in; nil where there was none.
        package let lastTakenAt: Timestamp?

        /// Makes a department's line.
        package init(
            strategy: Identifier<Strategy>, department: Identifier<Department>, accepted: Int,
            unchanged: Int, rejected: Int, lastFile: String?, lastTakenAt: Timestamp?
        ) {
            self.strategy = strategy
            self.department = department
            self.accepted = accepted
            self.unchanged = unchanged
            self.rejected = rejected
            self.lastFile = lastFile
            self.lastTakenAt = lastTakenAt
        }
    }

    /// The moment that is shown.
    package let asOf: Timestamp
    /// Whether the past was judged anew by today's rules.
    package let isRejudged: Bool
    /// Every indicator of every strategy, in the order of the files.
    package let entries: [Entry]
    /// What every department has dropped by then.
    package let drops: [Drops]
    /// How many deliveries wait, were taken by their server, and were given up.
    package let outbox: (due: Int, delivered: Int, dead: Int)
    /// How many deliveries somebody has dropped.
    package let dropped: Int
    /// The pauses that hold messages up.
    package let pauses: [OutboxPause]
    /// Makes a document.
    package init(
        asOf: Timestamp, isRejudged: Bool = false, entries: [Entry], drops: [Drops],
        outbox: (due: Int, delivered: Int, dead: Int), dropped: Int = 0, pauses: [OutboxPause] = []
    ) {
        self.asOf = asOf
        self.isRejudged = isRejudged
        self.entries = entries
        self.drops = drops
        self.outbox = outbox
        (self.dropped, self.pauses) = (dropped, pauses)
    }

    package static func == (left: StatusDocument, right: StatusDocument) -> Bool {
        left.asOf == right.asOf && left.isRejudged == right.isRejudged
            && left.entries == right.entries && left.drops == right.drops
            && left.outbox == right.outbox && left.dropped == right.dropped
            && left.pauses == right.pauses
    }

    /// The document as JSON: rates are percent, the probability a number from 0 to 1, values rounded to 6 digits; what is
    /// undefined is null.
    package func json(_ language: Language) -> JSON {
        .object([
            ("asOf", .string(asOf.japanDescription)), ("rejudged", .bool(isRejudged)),
            ("rule", .optional(isRejudged ? Judge.rule : nil)),
            ("indicators", .array(entries.map { $0.json(language) })),
            ("drops", .array(drops.map(\.json))),
            (
                "outbox",
                .object([
                    ("due", .integer(outbox.due)), ("delivered", .integer(outbox.delivered)),
                    ("dead", .integer(outbox.dead)), ("dropped", .integer(dropped)),
                    ("pauses", .array(pauses.map(\.json))),
                ])
            ),
        ])
    }

    /// The indicators as CSV with a heading line, UTF-8, CRLF (RFC 4180).
    package func csv(_ language: Language) -> String {
        let headings = [
            "strategy", "id", "name", "departments", "unit", "period", "value", "expected",
            "achievementRate", "progressRate", "status", "reason", "ownerStatus", "ownerReason",
            "estimate", "forecastMedian",
            "forecastLow80", "forecastHigh80", "probability", "laggingSince", "recovering",
            "signals", "answer", "letter", "definition", "rule", "continues",
        ]
        let rows = entries.map { entry in
            let standing = entry.standing
            return [
                entry.strategy.text, entry.indicator.id.text, entry.indicator.name,
                entry.indicator.departments.map(\.text).joined(separator: " "),
                entry.indicator.unit, standing.period?.description ?? "",
                Self.plain(standing.value), Self.plain(standing.expected),
                Self.plain(standing.achievementRate), Self.plain(standing.progressRate),
                standing.status.rawValue, standing.reasons.first?.text[language] ?? "",
                entry.override?.status.rawValue ?? "", entry.override?.reason ?? "",
            ] + Self.prospect(standing) + [entry.predecessor?.description ?? ""]
        }
        return ([headings] + rows).map(CSVLine.text).joined()
    }

    private static func prospect(_ standing: Standing) -> [String] {
        let prospect = standing.prospect
        return [
            plain(prospect.estimate), plain(prospect.median), plain(prospect.low80),
            plain(prospect.high80), plain(prospect.probability),
            standing.lag?.since.description ?? "",
            standing.lag.map { $0.isRecovering ? "true" : "false" } ?? "",
            standing.signals.map(\.rawValue).joined(separator: " "),
            standing.answer?.rawValue ?? "", standing.letter?.text ?? "",
            standing.definition.map(String.init) ?? "", standing.rule,
        ]
    }

    private static func plain(_ value: Double?) -> String { value.map(NumberText.plain) ?? "" }
}

extension StatusDocument.Entry {
    func json(_ language: Language) -> JSON {
        .object(
            [
                ("id", .string(indicator.id.text)), ("name", .string(indicator.name)),
                ("departments", .array(indicator.departments.map { .string($0.text) })),
                ("period", .optional(standing.period?.description)),
                ("value", .optional(standing.value)), ("expected", .optional(standing.expected)),
                ("achievementRate", .optional(standing.achievementRate)),
                ("progressRate", .optional(standing.progressRate)),
                ("status", .string(standing.status.rawValue)),
                ("override", override?.json ?? .null),
                ("absences", .array(absences.map(\.json))),
                (
                    "reasons",
                    .array(
                        standing.reasons.map {
                            .object([
                                ("code", .string($0.code)), ("text", .string($0.text[language])),
                            ])
                        })
                ),
                ("strategy", .string(strategy.text)),
                (
                    "continues",
                    predecessor.map {
                        .object([
                            ("strategy", .string($0.strategy.text)),
                            ("indicator", .string($0.indicator.text)),
                        ])
                    } ?? .null
                ),
            ] + standing.prospectMembers(of: indicator.kind))
    }
}

extension Standing {
    /// The members of a JSON object that say what the final value may be, and by which rules and words.
    func prospectMembers(of kind: IndicatorKind) -> [(String, JSON)] {
        [
            ("estimate", .optional(prospect.estimate)),
            (
                "forecast",
                prospect.median.map {
                    .object(
                        [
                            ("median", .number($0)), ("low80", .optional(prospect.low80)),
                            ("high80", .optional(prospect.high80)),
                        ] + (prospect.own?.members ?? []))
                } ?? .null
            ),
            ("probability", .optional(prospect.probability)),
            ("pace", .optional(prospect.pace)),
            ("requiredRate", .optional(prospect.requiredRate)),
            ("bestRate", .optional(prospect.bestRate)),
            (
                "season",
                prospect.season.map {
                    .object([
                        ("passed", .number($0)),
                        ("profile", .array(prospect.profile.map(JSON.number))),
                        ("years", .integer(prospect.profileYears)),
                    ])
                } ?? .null
            ),
            (
                "lagging",
                lag.map {
                    .object([
                        ("since", .string($0.since.description)),
                        ("recovering", .bool($0.isRecovering)),
                    ])
                } ?? .null
            ),
            ("evaluations", .integer(prospect.evaluations)),
            ("signals", .array(signals.map { .string($0.rawValue) })),
            ("answer", .optional(answer?.rawValue)),
            ("isFinal", prospect.isFinal.map(JSON.bool) ?? .null),
            ("letter", .optional(letter?.text)), ("letterTable", .optional(letter?.table)),
            ("nationalClass", .optional(status.nationalClass(of: kind)?.rawValue)),
            ("definition", definition.map(JSON.integer) ?? .null), ("rule", .string(rule)),
        ]
    }
}

extension Standing.Prospect.Own {
    /// What a forecast says of its correction, where there is one.
    fileprivate var members: [(String, JSON)] {
        [
            (
                "own",
                .object([
                    ("errors", .integer(count)), ("widening", .number(widening)),
                    (
                        "shipped",
                        .object([
                            ("median", .number(shipped.median)), ("low80", .number(shipped.low80)),
                            ("high80", .number(shipped.high80)),
                            ("probability", .number(shipped.probability)),
                        ])
                    ),
                ])
            )
        ]
    }
}

extension StatusDocument.Answer {
    fileprivate var json: JSON {
        .object([
            ("period", .string(absent.period.description)),
            ("basis", .string(absent.basis.rawValue)), ("part", .optional(absent.part)),
            ("answer", .string(absent.absence.rawValue)),
            ("department", .string(source.department.text)), ("file", .string(source.fileName)),
            ("takenAt", .string(source.takenAt.japanDescription)),
            ("line", .integer(source.origin.line)), ("record", .integer(source.origin.record)),
            ("column", .string(source.origin.column)),
            ("written", .string(source.origin.written)),
        ])
    }
}

extension StatusDocument.Drops {
    fileprivate var json: JSON {
        .object([
            ("strategy", .string(strategy.text)), ("department", .string(department.text)),
            ("accepted", .integer(accepted)), ("unchanged", .integer(unchanged)),
            ("rejected", .integer(rejected)), ("lastFile", .optional(lastFile)),
            ("lastTakenAt", .optional(lastTakenAt?.japanDescription)),
        ])
    }
}
