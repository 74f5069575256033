/// Something that people are told of an indicator or its figures, and who in the organisation is.
package enum Telling: String, Sendable, CaseIterable {
    /// A file was sent back.
    case rejection
    /// Figures of a file wait to be confirmed.
    case hold
    /// An accepted file was withdrawn.
    case revocation
    /// The figures of a quarter are asked for.
    case inquiry
    /// Figures that are about to be due are not there.
    case reminder
    /// The indicator has come to lag, or moves away.
    case lagging
    /// An act that was decided on has fallen due.
    case act
    /// The quarter's summary waits at the release gate.
    case preview
    /// The quarter was summed up.
    case summary

    /// The roles that are told, in the order in which they are.
    package var roles: [Role] {
        switch self {
        case .rejection, .hold, .revocation, .inquiry, .reminder: [.staff]
        case .lagging: AlertType.lagging.firstRoles
        case .act: [.staff, .planning]
        case .preview: [.planning]
        case .summary: [.executives, .director, .manager, .planning]
        }
    }

    /// What people call it.
    package var wording: Wording {
        switch self {
        case .rejection: Wording(ja: "差し戻し", en: "rejection")
        case .hold: Wording(ja: "要確認", en: "to be confirmed")
        case .revocation: Wording(ja: "取消", en: "withdrawal")
        case .inquiry: Wording(ja: "照会", en: "inquiry")
        case .reminder: Wording(ja: "提出のお願い", en: "reminder")
        case .lagging: Wording(ja: "遅れ・後退", en: "lagging")
        case .act: Wording(ja: "措置の確認", en: "act due")
        case .preview: Wording(ja: "まとめの下見", en: "preview of the summary")
        case .summary: Wording(ja: "四半期まとめ", en: "quarterly summary")
        }
    }

    /// When people are told, and why then.
    package var reason: Wording {
        switch self {
        case .rejection, .hold:
            Wording(
                ja: "すぐに（保存した人が待っているため）", en: "at once, for whoever saved the file waits")
        case .revocation:
            Wording(ja: "すぐに（数値が変わったため）", en: "at once, for figures have changed")
        case .inquiry:
            Wording(
                ja: "執務時間に（予定の日、求める実績があるとき）",
                en: "in office hours, on its day, where a figure is owed")
        case .reminder:
            Wording(
                ja: "執務時間に（期限の数開庁日前、まだ届いていないとき）",
                en: "in office hours, some working days before the due day, where it is not there")
        case .lagging:
            Wording(ja: "執務時間に（判定が変わったとき）", en: "in office hours, when it is judged so")
        case .act: Wording(ja: "執務時間に（期限の日と、その後は毎月）", en: "in office hours, when due and monthly")
        case .preview: Wording(ja: "執務時間に（作られたとき）", en: "in office hours, when it is built")
        case .summary: Wording(ja: "執務時間に（予定の日）", en: "in office hours, on its day")
        }
    }
}
