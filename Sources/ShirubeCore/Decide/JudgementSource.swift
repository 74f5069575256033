/// Where the judgements come from that are shown.
package enum JudgementSource: Sendable, Equatable {
    /// Judged now, by what is known now.
    case today
    /// What was stored when it was judged.
    case stored
    /// Judged now, by what was known at an earlier moment and by today's rules: not what was said then.
    case rejudged

    /// Says that judgements were made anew, by which rules, and that they are not those of then.
    package static let rejudgedWording = Wording(
        ja: "再判定：その時点で分かっていた実績と定義を、いまの規則（\(Judge.rule)）で判定し直したもので、当時の判定ではありません。",
        en:
            "Rejudged: what was known then, by today's rules (\(Judge.rule)); not what was said then."
    )
}
