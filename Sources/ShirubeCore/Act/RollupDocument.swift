/// What `shirube status --by` shows: how many indicators stand how, by goal, measure or department.
package struct RollupDocument: Sendable, Equatable {
    /// The moment that is shown.
    package let asOf: Timestamp
    /// What is counted by.
    package let group: Rollup.Group
    /// Each strategy's id and counts.
    package let strategies: [(id: Identifier<Strategy>, rollup: Rollup)]

    /// Counts what a status document lists.
    package init(_ document: StatusDocument, of strategies: [Strategy], by group: Rollup.Group) {
        asOf = document.asOf
        self.group = group
        self.strategies = strategies.map { strategy in
            let own = document.entries.filter { $0.strategy == strategy.id }
            return (
                strategy.id,
                Rollup(own.map(\.standing), of: strategy.with(indicators: own.map(\.indicator)))
            )
        }
    }

    /// Whether both show the same.
    package static func == (left: RollupDocument, right: RollupDocument) -> Bool {
        left.json(.japanese) == right.json(.japanese)
    }

    /// The counts as JSON; every status is named, also with 0.
    package func json(_ language: Language) -> JSON {
        .object([
            ("asOf", .string(asOf.japanDescription)), ("by", .string(group.rawValue)),
            (
                "strategies",
                .array(
                    strategies.map { id, rollup in
                        .object([
                            ("strategy", .string(id.text)),
                            ("whole", Self.json(rollup.whole)),
                            (
                                "entries",
                                .array(
                                    rollup.entries(by: group).map { entry in
                                        .object([
                                            ("id", entry.id.isEmpty ? .null : .string(entry.id)),
                                            ("name", .string(entry.heading[language])),
                                            ("counts", Self.json(entry.counts)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    private static func json(_ counts: StatusCounts) -> JSON {
        .object([
            ("total", .integer(counts.total)),
            (
                "groups",
                .object(StatusGroup.allCases.map { ($0.rawValue, .integer(counts.of($0))) })
            ),
            (
                "statuses",
                .object(Status.fromBestToWorst.map { ($0.rawValue, .integer(counts[$0])) })
            ),
        ])
    }

    /// The counts as CSV with a heading line, UTF-8, CRLF (RFC 4180).
    package func csv(_ language: Language) -> String {
        let headings = ["strategy", "id", "name", "total"] + Status.fromBestToWorst.map(\.rawValue)
        let rows = strategies.flatMap { id, rollup in
            lines(rollup, language).map { entry in
                [id.text, entry.id, entry.name, "\(entry.counts.total)"]
                    + Status.fromBestToWorst.map { "\(entry.counts[$0])" }
            }
        }
        return ([headings] + rows).map(CSVLine.text).joined()
    }

    /// The counts as aligned tables, a table a strategy; statuses that nothing stands at are left out.
    ///
    /// `screen` is the window that they are to fit; nil for all there is.
    package func table(_ language: Language, on screen: Screen? = nil) -> String {
        strategies.map { id, rollup in
            let rows = lines(rollup, language)
            let plain = table(of: rollup, rows, language) { $0.wording[language] }
            guard let screen else { return Self.text(id, plain.lines()) }
            // Where the words are too long the codes stand for them, and then long names end in ….
            let isNarrow = plain.width(screen.cells) > screen.columns
            let chosen = isNarrow ? table(of: rollup, rows, language, heading: \.rawValue) : plain
            let fitted = chosen.fitted(to: screen.columns, screen.cells)
            return Self.text(id, fitted.table.lines(width: nil, screen.cells))
        }.joined(separator: "\n")
    }

    private func table(
        of rollup: Rollup, _ rows: [(id: String, name: String, counts: StatusCounts)],
        _ language: Language, heading: (Status) -> String
    ) -> TextTable {
        let statuses = Status.fromBestToWorst.filter { rollup.whole[$0] > 0 }
        return TextTable(
            columns: [TextTable.Column(SummaryWords.total[language], .right)]
                + statuses.map { TextTable.Column(heading($0), .right) }
                + [TextTable.Column(Self.heading(group)[language], least: 16)],
            rows: rows.map { entry in
                ["\(entry.counts.total)"] + statuses.map { "\(entry.counts[$0])" }
                    + [entry.name]
            })
    }

    private static func text(_ id: Identifier<Strategy>, _ lines: [String]) -> String {
        ([id.text] + lines).map { $0 + "\n" }.joined()
    }

    private func lines(
        _ rollup: Rollup, _ language: Language
    ) -> [(id: String, name: String, counts: StatusCounts)] {
        [("", SummaryWords.whole[language], rollup.whole)]
            + rollup.entries(by: group).map { ($0.id, $0.heading[language], $0.counts) }
    }

    private static func heading(_ group: Rollup.Group) -> Wording {
        switch group {
        case .goal: SummaryWords.goal
        case .measure: Wording(ja: "施策", en: "Measure")
        case .department: SummaryWords.department
        }
    }
}
