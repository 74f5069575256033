extension RowCounts {
    /// The counts for people: 8 (データ 4、見出し 1、…); those of nothing are left out.
    func shown(_ language: Language) -> String {
        let parts = Self.parts.compactMap { part -> String? in
            let count = self[keyPath: part.count]
            return count == 0
                ? nil : part.wording[language] + " " + NumberText.grouped(Double(count))
        }
        let all = NumberText.grouped(Double(total))
        let separator = language == .japanese ? "、" : ", "
        return parts.isEmpty ? all : "\(all) (\(parts.joined(separator: separator)))"
    }

    /// The counts as JSON, with their sum.
    var json: JSON {
        .object(
            [("all", .integer(total))]
                + Self.parts.map { ($0.key, .integer(self[keyPath: $0.count])) })
    }

    private struct Part {
        let key: String
        let count: KeyPath<RowCounts, Int>
        let wording: Wording
    }

    private static var parts: [Part] {
        [
            Part(key: "data", count: \.data, wording: Wording(ja: "データ", en: "data")),
            Part(key: "headings", count: \.headings, wording: Wording(ja: "見出し", en: "header")),
            Part(key: "titles", count: \.titles, wording: Wording(ja: "表題など", en: "titles")),
            Part(key: "totals", count: \.totals, wording: Wording(ja: "合計", en: "totals")),
            Part(key: "notes", count: \.notes, wording: Wording(ja: "注記", en: "notes")),
            Part(key: "blank", count: \.blank, wording: Wording(ja: "空行", en: "blank")),
            Part(key: "faulty", count: \.faulty, wording: Wording(ja: "誤り", en: "faulty")),
            Part(
                key: "unread", count: \.unread, wording: Wording(ja: "読めない", en: "not understood")),
        ]
    }
}
