extension Standing.Reason {
    /// A value in the indicator's unit, for people.
    static func text(_ value: Double, _ indicator: Indicator) -> Wording {
        let number = NumberText.grouped(value)
        let isSign = ["%", "‰"].contains(indicator.unit)
        return Wording(
            ja: number + indicator.unit, en: number + (isSign ? "" : " ") + indicator.unit)
    }

    /// A foretold value in the indicator's unit, for people; of what is counted one by one, a whole number.
    private static func foretold(_ value: Double, _ indicator: Indicator) -> Wording {
        text(UnitText.grain(of: indicator.unit) == 1 ? value.rounded() : value, indicator)
    }

    /// `forecast`: what the final value may be, how likely the target is in words, and whether the indicator lags.
    ///
    /// The probability itself is no part of the sentence: it is shown beside it, and only where the city wants it shown.
    static func forecast(_ forecast: Forecast, of terms: Terms, _ evidence: Evidence) -> Self {
        let indicator = terms.indicator
        let (middle, target) = (
            foretold(forecast.median, indicator), text(indicator.target.value, indicator)
        )
        let (low, high) = (
            foretold(forecast.low80, indicator), foretold(forecast.high80, indicator)
        )
        let period = indicator.target.period.wording
        let likely = Likelihood(forecast.probability).wording
        let range =
            forecast.low80 == forecast.high80
            ? Wording(ja: "", en: "")
            : Wording(
                ja: "（10回のうち8回は\(low.japanese)から\(high.japanese)の間）",
                en: " (between \(low.english) and \(high.english) four times in five)")
        let state = state(evidence)
        return Self(
            code: "forecast",
            text: Wording(
                ja: state.japanese
                    + "このまま進むと\(period.japanese)は\(middle.japanese)の見込み\(range.japanese)で、"
                    + "目標\(target.japanese)に届く見込みは\(likely.japanese)。",
                en: state.english
                    + "As things go, \(period.english) will bring \(middle.english)\(range.english); "
                    + "that the target of \(target.english) is met is \(likely.english)."))
    }

    /// Since when it lags, and whether it recovers; empty where it does not lag.
    private static func state(_ evidence: Evidence) -> Wording {
        guard let lag = evidence.fold.shown else { return Wording(ja: "", en: "") }
        let since = lag.since.wording
        return lag.isRecovering
            ? Wording(
                ja: "\(since.japanese)からの遅れが回復しつつあります（回復中）。",
                en: "It has lagged since \(since.english) and is recovering. ")
            : Wording(
                ja: "\(since.japanese)から遅れています。", en: "It has lagged since \(since.english). ")
    }

    /// `plan`: how many steps of the owners' yearly plan are missed.
    static func plan(
        _ indicator: Indicator, value: Double, expected: Double?, behind: Int
    ) -> Self {
        let actual = text(value, indicator)
        let asked = text(expected ?? value, indicator)
        return Self(
            code: "plan",
            text: behind == 0
                ? Wording(
                    ja: "実績\(actual.japanese)は、年次計画がこの時点で求める\(asked.japanese)に届いています（計画どおり）。",
                    en:
                        "The figure of \(actual.english) reaches the \(asked.english) that the yearly plan "
                        + "asks for by now (as planned).")
                : Wording(
                    ja: "実績\(actual.japanese)は、年次計画がこの時点で求める\(asked.japanese)に届かず、"
                        + "計画より\(behind)段階遅れています。",
                    en:
                        "The figure of \(actual.english) misses the \(asked.english) that the yearly plan asks "
                        + "for by now, by \(behind) \(behind == 1 ? "step" : "steps")."))
    }

    /// `survey`: whether the change since the baseline is more than chance.
    static func survey(
        _ indicator: Indicator, value: Double, _ survey: Evidence.SurveyReading
    ) -> Self {
        let actual = text(value, indicator)
        let low = NumberText.grouped(survey.interval.low, decimals: 1)
        let high = NumberText.grouped(survey.interval.high, decimals: 1) + indicator.unit
        let z = NumberText.grouped(survey.z.magnitude, decimals: 2)
        let words: (ja: String, en: String) =
            if survey.z.magnitude < SurveyTest.threshold {
                (
                    "基準値からの差は標本の誤差の範囲で、変化があったとは言えません",
                    "does not differ from the baseline by more than chance"
                )
            } else if survey.z > 0 {
                (
                    "基準値から目標の側へ、誤差を超えて変わりました",
                    "differs from the baseline towards the target by more than chance"
                )
            } else {
                (
                    "基準値から目標の反対側へ、誤差を超えて変わりました",
                    "differs from the baseline away from the target by more than chance"
                )
            }
        return Self(
            code: "survey",
            text: Wording(
                ja: "調査の値\(actual.japanese)（95%信頼区間 \(low)〜\(high)）は、\(words.ja)（差は標準誤差の\(z)倍）。",
                en: "The survey's \(actual.english) (95% interval \(low) to \(high)) \(words.en) "
                    + "(\(z) standard errors)."))
    }

