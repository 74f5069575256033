/// The words in which decisions and acts are shown everywhere.
package enum DecisionWords {
    /// Heading of decisions.
    package static let decisions = Wording(ja: "決定", en: "Decisions")
    /// Heading of acts that are open.
    package static let openActs = Wording(ja: "実施中の措置", en: "Open acts")
    /// Heading of decisions that were made, and what has become of them.
    package static let outcomes = Wording(
        ja: "これまでの決定とその効果", en: "Decisions so far, and their effect")
    /// Label of whether an effect came.
    package static let effect = Wording(ja: "効果", en: "Effect")
    /// Label of what a decision is about.
    package static let subject = Wording(ja: "対象", en: "About")
    /// Label of a verdict.
    package static let verdict = Wording(ja: "決定", en: "Decision")
    /// Label of who has decided.
    package static let post = Wording(ja: "決めた職", en: "By")
    /// Label of what is done.
    package static let act = Wording(ja: "措置", en: "Act")
    /// Label of an act's last day.
    package static let due = Wording(ja: "期限", en: "Due")
    /// Label of the day by which an effect should show.
    package static let effectBy = Wording(ja: "効果を見る日", en: "Effect by")
    /// Label of the days between a quarter's end and its decision.
    package static let loop = Wording(ja: "判断までの日数", en: "Days to decide")

    /// Whether an act is open, late or done, or the decision was withdrawn, in a word; empty where there is no act.
    package static func state(of decision: Decision, on day: CivilDate) -> Wording {
        if decision.withdrawal != nil { return Wording(ja: "取消", en: "withdrawn") }
        guard decision.draft.act != nil else { return Wording(ja: "", en: "") }
        if decision.completion != nil { return Wording(ja: "済", en: "done") }
        return decision.isOverdue(on: day)
            ? Wording(ja: "期限超過", en: "overdue") : Wording(ja: "実施中", en: "open")
    }

    /// How long the decisions took, in one sentence; nil where there is none.
    package static func loopTime(_ decisions: [Decision]) -> Wording? {
        guard let median = decisions.medianLoopDays else { return nil }
        let days = NumberText.plain(median)
        return Wording(
            ja: "四半期末から決定まで：中央値\(days)日（\(decisions.standing.count)件）",
            en:
                "From the quarter's end to the decision: median \(days) days (\(decisions.standing.count))"
        )
    }

    /// A status with the probability that the target is met, as far as there is one; 判定なし where nothing was judged.
    package static func standing(_ standing: Standing?) -> Wording {
        guard let standing else { return Wording(ja: "判定なし", en: "not judged") }
        let status = standing.status.wording
        guard let probability = standing.prospect.probability else { return status }
        let chance = FigureText.chance(probability)
        return Wording(
            ja: "\(status.japanese)（見込み\(chance)）", en: "\(status.english) (chance \(chance))")
    }

    /// That a decision was taken back, by whom and why.
    private static func taken(back withdrawal: Decision.Statement) -> Wording {
        let (day, post) = (withdrawal.at.japanDate.longWording, Inert.line(withdrawal.post))
        let reason = Inert.line(withdrawal.reason)
        return Wording(
            ja: "\(day.japanese)に\(post)が取り消しました（\(reason)）",
            en: "Withdrawn by \(post) on \(day.english) (\(reason))")
    }

    /// Whether a decision's effect came, in one sentence with the day by which it should; or that it was taken back.
    package static func effect(_ outcome: DecisionOutcome, on day: CivilDate) -> Wording {
        if let withdrawal = outcome.decision.withdrawal { return taken(back: withdrawal) }
        let state =
            switch (outcome.effect, outcome.isDue(on: day)) {
            case (.better, _): Wording(ja: "良くなっています", en: "Stands better")
            case (.worse, _): Wording(ja: "悪くなっています", en: "Stands worse")
            case (.same, true): Wording(ja: "効果は出ていません", en: "No effect has shown")
            case (.same, _): Wording(ja: "まだ変わりません", en: "No change yet")
            case (.unknown, _): Wording(ja: "まだ比べられません", en: "Not to be compared yet")
            }
        guard let effectBy = outcome.decision.draft.effectBy else { return state }
        let reached = effectBy <= day
        return Wording(
            ja: "\(state.japanese)（効果を見る日 \(effectBy)\(reached ? "を過ぎました" : "")）",
            en: "\(state.english) (effect by \(effectBy)\(reached ? ", which is past" : ""))")
    }
}
