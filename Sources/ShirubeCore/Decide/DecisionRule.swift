/// What a decision must say before it is recorded.
package enum DecisionRule {
    /// What is wrong with a draft, in one sentence with its remedy; nil where nothing is.
    ///
    /// - Parameters:
    ///   - draft: what is to be recorded.
    ///   - act: the act as written; nil where none was.
    ///   - due: its last day as written; nil where none was.
    ///   - today: the day of recording.
    /// - Returns: the first fault.
    package static func fault(
        in draft: Decision.Draft, act: String?, due: CivilDate?, on today: CivilDate
    ) -> Wording? {
        if draft.reason.isEmpty {
            return Wording(
                ja: "--reason に理由を書いてください。まとめに載ります。",
                en: "Say why with --reason; the summary shows it.")
        }
        return quarter(draft.quarter, today) ?? self.act(draft.verdict, act, due, today)
            ?? effect(draft.effectBy, due, today)
    }

    private static func quarter(_ quarter: Period, _ today: CivilDate) -> Wording? {
        guard !quarter.isClosed(on: today) else { return nil }
        let name = quarter.wording
        return Wording(
            ja: "\(name.japanese)はまだ終わっていません。--quarter に終わった四半期を書いてください。",
            en: "\(name.english) is not over. Give a quarter that is with --quarter.")
    }

    private static func act(
        _ verdict: Decision.Verdict, _ act: String?, _ due: CivilDate?, _ today: CivilDate
    ) -> Wording? {
        switch (act, due) {
        case (nil, nil):
            verdict == .improve
                ? Wording(
                    ja: "改善には、何を（--act）いつまでに（--due）するかが必要です。",
                    en: "To improve means to do something: say what with --act, by when with --due."
                )
                : nil
        case (nil, _):
            Wording(
                ja: "--due があるのに --act がありません。何をするかを --act に書いてください。",
                en: "--due is given without --act. Say with --act what is to be done by then.")
        case (_, nil):
            Wording(
                ja: "--act があるのに --due がありません。いつまでにするかを --due に書いてください。",
                en: "--act is given without --due. Say with --due by when it is to be done.")
        case (_, let due?):
            due < today ? past("--due", due) : nil
        }
    }

    private static func effect(
        _ effectBy: CivilDate?, _ due: CivilDate?, _ today: CivilDate
    ) -> Wording? {
        guard let effectBy else { return nil }
        if effectBy < today { return past("--effect-by", effectBy) }
        guard let due, effectBy < due else { return nil }
        return Wording(
            ja: "--effect-by \(effectBy) は、措置の期限 \(due) より前です。効果は期限以後の日にしてください。",
            en:
                "--effect-by \(effectBy) is before the act is due (\(due)). Give that day or a later one."
        )
    }

    private static func past(_ option: String, _ day: CivilDate) -> Wording {
        Wording(
            ja: "\(option) \(day) はもう過ぎています。今日以後の日を書いてください。",
            en: "\(option) \(day) is in the past. Give today or a later day.")
    }
}
