/// The fixed words of the quarterly summary: headings, labels, and sentences without figures.
package enum SummaryWords {
    /// Heading of what was observed.
    package static let observe = Wording(ja: "観測：何が届いたか", en: "Observe: what has come in")
    /// Heading of how it stands.
    package static let orient = Wording(ja: "判定：どうなっているか", en: "Orient: how it stands")
    /// Heading of what is to be decided.
    package static let decide = Wording(ja: "意思決定：何を決めるか", en: "Decide: what is to be decided")
    /// Heading of what was done.
    package static let act = Wording(ja: "実行：何をしたか", en: "Act: what was done")
    /// Heading of the list of all indicators.
    package static let annex = Wording(ja: "付表：全指標", en: "Annex: all indicators")

    /// Label of the period.
    package static let period = Wording(ja: "対象期間", en: "Period")
    /// Label of the moment up to which data is in the summary.
    package static let cutoff = Wording(ja: "データ締切", en: "Data up to")
    /// Label of what must be known to read the summary right.
    package static let note = Wording(ja: "注意", en: "Note")
    /// Label of what an owner says beside the judgement.
    package static let override = Wording(ja: "担当の判断", en: "Owner's view")
    /// Label of the count over all goals.
    package static let whole = Wording(ja: "全体", en: "All")
    /// Label of a sum.
    package static let total = Wording(ja: "計", en: "Total")
    /// Label of a goal.
    package static let goal = Wording(ja: "基本目標", en: "Goal")
    /// Heading of the counts.
    package static let countsHeading = Wording(ja: "判定ごとの指標数", en: "Indicators by status")
    /// Heading of the changes.
    package static let changesHeading = Wording(ja: "前四半期からの変化", en: "Since the quarter before")
    /// Heading of the departments that owe figures.
    package static let missingHeading = Wording(ja: "未回答の課", en: "Departments yet to answer")
    /// Heading of the indicators that belong to a goal and to no program.
    package static let goalTargets = Wording(ja: "数値目標", en: "Numerical targets of the goal")

    /// Label of the owning departments.
    package static let department = Wording(ja: "所管課", en: "Department")
    /// Label of the number of figures owed.
    package static let owed = Wording(ja: "対象", en: "Owed")
    /// Label of the number of figures given.
    package static let given = Wording(ja: "報告済", en: "Given")
    /// Label of the moment at which the newest file was accepted.
    package static let lastAccepted = Wording(ja: "最新の受理", en: "Last accepted")
    /// Label of the number of files rejected.
    package static let rejected = Wording(ja: "不受理", en: "Rejected")
    /// Label of an indicator.
    package static let indicator = Wording(ja: "指標", en: "Indicator")
    /// Label of a status.
    package static let status = Wording(ja: "判定", en: "Status")
    /// Label of the figure judged.
    package static let value = Wording(ja: "実績", en: "Actual")
    /// Label of the figure that the path asks for.
    package static let expected = Wording(ja: "期待値", en: "Expected")
    /// Label of the target.
    package static let target = Wording(ja: "目標", en: "Target")
    /// Label of 達成率.
    package static let achievement = Wording(ja: "達成率", en: "Achievement")
    /// Label of 進捗率.
    package static let progress = Wording(ja: "進捗率", en: "Progress")
    /// Label of the year-end estimate.
    package static let estimate = Wording(ja: "年度末の見込み", en: "Year-end estimate")
    /// Label of the forecast at the target period.
    package static let forecast = Wording(ja: "目標時点の見通し", en: "Forecast")
    /// Label of the probability that the target is met.
    package static let probability = Wording(ja: "目標に届く見込み", en: "Chance of meeting the target")
    /// Label of the rate that is needed.
    package static let required = Wording(ja: "必要な実績", en: "Needed")
    /// Label of the seasonal profile.
    package static let season = Wording(ja: "季節の形", en: "Season")
    /// Label of the time since which an indicator lags.
    package static let lagging = Wording(ja: "遅れの始まり", en: "Lagging")
    /// Label of the signals beside the status.
    package static let signals = Wording(ja: "確認", en: "To be checked")
    /// Label of whether the owners have answered.
    package static let answer = Wording(ja: "報告", en: "Answer")
    /// Label of the deciding reason.
    package static let reason = Wording(ja: "理由", en: "Reason")
    /// Label of the status a quarter earlier.
    package static let earlier = Wording(ja: "前四半期", en: "Quarter before")
    /// Label of a question about a definition.
    package static let question = Wording(ja: "確認事項", en: "Question")
    /// Label of goal, measure and program.
    package static let place = Wording(ja: "位置づけ", en: "Place")

    /// What stands where a department has had no file accepted.
    package static let never = Wording(ja: "受理なし", en: "none yet")
    /// The sentence where nothing is asked for.
    package static let nothingToDecide = Wording(
        ja: "判断をお願いする事項はありません。", en: "Nothing is to be decided.")
    /// The sentence where no deed is on record.
    package static let nothingDone = Wording(
        ja: "記録された対応はありません。", en: "No action is on record.")
    /// What the figures mean.
    package static let noteRates = Wording(
        ja:
            "期待値は、目標への道筋がいまの時点で求める値。達成率は目標に対する実績、進捗率は基準値から目標までの道のりに対する進みの割合（年度の途中は年度末の見込みによる）。見通しのかっこ内は10回のうち8回が収まる範囲。－は算定できないもの。",
        en: """
            Expected is what the path to the target asks for by now. Achievement is the actual \
            figure over the target, progress the share of the way from baseline to target (within a \
            year, by the year-end estimate). A forecast's brackets hold four outcomes in five. \
            － means undefined.
            """)
    /// The line that says who wrote it.
    package static let footer = Wording(
        ja: "標（しるべ）が自動で作成しました。", en: "Made by Shirube.")

    /// Heading of what a correction corrects.
    package static let corrections = Wording(ja: "訂正の内容", en: "What is corrected")

    /// The title, without its mark: the strategy before a title without it.
    package static func title(_ strategy: String, _ short: Wording) -> Wording {
        Wording(
            ja: "\(strategy) \(short.japanese)", en: "\(strategy): \(short.english)")
    }

    /// A title without the strategy, for where there is little room: of a quarter with which a year, the plan or neither
    /// ends, and of an edition, which is 1 for the first one and more for corrections; one that was built after its day says so.
    package static func shortTitle(
        _ quarter: Period, ending closing: Closing.Kind? = nil, edition: Int = 1,
        isLate: Bool = false
    ) -> Wording {
        let end =
            switch closing {
            case .year: Wording(ja: "（年度末）", en: " (year end)")
            case .plan: Wording(ja: "（計画期間末）", en: " (end of the plan)")
            case nil: Wording(ja: "", en: "")
            }
        let correction =
            edition > 1
            ? Wording(ja: "【訂正版\(edition - 1)】", en: "Correction \(edition - 1): ")
            : isLate ? Wording(ja: "【遅延】", en: "Late: ") : Wording(ja: "", en: "")
        return Wording(
            ja: "\(correction.japanese)\(quarter.wording.japanese) 四半期まとめ\(end.japanese)",
            en: (correction.english.isEmpty ? "Quarterly" : "\(correction.english)quarterly")
                + " summary, \(quarter.wording.english)\(end.english)")
    }

    /// The period since which an indicator lags.
    package static func since(_ period: Period) -> Wording {
        Wording(ja: "\(period.wording.japanese)から", en: "since \(period.wording.english)")
    }

    /// The period that a figure belongs to, where it is not the summary's quarter.
    package static func asOf(_ period: String) -> Wording {
        Wording(ja: "\(period)まで", en: "up to \(period)")
    }
}