    /// `floor`: how far the value lies from the level to be kept.
    static func floor(_ indicator: Indicator, value: Double) -> Self {
        let (actual, level) = (text(value, indicator), text(indicator.target.value, indicator))
        let target = indicator.target.value
        if Closeness.isEqual(value, target) {
            return Self(
                code: "floor",
                text: Wording(
                    ja: "実績\(actual.japanese)は、守るべき水準\(level.japanese)と同じです（維持）。",
                    en: "The figure of \(actual.english) equals the level to be kept."))
        }
        let isAbove = value > target
        let gap = target == 0 ? nil : (value - target) / target.magnitude * 100
        let distance = gap.map { NumberText.grouped($0.magnitude, decimals: 1) + "%" }
        return Self(
            code: "floor",
            text: Wording(
                ja: "実績\(actual.japanese)は、守るべき水準\(level.japanese)を"
                    + "\(distance ?? "")\(isAbove ? "上回っています（達成水準）。" : "下回っています（未達水準）。")",
                en: "The figure of \(actual.english) lies \(distance.map { $0 + " " } ?? "")"
                    + "\(isAbove ? "above" : "below") the level of \(level.english) to be kept."))
    }

    /// `year-open`: a level that counts a whole year lies below it while the year still runs.
    static func yearOpen(_ indicator: Indicator, value: Double) -> Self {
        let (actual, level) = (text(value, indicator), text(indicator.target.value, indicator))
        return Self(
            code: "year-open",
            text: Wording(
                ja: "年度途中の実績\(actual.japanese)は、守るべき水準\(level.japanese)に届いていません。"
                    + "1年分の数がそろってから判定します。",
                en: "The figure of \(actual.english) for part of a year is below the level of "
                    + "\(level.english) to be kept; it is judged once the year is complete."))
    }

    /// `stage`: how many stages a milestone is behind the one that is due, and since how many days.
    static func stage(reached: Stage?, due: Stage?, behind: Int, slip: Int) -> Self {
        let name = reached?.name ?? "未着手"
        guard let due else {
            return Self(
                code: "stage",
                text: Wording(
                    ja: "現在の段階は「\(name)」で、期限の来た段階はまだありません。",
                    en: "The stage is “\(name)”, and none is due yet."))
        }
        return Self(
            code: "stage",
            text: behind == 0
                ? Wording(
                    ja: "現在の段階は「\(name)」で、期限の来た段階「\(due.name)」に達しています。",
                    en: "The stage is “\(name)”, which satisfies the stage due, “\(due.name)”.")
                : Wording(
                    ja: "現在の段階は「\(name)」で、期限の来た段階「\(due.name)」より\(behind)段階遅れています"
                        + "（期限から\(slip)日）。",
                    en: "The stage is “\(name)”, \(behind) behind the stage due, “\(due.name)” "
                        + "(\(slip) days late)."))
    }

    /// `achieved` or `not-achieved`: the outcome that stays.
    static func outcome(_ indicator: Indicator, value: Double, isMet: Bool) -> Self {
        let code = isMet ? "achieved" : "not-achieved"
        guard indicator.kind != .milestone else {
            let percent = NumberText.grouped(value * 100)
            return Self(
                code: code,
                text: isMet
                    ? Wording(ja: "最後の段階まで完了しました。", en: "The last stage is complete.")
                    : Wording(
                        ja: "目標の時点で、完了までの\(percent)%の段階でした。",
                        en: "At the target period the work had come to \(percent)%."))
        }
        let (actual, goal) = (text(value, indicator), text(indicator.target.value, indicator))
        return Self(
            code: code,
            text: isMet
                ? Wording(
                    ja: "実績\(actual.japanese)が、目標\(goal.japanese)に達しました。",
                    en: "The figure of \(actual.english) meets the target of \(goal.english).")
                : Wording(
                    ja: "目標の時点の実績\(actual.japanese)は、目標\(goal.japanese)に達しませんでした。",
                    en: "The figure of \(actual.english) at the target period misses the target of "
                        + "\(goal.english)."))
    }
}

/// A probability in words, for people who are not shown the number.
package enum Likelihood: Sendable {
    /// 0.9 and more.
    case veryLikely
    /// 0.7 and more.
    case likely
    /// 0.3 and more.
    case open
    /// 0.1 and more.
    case unlikely
    /// Less.
    case veryUnlikely

    /// The word for a probability.
    package init(_ probability: Double) {
        self =
            switch probability {
            case 0.9...: .veryLikely
            case 0.7...: .likely
            case 0.3...: .open
            case 0.1...: .unlikely
            default: .veryUnlikely
            }
    }

    /// The word as a sentence's end.
    package var wording: Wording {
        switch self {
        case .veryLikely: Wording(ja: "かなり高いです", en: "very likely")
        case .likely: Wording(ja: "高いです", en: "likely")
        case .open: Wording(ja: "五分五分です", en: "about as likely as not")
        case .unlikely: Wording(ja: "低いです", en: "unlikely")
        case .veryUnlikely: Wording(ja: "かなり低いです", en: "very unlikely")
        }
    }
}
