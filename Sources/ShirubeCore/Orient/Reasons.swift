extension Standing.Reason {
    /// A value in the indicator's unit, for people.
    private static func text(_ value: Double, _ indicator: Indicator) -> Wording {
        let number = NumberText.grouped(value)
        let isSign = ["%", "‰"].contains(indicator.unit)
        return Wording(
            ja: number + indicator.unit, en: number + (isSign ? "" : " ") + indicator.unit)
    }

    /// `pace`: how the figure compares with the expected one.
    static func pace(
        _ pace: Pace, of indicator: Indicator, value: Double, expected: Double
    ) -> Self {
        let (actual, asked) = (text(value, indicator), text(expected, indicator))
        let wording =
            switch pace {
            case .comparison(let isReached):
                Wording(
                    ja: "実績\(actual.japanese)は、この時点で見込む\(asked.japanese)に"
                        + (isReached ? "届いています。" : "届いていません。"),
                    en: "The figure of \(actual.english) "
                        + (isReached ? "keeps up" : "does not keep up")
                        + " with the \(asked.english) expected by now.")
            case .ratio(let ratio):
                progressComparison(ratio, of: indicator, value: value, expected: expected)
                    ?? quotient(ratio, of: indicator, actual: actual, asked: asked)
            }
        return Self(code: "pace", text: wording)
    }

    private static func quotient(
        _ ratio: Double, of indicator: Indicator, actual: Wording, asked: Wording
    ) -> Wording {
        let percent = Pace.percentText(ratio)
        return indicator.wantsLess
            ? Wording(
                ja: "この時点で見込む\(asked.japanese)は、実績\(actual.japanese)の"
                    + "\(percent)%です（少ないほどよい指標）。",
                en: "The \(asked.english) expected by now are \(percent)% of the figure of "
                    + "\(actual.english) (less is better).")
            : Wording(
                ja: "実績\(actual.japanese)は、この時点で見込む\(asked.japanese)の\(percent)%です。",
                en: "The figure of \(actual.english) is \(percent)% of the \(asked.english) "
                    + "expected by now.")
    }

    /// The comparison of two ways from the baseline; nil for what is not measured from one.
    private static func progressComparison(
        _ ratio: Double, of indicator: Indicator, value: Double, expected: Double
    ) -> Wording? {
        guard !indicator.kind.isFlow,
            let progress = Rates.progress(of: indicator, value: value, isYearComplete: false),
            let due = Rates.progress(of: indicator, value: expected, isYearComplete: false)
        else { return nil }
        let (actual, asked) = (text(value, indicator), text(expected, indicator))
        let (done, wanted) = (
            NumberText.grouped(progress, decimals: 1), NumberText.grouped(due, decimals: 1)
        )
        if progress < 0 {
            return Wording(
                ja: "実績\(actual.japanese)は基準値より後退しています（進捗率\(done)%）。"
                    + "この時点では\(asked.japanese)（進捗率\(wanted)%）を見込みます。",
                en: "The figure of \(actual.english) lies behind the baseline (progress \(done)%), "
                    + "where \(asked.english) (progress \(wanted)%) are expected by now.")
        }
        let percent = Pace.percentText(ratio)
        return Wording(
            ja: "実績\(actual.japanese)（進捗率\(done)%）は、この時点で見込む"
                + "\(asked.japanese)（進捗率\(wanted)%）の\(percent)%の進み方です。",
            en: "The figure of \(actual.english) (progress \(done)%) is \(percent)% of the way "
                + "to the \(asked.english) (progress \(wanted)%) expected by now.")
    }

    /// `floor`, or `ceiling` for K11: how far the value lies from the level to be kept.
    static func floor(_ indicator: Indicator, value: Double) -> Self {
        let (actual, level) = (text(value, indicator), text(indicator.target.value, indicator))
        let code = indicator.kind == .ceiling ? "ceiling" : "floor"
        let target = indicator.target.value
        if Closeness.isEqual(value, target) {
            return Self(
                code: code,
                text: Wording(
                    ja: "実績\(actual.japanese)は、守るべき水準\(level.japanese)と同じです。",
                    en: "The figure of \(actual.english) equals the level to be kept."))
        }
        let isAbove = value > target
        let gap = target == 0 ? nil : (value - target) / target.magnitude * 100
        let distance = gap.map { NumberText.grouped($0.magnitude, decimals: 1) + "%" }
        return Self(
            code: code,
            text: Wording(
                ja: "実績\(actual.japanese)は、守るべき水準\(level.japanese)を"
                    + "\(distance ?? "")\(isAbove ? "上回っています。" : "下回っています。")",
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

    /// `stage`: how many stages a milestone is behind the one that is due.
    static func stage(reached: Stage?, due: Stage?, behind: Int) -> Self {
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
                    ja: "現在の段階は「\(name)」で、期限の来た段階「\(due.name)」より\(behind)段階遅れています。",
                    en: "The stage is “\(name)”, \(behind) behind the stage due, “\(due.name)”."))
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
