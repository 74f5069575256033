extension SummaryView {
    /// What the reader is asked for; empty where nothing is.
    static func requests(
        _ summary: QuarterlySummary, _ rows: [IndicatorRow], _ orient: Orient, _ observe: Observe,
        _ language: Language
    ) -> [Request] {
        let action = orient.lists.first { $0.kind == .action }?.rows ?? []
        let decided = summary.decidedIndicators
        let open = action.filter { !decided.contains(Identifier($0.id)) }
        return [
            policy(open, decided: action.count - open.count, language),
            definitions(rows.filter { $0.status == .definitionQuery }, language),
            answers(observe.missing, language),
            notes(rows.filter { $0.status != .definitionQuery }, language),
        ].compactMap(\.self)
    }

    private static func policy(
        _ rows: [IndicatorRow], decided: Int, _ language: Language
    ) -> Request? {
        guard !rows.isEmpty else { return nil }
        let others =
            decided == 0
            ? Wording(ja: "", en: "")
            : Wording(
                ja: "ほか\(decided)指標は、この四半期について決定済みです。",
                en: " Decided on for this quarter already: \(decided).")
        let sentence = Wording(
            ja: "次の\(rows.count)指標について、取組を継続・改善・見直しのいずれとするか、判断をお願いします。"
                + others.japanese,
            en: "Please decide whether the work is to be continued, improved or reconsidered, "
                + "for each of: \(rows.count)." + others.english)
        return Request(
            sentence: sentence[language],
            items: rows.map { row in
                Wording(
                    ja: "\(row.name)（\(row.departments)） \(row.statusText)",
                    en: "\(row.name) (\(row.departments)) \(row.statusText)")[language]
            })
    }

    private static func definitions(_ rows: [IndicatorRow], _ language: Language) -> Request? {
        guard !rows.isEmpty else { return nil }
        let sentence = Wording(
            ja: "次の\(rows.count)指標は、定義の確認が済むまで判定できません。所管課の回答をお願いします。",
            en: "Not judged until their departments have answered the questions on their "
                + "definition: \(rows.count).")
        return Request(
            sentence: sentence[language],
            items: rows.map { row in
                let questions = row.questions.joined(separator: " ")
                let who = Wording(
                    ja: "\(row.name)（\(row.departments)）", en: "\(row.name) (\(row.departments))")
                return who[language]
                    + (questions.isEmpty
                        ? "" : Wording(ja: "：", en: ": ")[language] + questions)
            })
    }

    private static func answers(_ missing: [Missing], _ language: Language) -> Request? {
        guard !missing.isEmpty else { return nil }
        let sentence = Wording(
            ja: "次の\(missing.count)課に、未報告の指標の報告を求めてください。",
            en: "Departments to be asked for the figures they still owe: \(missing.count).")
        return Request(
            sentence: sentence[language],
            items: missing.map { item in
                Wording(
                    ja: "\(item.department)：\(item.owed)件中\(item.given)件を報告済み"
                        + (item.rejected > 0 ? "（不受理のファイル\(item.rejected)件）" : ""),
                    en: "\(item.department): \(item.given) of \(item.owed) given"
                        + (item.rejected > 0 ? " (files rejected: \(item.rejected))" : ""))[
                        language]
            })
    }

    private static func notes(_ rows: [IndicatorRow], _ language: Language) -> Request? {
        let count = rows.reduce(0) { $0 + $1.questions.count }
        guard count > 0 else { return nil }
        let sentence = Wording(
            ja: "このほか、判定を妨げない確認事項が\(count)件あります（付表に記載）。",
            en: "Open questions that do not block a judgement (see the annex): \(count).")
        return Request(sentence: sentence[language], items: [])
    }
}
