/// The words of the web pages that are not those of the summary, by the name under which templates ask for them.
package enum SiteWords {
    /// Every label.
    package static let labels: [String: Wording] = [
        "skip": Wording(ja: "本文へ移動", en: "Skip to the content"),
        "navigation": Wording(ja: "サイト内の移動", en: "Site"),
        "whereAmI": Wording(ja: "現在の位置", en: "You are here"),
        "otherLanguage": Wording(ja: "English", en: "日本語"),
        "overview": Wording(ja: "全体のようす", en: "Overview"),
        "indicators": Wording(ja: "指標一覧", en: "Indicators"),
        "sheet": Wording(ja: "一覧図", en: "At a glance"),
        "departments": Wording(ja: "担当課", en: "Departments"),
        "sdgs": Wording(ja: "SDGs", en: "SDGs"),
        "archive": Wording(ja: "これまでの版", en: "Editions"),
        "methods": Wording(ja: "判定の方法", en: "Methods"),
        "data": Wording(ja: "オープンデータ", en: "Open data"),
        "goals": Wording(ja: "基本目標", en: "Goals"),
        "measures": Wording(ja: "施策", en: "Measures"),
        "programs": Wording(ja: "事業", en: "Programs"),
        "needsAction": Wording(ja: "対応が必要な指標", en: "Indicators that need action"),
        "nothingNeedsAction": Wording(ja: "対応が必要な指標はありません。", en: "No indicator needs action."),
        "newlyAchieved": Wording(ja: "この四半期に目標に達した指標", en: "Targets reached in this quarter"),
        "population": Wording(ja: "人口の見通し", en: "Population"),
        "populationYear": Wording(ja: "年", en: "Year"),
        "populationPersons": Wording(ja: "人口（人）", en: "Persons"),
        "populationSource": Wording(ja: "区分・出典", en: "What it is"),
        "outlook": Wording(ja: "戦略が目指す将来展望", en: "What the strategy aims at"),
        "noPopulation": Wording(
            ja: "人口の実績は、まだ登録されていません。", en: "No count of the population has been entered yet."),
        "counts": Wording(ja: "判定ごとの指標数", en: "Indicators by status"),
        "group": Wording(ja: "区分", en: "Group"),
        "number": Wording(ja: "指標数", en: "Indicators"),
        "search": Wording(ja: "名前・担当課・判定で絞り込む", en: "Filter by name, department or status"),
        "found": Wording(ja: "件を表示", en: "shown"),
        "sortBy": Wording(ja: "で並べ替える", en: ": sort"),
        "chart": Wording(ja: "推移と見通し", en: "Course and forecast"),
        "yearBeside": Wording(ja: "四半期ごとの実績", en: "Each quarter's own figures"),
        "chartTable": Wording(ja: "図の数値を表で見る", en: "The figures of the chart as a table"),
        "byQuarter": Wording(ja: "四半期ごとの判定", en: "Quarter by quarter"),
        "quarter": Wording(ja: "四半期", en: "Quarter"),
        "reported": Wording(ja: "報告された実績", en: "Reported figures"),
        "periodOf": Wording(ja: "期間", en: "Period"),
        "certainty": Wording(ja: "速報・確報", en: "Certainty"),
        "final": Wording(ja: "確報", en: "final"),
        "preliminary": Wording(ja: "速報", en: "preliminary"),
        "basis": Wording(ja: "数え方", en: "What it sums up"),
        "definition": Wording(ja: "定義", en: "Definition"),
        "definitionHistory": Wording(ja: "定義の履歴", en: "History of the definition"),
        "version": Wording(ja: "版", en: "Version"),
        "since": Wording(ja: "適用日", en: "In force from"),
        "decidedOn": Wording(ja: "決裁日", en: "Decided on"),
        "change": Wording(ja: "理由", en: "Reason"),
        "id": Wording(ja: "指標ID", en: "ID"),
        "unit": Wording(ja: "単位", en: "Unit"),
        "baseline": Wording(ja: "基準値", en: "Baseline"),
        "cadence": Wording(ja: "報告の間隔", en: "Reported every"),
        "questions": Wording(ja: "確認中の事項", en: "Open questions"),
        "notes": Wording(ja: "備考", en: "Remarks"),
        "decisions": Wording(ja: "決定", en: "Decisions"),
        "verdict": Wording(ja: "決定の内容", en: "Decision"),
        "measuresTaken": Wording(ja: "行うこと", en: "What is done"),
        "by": Wording(ja: "期限", en: "By"),
        "downloads": Wording(ja: "ダウンロード", en: "Downloads"),
        "edition": Wording(ja: "版", en: "Edition"),
        "sentOn": Wording(ja: "送付日", en: "Sent on"),
        "noEditions": Wording(ja: "送付した版はまだありません。", en: "No edition has been sent yet."),
        "correction": Wording(ja: "訂正版", en: "correction"),
        "meaning": Wording(ja: "意味", en: "Meaning"),
        "licence": Wording(ja: "利用条件", en: "Terms of use"),
        "file": Wording(ja: "ファイル", en: "File"),
        "content": Wording(ja: "内容", en: "Content"),
        "size": Wording(ja: "大きさ（バイト）", en: "Size (bytes)"),
        "contact": Wording(ja: "問い合わせ先", en: "Contact"),
        "publisher": Wording(ja: "作成", en: "Published by"),
        "internal": Wording(ja: "庁内版", en: "For the city hall only"),
        "ownersView": Wording(ja: "担当の判断", en: "Owner's view"),
        "answered": Wording(ja: "回答", en: "Answered"),
        "indicatorsOf": Wording(ja: "この区分の指標", en: "Indicators"),
        "none": Wording(ja: "ありません。", en: "None."),
        "why": Wording(ja: "理由", en: "Why"),
        "chance": Wording(ja: "目標に届く見込み", en: "Chance"),
        "terms": Wording(ja: "ことば", en: "Words"),
        "now": Wording(ja: "いまの状況", en: "How it stands"),
    ]

    /// How the pages begin to explain judgements, a paragraph each.
    package static let method = [
        Wording(
            ja:
                "各指標には、基準値から目標までの道筋があります。四半期ごとに、報告された実績を、その時点で道筋の上にあるべき値（期待値）と比べ、これまでの動きと季節の形から、目標の時期の値を見通します。",
            en:
                "Each indicator has a path from its baseline to its target. Every quarter the reported figure is compared with what the path asks for at that moment (the expected value), and the value at the target's time is foretold from how it has moved and how it depends on the season."
        ),
        Wording(
            ja: "見通しは中央の値と、80％の確からしさで入る幅で示します。幅は、同じような統計の過去の当たり外れから決めています。",
            en:
                "A forecast is given by its middle and by the range that holds the value in 80 % of cases. The range comes from how such forecasts of similar series have turned out."
        ),
        Wording(
            ja: "達成率は目標に対する実績の割合、進捗率は基準値から目標までのうち進んだ割合です。",
            en:
                "Achievement is the figure as a share of the target; progress is how much of the way from baseline to target is done."
        ),
    ]

    /// A word of the pages that not everyone knows.
    package struct Term: Sendable {
        /// The word.
        package let word: Wording
        /// How its characters are read.
        package let reading: String
        /// What it means.
        package let meaning: Wording
    }

    /// The words that are explained, in the order in which people meet them.
    package static let terms = [
        Term(
            word: Wording(ja: "基準値", en: "Baseline"), reading: "きじゅんち",
            meaning: Wording(ja: "計画を立てたときの値。", en: "The figure when the plan was made.")),
        Term(
            word: Wording(ja: "期待値", en: "Expected"), reading: "きたいち",
            meaning: Wording(
                ja: "目標へ順調に進んでいれば、その時点であるはずの値。",
                en: "What the figure should be at that moment on its way to the target.")),
        Term(
            word: Wording(ja: "達成率", en: "Achievement"), reading: "たっせいりつ",
            meaning: Wording(ja: "目標に対する実績の割合。", en: "The figure as a share of the target.")),
        Term(
            word: Wording(ja: "速報", en: "Preliminary"), reading: "そくほう",
            meaning: Wording(ja: "あとで変わることのある値。", en: "A figure that may still change.")),
        Term(
            word: Wording(ja: "確報", en: "Final"), reading: "かくほう",
            meaning: Wording(ja: "確定した値。", en: "A figure that is settled.")),
        Term(
            word: Wording(ja: "訂正版", en: "Correction"), reading: "ていせいばん",
            meaning: Wording(
                ja: "送付したあとで実績が直されたため、作り直した版。",
                en: "An edition made anew because figures were mended after one had been sent.")),
    ]

    /// How often figures are reported.
    package static func cadence(_ cadence: Cadence) -> Wording {
        switch cadence {
        case .month: Wording(ja: "毎月", en: "month")
        case .quarter: Wording(ja: "四半期ごと", en: "quarter")
        case .half: Wording(ja: "半年ごと", en: "half-year")
        case .year: Wording(ja: "毎年", en: "year")
        }
    }
}
