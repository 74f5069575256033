/// What `shirube strategy revise` shows before it records a decision: each key, old and new.
package struct RevisionDocument: Sendable, Equatable {
    /// What changes.
    package let changes: [DefinitionChange]

    /// Makes a document.
    package init(changes: [DefinitionChange]) {
        self.changes = changes
    }

    /// The changes as an aligned table for a terminal.
    package func table(_ language: Language) -> String {
        let headings =
            language == .japanese
            ? ["ID", "指標", "項目", "旧", "新"] : ["ID", "Indicator", "Key", "Old", "New"]
        let rows = changes.flatMap { change in
            let head = [change.indicator.id.text, Inert.line(change.indicator.name)]
            return cells(change.kind, language).map { head + $0 }
        }
        let table = TextTable(columns: headings.map { TextTable.Column($0) }, rows: rows)
        return table.lines().joined(separator: "\n") + "\n"
    }

    private func cells(_ kind: DefinitionChange.Kind, _ language: Language) -> [[String]] {
        switch kind {
        case .added: [["-", "-", Wording(ja: "追加", en: "added")[language]]]
        case .removed: [["-", "-", Wording(ja: "終了", en: "ended")[language]]]
        case .returned:
            [
                [
                    "-", Wording(ja: "終了", en: "ended")[language],
                    Wording(ja: "再開", en: "resumed")[language],
                ]
            ]
        case .altered(let differences):
            differences.map {
                [$0.key.rawValue, Inert.line($0.old), Inert.line($0.new)]
            }
        }
    }
}
