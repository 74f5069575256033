extension Strategy {
    /// What its owners should be asked although nothing is wrong with the file; empty where nothing
    /// stands out.
    ///
    /// - A target summed over the plan (K1) is compared with the baseline's pace: κ = T / (N × B),
    ///   N being the plan's years and B one year's flow. Below 0.8 the target lies under business
    ///   as usual, or B is a sum already; above 1.5 it asks for a leap. Where the file itself asks
    ///   a question, nothing is added.
    /// - A blocked indicator without a question can never be unblocked.
    package func ownerQuestions() -> [Wording] {
        indicators.compactMap { paceQuestion($0) ?? blockedQuestion($0) }
    }

    private func paceQuestion(_ indicator: Indicator) -> Wording? {
        guard indicator.questions.isEmpty, let pace = indicator.oddPace(years: planYears) else {
            return nil
        }
        let question = Indicator.paceQuestion(pace, years: planYears)
        let name = "\(indicator.id) \(indicator.name)"
        return Wording(
            ja: "「\(name)」の" + question.japanese, en: "`\(indicator.id)`: " + question.english)
    }

    private func blockedQuestion(_ indicator: Indicator) -> Wording? {
        guard indicator.blocked, indicator.questions.isEmpty else { return nil }
        return Wording(
            ja: "「\(indicator.id) \(indicator.name)」は判定を止めています（blocked）が、質問がありません。"
                + "担当課への質問を questions に書いてください。",
            en: "`\(indicator.id)` is blocked, but asks nothing. Write in `questions` what its"
                + " owners are to answer.")
    }
}

extension Indicator {
    /// κ = T / (N × B) of a sum over the plan, where it lies below 0.8 or above 1.5; nil within, and for every other
    /// kind.
    func oddPace(years: Int) -> Double? {
        guard kind == .planSum, let baseline = baseline?.value, baseline > 0, years > 0 else {
            return nil
        }
        let pace = target.value / (Double(years) * baseline)
        return pace < 0.8 || pace > 1.5 ? pace : nil
    }

    /// What the owners are asked where κ is odd.
    static func paceQuestion(_ pace: Double, years: Int) -> Wording {
        let times = NumberText.grouped(pace, decimals: 2)
        return Wording(
            ja: "目標は、基準値の水準を\(years)年続けた合計の\(times)倍です。基準値が1年分の値か、担当課に確かめてください。",
            en:
                "the target is \(times) times what \(years) years at the baseline's pace would sum to. Ask its "
                + "owners whether the baseline is one year's figure.")
    }
}

extension Terms {
    /// Whether κ is odd, asked about or not.
    var hasOddPace: Bool { indicator.oddPace(years: Int(planYears.rounded())) != nil }

    /// `definition-query`: the question that an odd κ raises, unless the strategy asks one of its own; else nil.
    var paceQuestion: Standing.Reason? {
        let years = Int(planYears.rounded())
        guard let pace = indicator.oddPace(years: years), indicator.questions.isEmpty else {
            return nil
        }
        return Standing.Reason(
            code: "definition-query", text: Indicator.paceQuestion(pace, years: years))
    }
}
