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
        guard indicator.kind == .planSum, indicator.questions.isEmpty,
            let baseline = indicator.baseline?.value, baseline > 0
        else { return nil }
        let pace = indicator.target.value / (Double(planYears) * baseline)
        guard pace < 0.8 || pace > 1.5 else { return nil }
        let times = NumberText.grouped(pace, decimals: 2)
        return Wording(
            ja: "「\(indicator.id) \(indicator.name)」の目標は、基準値の水準を\(planYears)年続けた合計の"
                + "\(times)倍です。基準値が1年分の値か、担当課に確かめてください。",
            en: "The target of `\(indicator.id)` is \(times) times what \(planYears) years at the"
                + " baseline's pace would sum to. Ask its owners whether the baseline is one"
                + " year's figure."
        )
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
