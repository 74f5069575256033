extension Standing.Reason {
    /// `no-figure`: nothing has been reported.
    static let noFigure = Self(
        code: "no-figure",
        text: Wording(ja: "実績の報告がまだありません。", en: "No figure has been reported yet."))

    /// `before-plan`: what is known is all from the plan before, up to a period.
    static func beforePlan(_ newest: Period) -> Self {
        Self(
            code: "before-plan",
            text: Wording(
                ja: "この計画の期間の実績はまだありません（前の計画から引き継いだ実績は\(newest.wording.japanese)まで）。",
                en:
                    "No figure of this plan has been reported yet; those taken over from the plan before"
                    + " reach up to \(newest.wording.english)."))
    }

    /// `not-comparable`: only sums up to a moment within the year, or parts of the plan, were
    /// reported.
    static let notComparable = Self(
        code: "not-comparable",
        text: Wording(
            ja: "報告されたのは途中までの累計だけで、目標と比べられる値がまだありません。",
            en: "Only running sums were reported; no figure can be compared with the target yet."))

    /// `too-few-values`: fewer than two values, the baseline counted.
    static let tooFewValues = Self(
        code: "too-few-values",
        text: Wording(
            ja: "基準値がなく、実績がまだ1回分なので、進み方を判定できません。",
            en: "There is no baseline and only one figure, too little to judge a pace by."))

    /// `no-baseline`: neither a baseline nor a yearly plan says what to expect before the target
    /// period.
    static let noBaseline = Self(
        code: "no-baseline",
        text: Wording(
            ja: "基準値も年次計画もないので、目標の時点までは見込みと比べられません。",
            en: "Without a baseline or a yearly plan nothing can be expected "
                + "before the target period."))

    /// `unknown-stage`: what was reported is no stage of the milestone.
    static let unknownStage = Self(
        code: "unknown-stage",
        text: Wording(
            ja: "報告された段階が、この指標に定めた段階の中にありません。",
            en: "The stage reported is none of the stages of this milestone."))

    /// `parts-without-denominators`: rates of parts cannot be combined.
    static let partsWithoutDenominators = Self(
        code: "parts-without-denominators",
        text: Wording(
            ja: "内訳ごとの率だけが報告され、分母（回答数）がないので全体の率を計算できません。",
            en: "Only rates of parts were reported; "
                + "without denominators they give no overall rate."))

    /// `no-forecast`: the values have no place on the scale of a forecast.
    static let noForecast = Self(
        code: "no-forecast",
        text: Wording(
            ja: "これまでの実績からは、目標の時点の見込みを計算できません。",
            en: "What was reported so far allows no forecast for the target period."))

    /// `definition-changed`: the newest figure was reported under another definition.
    static let redefined = Self(
        code: "definition-changed",
        text: Wording(
            ja: "最後の実績のあとに定義が変わったので、新しい定義での実績が届くまで判定しません。",
            en:
                "The definition has changed since the last figure; it is judged once a figure under the new "
                + "one is there."))

    /// `ended`: since when, and by what decision.
    static func ended(_ version: DefinitionVersion) -> Self {
        let number = version.decision.map { " \(Inert.line($0))" } ?? ""
        let who = Inert.line(version.decidedBy)
        let why = Inert.line(version.reason)
        let day = version.validFrom.longWording
        return Self(
            code: "ended",
            text: Wording(
                ja: "この指標は\(day.japanese)に終了しました（\(who)\(number)：\(why)）。",
                en: "The indicator ended on \(day.english) (\(who)\(number): \(why))."))
    }

    /// `survey`: without a number of answers a survey's change cannot be told from chance.
    static func survey(_ indicator: Indicator, value: Double) -> Self {
        let actual = text(value, indicator)
        return Self(
            code: "survey",
            text: Wording(
                ja: "調査の値\(actual.japanese)が基準値から変わったと言えるかは、回答数か比べる調査がないので分かりません。",
                en:
                    "Whether the survey's \(actual.english) differs from the baseline cannot be told: the number "
                    + "of answers, or a survey to compare it with, is missing."))
    }

    /// `before-season`: the season of the year has not come, or has only begun in the plan's first
    /// year.
    static func beforeSeason(_ indicator: Indicator) -> Self {
        guard !indicator.activeMonths.isEmpty else {
            return Self(
                code: "before-season",
                text: Wording(
                    ja: "計画の初年度が始まったばかりなので、まだ判定しません。",
                    en: "The plan's first year has only begun, so nothing is judged yet."))
        }
        let months = Year(indicator.calendar, 0).months.filter(indicator.activeMonths.contains)
        let names = months.map { "\($0)月" }.joined(separator: "、")
        let numbers = months.map(String.init).joined(separator: ", ")
        return Self(
            code: "before-season",
            text: Wording(
                ja: "実施する月（\(names)）の実績がこれからなので、まだ判定しません。",
                en: "The months in which it happens (\(numbers)) are still to come, "
                    + "so nothing is judged yet."))
    }

    /// `blocked`: an open question about the definition.
    static func blocked(_ indicator: Indicator) -> Self {
        let question = indicator.questions.first
        return Self(
            code: "blocked",
            text: Wording(
                ja: "定義を所管課に確認中です" + (question.map { "：\($0)" } ?? "。"),
                en: "Its definition is being clarified with its owners"
                    + (question.map { ": \($0)" } ?? ".")))
    }

    /// `question`: an open question that blocks nothing.
    static func question(_ question: String) -> Self {
        Self(
            code: "question",
            text: Wording(ja: "所管課への質問：\(question)", en: "Question to its owners: \(question)"))
    }

    /// `after-target`: figures of later periods than the target's are left out.
    static func afterTarget(_ indicator: Indicator) -> Self {
        let period = indicator.target.period.wording
        return Self(
            code: "after-target",
            text: Wording(
                ja: "目標の時点（\(period.japanese)）より後の実績は、判定に使いません（期限後）。",
                en: "Figures after the target period (\(period.english)) are not judged."))
    }

    /// The notes that a status does not decide by: chance that hides progress, figures that ran away, questions.
    static func beside(_ status: Status, _ terms: Terms, _ evidence: Evidence?) -> [Self] {
        if status == .discontinued { return [] }
        let indicator = terms.indicator
        var notes: [Self] = []
        if let noise = evidence?.noise, !noise.isClear { notes.append(.noise(noise, indicator)) }
        if let side = evidence?.fold.runaway { notes.append(.suddenChange(side)) }
        if let year = evidence?.period.year, indicator.commonCauseYears.contains(year.number) {
            notes.append(.commonCause(year))
        }
        if !indicator.blocked { notes += indicator.questions.map(question) }
        if let question = terms.paceQuestion, !indicator.blocked { notes.append(question) }
        return notes
    }

    /// `noise`: the way from baseline to target is no more than an ordinary year's chance.
    private static func noise(_ noise: Evidence.Noise, _ indicator: Indicator) -> Self {
        let base = indicator.baseline?.value ?? 0
        let gap = text((indicator.target.value - base).magnitude, indicator)
        let band = NumberText.grouped(noise.deviation, decimals: noise.deviation < 10 ? 2 : 0)
        let share =
            indicator.target.value == 0
            ? ""
            : NumberText.grouped(
                100 * noise.deviation / indicator.target.value.magnitude, decimals: 1)
        return Self(
            code: "noise",
            text: Wording(
                ja: "基準値と目標の差（\(gap.japanese)）は、ふだんの年のばらつき（±\(band)\(indicator.unit)、"
                    + "達成率で±\(share)ポイント）に隠れるので、進捗率は示しません。",
                en:
                    "The way from baseline to target (\(gap.english)) hides in what an ordinary year varies by "
                    + "(±\(band), ±\(share) points of achievement), so no progress rate is shown."))
    }

    /// `sudden-change`: 急変・数値確認.
    private static func suddenChange(_ side: Cusum.Side) -> Self {
        Self(
            code: "sudden-change",
            text: side == .low
                ? Wording(
                    ja: "最近の実績が、これまでの動きから大きく下へ外れています。数値に誤りがないか確かめてください。",
                    en: "The latest figures lie far below what had been seen; please check them.")
                : Wording(
                    ja: "最近の実績が、これまでの動きから大きく上へ外れています。数値に誤りがないか確かめてください。",
                    en: "The latest figures lie far above what had been seen; please check them."))
    }

    /// `common-cause`: 共通要因.
    private static func commonCause(_ year: Year) -> Self {
        let name = Period(year).wording
        return Self(
            code: "common-cause",
            text: Wording(
                ja: "\(name.japanese)は共通要因のあった年で、季節や傾向を学ぶ年からは除いています。",
                en:
                    "\(name.english) was struck by a common cause, and teaches nothing about season and trend."
            ))
    }

    /// `preliminary`: the final figure may still change an outcome.
    static func preliminary(_ indicator: Indicator) -> Self {
        let period = indicator.target.period.wording
        return Self(
            code: "preliminary",
            text: Wording(
                ja: "目標の時点（\(period.japanese)）の実績は速報で、確報を待って達成・未達成を決めます。",
                en: "The figure of the target period (\(period.english)) is preliminary; "
                    + "the outcome awaits the final one."))
    }

    /// `accounts-open`: a figure of the city's money is preliminary until the fiscal year's accounts close.
    static func accountsOpen(_ period: Period) -> Self {
        let last = ClosingPeriod.lastDay(of: period.year).longWording
        return Self(
            code: "accounts-open",
            text: Wording(
                ja: "出納整理期間が終わる\(last.japanese)までは速報として扱い、その後に達成・未達成を決めます。",
                en: "The accounts close on \(last.english); until then the figure is preliminary, "
                    + "and the outcome awaits that day."))
    }

    /// `part-sum`: the figure is made of parts (内訳); empty where it is not.
    static func parts(of figures: [CurrentReadings.Figure]) -> [Self] {
        let count = figures.filter(\.isMadeOfParts).reduce(0) { $0 + $1.partCount }
        guard count > 0 else { return [] }
        return [
            Self(
                code: "part-sum",
                text: Wording(
                    ja: "内訳\(count)件を合わせた値です。",
                    en: "The figure is made of \(count) reported \(count == 1 ? "part" : "parts").")
            )
        ]
    }

    /// Most parts that a note names.
    private static let namedParts = 20

    /// `parts-missing`: parts (内訳) that the figure before was made of and the newest one is not yet; empty where
    /// none is missing.
    ///
    /// A part of which the answer was that there is no figure (`absences`) is not missing.
    static func partsMissing(
        in figures: [CurrentReadings.Figure], absences: [CurrentReadings.Absent]
    ) -> [Self] {
        guard let newest = figures.last, newest.isMadeOfParts,
            let before = figures.dropLast().last(where: \.isMadeOfParts)
        else { return [] }
        // A sum stands only beside figures of the same parts.
        guard newest.partSum == nil, before.partSum == nil else { return [] }
        let answered = absences.filter { $0.period == newest.period && $0.basis == newest.basis }
        let given = Set(newest.readings.compactMap(\.part) + answered.compactMap(\.part))
        let missing = before.readings.compactMap(\.part).filter { !given.contains($0) }
        guard !missing.isEmpty else { return [] }
        let names = missing.prefix(namedParts).map { Inert.line($0) }
        let more = missing.count - names.count
        return [
            Self(
                code: "parts-missing",
                text: Wording(
                    ja: "前の期間にあった内訳（\(names.joined(separator: "、"))"
                        + (more > 0 ? "ほか\(more)件" : "") + "）がまだ報告されていません。",
                    en: "Parts that were there for the period before are not reported yet: "
                        + names.joined(separator: ", ") + (more > 0 ? " and \(more) more." : ".")))
        ]
    }

    /// `held`: figures that were reported but wait to be confirmed; empty where none does.
    static func held(_ figures: [CurrentReadings.Held]) -> [Self] {
        guard let last = figures.last else { return [] }
        let name = last.period.wording
        let more = figures.count - 1
        return [
            Self(
                code: "held",
                text: Wording(
                    ja: "\(name.japanese)" + (more > 0 ? "ほか\(more)件" : "")
                        + "の報告は要確認なので、確認されるまで使いません。",
                    en: "The figure reported for \(name.english)"
                        + (more > 0 ? " and \(more) more" : "")
                        + " waits to be confirmed and is not used until then."))
        ]
    }

    /// `missing-periods`: the periods without a figure, left out on both sides; empty where none is
    /// missing.
    static func missing(_ months: [Int], of indicator: Indicator) -> [Self] {
        guard !months.isEmpty else { return [] }
        let names = MissingPeriods.names(
            of: Set(months), season: indicator.season, calendar: indicator.calendar)
        return [
            Self(
                code: "missing-periods",
                text: Wording(
                    ja: "\(names.japanese)の実績がないので、見込みからも除いて比べています。",
                    en: "There is no figure for \(names.english), "
                        + "so nothing is expected of it either."))
        ]
    }
}
