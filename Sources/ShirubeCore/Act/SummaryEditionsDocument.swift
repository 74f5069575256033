/// What `shirube summary list` shows: the editions of the summaries, and where each stands at the release gate.
package struct SummaryEditionsDocument: Sendable, Equatable {
    /// The editions of one strategy, oldest first.
    package let editions: [SummaryEditionState]
    /// The strategy.
    package let strategy: Identifier<Strategy>

    /// Lists the editions of a strategy.
    package init(strategy: Identifier<Strategy>, editions: [SummaryEditionState]) {
        self.strategy = strategy
        self.editions = editions
    }

    /// The list as a table, lines ended by `\n`; a sentence where there is nothing.
    package func table(_ language: Language) -> String {
        guard !editions.isEmpty else {
            return Wording(
                ja: "まとめはまだ作られていません。\n", en: "No summary has been built yet.\n")[language]
        }
        let headings = [
            Wording(ja: "四半期", en: "Quarter"), Wording(ja: "版", en: "Edition"),
            Wording(ja: "下見", en: "Drafts"), Wording(ja: "データ締切", en: "Data up to"),
            Wording(ja: "状態", en: "State"),
        ].map { $0[language] }
        let columns = headings.enumerated().map { index, heading in
            TextTable.Column(heading, (1...2).contains(index) ? .right : .left)
        }
        let rows = editions.map { edition in
            [
                QuarterText.short(edition.quarter), "\(edition.number)", "\(edition.draftCount)",
                edition.draftedAt.longWording[language], Self.state(edition)[language],
            ]
        }
        return TextTable(columns: columns, rows: rows).lines(width: 200)
            .map { $0 + "\n" }.joined()
    }

    /// The list as JSON.
    package var json: JSON {
        .object([
            ("strategy", .string(strategy.text)),
            (
                "editions",
                .array(
                    editions.map { edition in
                        .object([
                            ("quarter", .string(edition.quarter.description)),
                            ("number", .integer(edition.number)),
                            ("drafts", .integer(edition.draftCount)),
                            ("cutoff", .string(edition.draftedAt.japanDescription)),
                            ("releaseAt", .string(edition.releaseAt.japanDescription)),
                            ("sentAt", .optional(edition.sentAt?.japanDescription)),
                            (
                                "hold",
                                edition.hold.map { hold in
                                    .object([
                                        ("author", .string(hold.author)),
                                        ("reason", .string(hold.reason)),
                                        ("at", .string(hold.at.japanDescription)),
                                    ])
                                } ?? .null
                            ),
                        ])
                    })
            ),
        ])
    }

    /// Where an edition stands, in words.
    package static func state(_ edition: SummaryEditionState) -> Wording {
        if let sentAt = edition.sentAt {
            return Wording(
                ja: "\(sentAt.longWording.japanese)に送付", en: "sent on \(sentAt.longWording.english)"
            )
        }
        if let hold = edition.hold {
            return Wording(
                ja: "保留（\(Inert.line(hold.author))：\(Inert.line(hold.reason))）",
                en: "held (\(Inert.line(hold.author)): \(Inert.line(hold.reason)))")
        }
        return Wording(
            ja: "\(edition.releaseAt.longWording.japanese)に送る予定",
            en: "to be sent on \(edition.releaseAt.longWording.english)")
    }
}
