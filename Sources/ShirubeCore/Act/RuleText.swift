/// Says which row of the table of statuses (docs/METHODS.md) a judgement is by, for people.
enum RuleText {
    /// The rule in one sentence, with the rule version.
    static func sentence(_ standing: Standing, _ indicator: Indicator) -> Wording {
        let rule = rule(standing, indicator)
        let count = standing.prospect.evaluations
        let looks =
            count > 0
            ? Wording(ja: "これまでの評価は\(count)回。", en: " Evaluations so far: \(count).")
            : Wording(ja: "", en: "")
        return Wording(
            ja: "\(rule.japanese)\(looks.japanese)（規則 \(standing.rule)）",
            en: "\(rule.english)\(looks.english) (rules \(standing.rule))")
    }

    private static func rule(_ standing: Standing, _ indicator: Indicator) -> Wording {
        switch standing.status {
        case .discontinued: Wording(ja: "定義が終了しています。", en: "The definition was closed.")
        case .definitionQuery:
            Wording(
                ja: "定義の確認が済むまで判定しません。", en: "Nothing is judged before its definition is clear.")
        case .achieved:
            indicator.kind.isIrreversible
                ? Wording(
                    ja: "減ることのない指標で、実績が目標以上です。",
                    en: "What cannot be lost again has reached the target.")
                : Wording(
                    ja: "目標の時点の実績が目標を満たしました。",
                    en: "The figure of the target period satisfies the target.")
        case .notAchieved:
            Wording(
                ja: "目標の時点の確定した実績が目標に届きませんでした。",
                en: "The final figure of the target period misses the target.")
        case .notStarted:
            Wording(
                ja: "期限の来た段階があるのに、最初の段階のままです。",
                en: "A stage is due, and the first one has not been left.")
        case .awaitingData: Wording(ja: "判定できる実績がまだありません。", en: "There is no figure to judge yet.")
        case .beforeSeason:
            Wording(
                ja: "この年の季節が来ていないか、計画初年度の1割に満たないので判定しません。",
                en:
                    "Its season has not come, or less than a tenth of the plan's first year has passed."
            )
        case .inconclusive:
            Wording(
                ja: "判定に足りるだけの値がないか、差が誤差の範囲です。",
                en: "There are too few values, or the change is within its error.")
        case .movingAway where indicator.kind == .maintain || indicator.kind == .floor:
            Wording(
                ja: "保つべき水準を下回ったので、見通しを待たず「後退」です。",
                en: "A level to be kept was fallen below; no forecast is waited for.")
        case .movingAway:
            Wording(
                ja: "遅れの状態にあり、しかも年ごとの動きが目標から遠ざかっています（標準誤差の1.28倍以上）。",
                en:
                    "It lags, and its years drift away from the target by 1.28 standard errors or more."
            )
        case .lagging: lagging(standing, indicator)
        case .atTargetLevel, .onTrack, .watch: ahead(standing, indicator)
        }
    }

    private static func lagging(_ standing: Standing, _ indicator: Indicator) -> Wording {
        if standing.lag == nil {
            return Wording(
                ja: "期限の来た段階から2段階以上遅れています。", en: "It is two or more steps behind those due.")
        }
        return Wording(
            ja: "目標に届く見込みが2回続けて0.3を下回ったか一度でも0.1を下回り、まだ0.5を超えていないので「遅れ」です。",
            en:
                "The chance of meeting the target fell below 0.3 twice in a row, or below 0.1 once, and has not passed "
                + "0.5 since.")
    }

    private static func ahead(_ standing: Standing, _ indicator: Indicator) -> Wording {
        if indicator.kind == .milestone || standing.reasons.first?.code == "plan" {
            return Wording(ja: "期限の来た段階に対する位置で決まります。", en: "It goes by the steps that are due.")
        }
        if indicator.kind == .survey {
            return Wording(
                ja: "基準値からの変化が誤差を超えています。",
                en: "The change since the baseline is more than its error.")
        }
        if indicator.kind == .maintain || indicator.kind == .floor {
            return Wording(ja: "保つべき水準との比較で決まります。", en: "It goes by the level to be kept.")
        }
        return switch standing.status {
        case .watch:
            Wording(
                ja: "目標に届く見込みが0.7に届かず、遅れの条件（0.3未満が2回、または0.1未満が1回）にも当たらないので「注意」です。",
                en:
                    "The chance of meeting the target is below 0.7, and the conditions of lagging (below 0.3 twice, or "
                    + "below 0.1 once) are not met.")
        case .atTargetLevel:
            Wording(
                ja: "いま目標以上で、目標の時点でも0.7以上の見込みがあるので「達成水準」です。",
                en:
                    "It is at the target now, and the chance that it is so at the target period is 0.7 or more."
            )
        default:
            Wording(
                ja: "目標に届く見込みが0.7以上なので「順調」です。",
                en: "The chance of meeting the target is 0.7 or more.")
        }
    }
}
