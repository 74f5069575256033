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
    /// Figures are past their due day, and not there.
    case overdue
    /// The indicator has come to lag, or has fallen below a level.
    case lagging
    /// The indicator moves away.
    case movingAway
    /// Its latest figures are to be checked.
    case suddenChange
    /// Nobody has answered an alert for some working days.
    case escalation
    /// An alert is still open.
    case repeated
    /// Something has happened to alerts, or the program itself has failed.
    case digest
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
        case .lagging, .repeated: [.staff, .manager]
        case .movingAway: [.director]
        case .suddenChange: AlertType.suddenChange.firstRoles
        case .escalation: AlertType.lagging.higherRoles
        case .digest: [.planning]
        case .overdue: [.staff, .manager, .director]
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
        case .overdue: Wording(ja: "未回答", en: "overdue")
        case .lagging: Wording(ja: "遅れ・水準割れ", en: "lagging, below a level")
        case .movingAway: Status.movingAway.wording
        case .suddenChange: AlertType.suddenChange.wording
        case .escalation: Wording(ja: "警告（未対応）", en: "alert not answered")
        case .repeated: Wording(ja: "警告（継続中）", en: "alert still open")
        case .digest: Wording(ja: "警告の動き・障害", en: "digest of alerts, failures")
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
        case .overdue:
            Wording(
                ja: "執務時間に（期限の翌開庁日から毎週、課長と部長には日がたってから）",
                en: "in office hours, weekly from the working day after the due day, managers and "
                    + "directors later")
        case .lagging, .movingAway, .suddenChange:
            Wording(ja: "執務時間に（判定が変わったとき）", en: "in office hours, when it is judged so")
        case .escalation, .repeated, .digest:
            Wording(
                ja: "警告のお知らせの日に（動きがあったとき）",
                en: "on the day of a round, where anything has happened")
        case .act: Wording(ja: "執務時間に（期限の日と、その後は毎月）", en: "in office hours, when due and monthly")
        case .preview: Wording(ja: "執務時間に（作られたとき）", en: "in office hours, when it is built")
        case .summary: Wording(ja: "執務時間に（予定の日）", en: "in office hours, on its day")
        }
    }

    /// Whether people are told in the rounds of alerts only.
    package var isOfRound: Bool { self == .escalation || self == .repeated || self == .digest }

    /// When a role is told, and why then, by the rules that hold.
    ///
    /// - Parameters:
    ///   - role: the role that is told.
    ///   - rules: when people are told of alerts that last.
    ///   - hasRound: whether rounds are scheduled.
    /// - Returns: the words.
    package func reason(for role: Role, rules: AlertRules, hasRound: Bool) -> Wording {
        guard isOfRound else { return reason }
        guard hasRound else {
            return Wording(
                ja: "届きません（schedule に alertRound がないため）",
                en: "never, for `schedule` has no alertRound")
        }
        switch self {
        case .escalation:
            let days =
                role == .manager ? rules.escalateToManagerAfter : rules.escalateToDirectorAfter
            return Wording(
                ja: "対応の記録がないまま\(days)開庁日たったとき",
                en: "after \(days) working days without an answer")
        case .repeated:
            return rules.wording
        default: return reason
        }
    }
}

extension AlertRules {
    /// When people are reminded.
    var wording: Wording {
        let count = Wording(ja: "（\(repeatTimes)回まで）", en: ", \(repeatTimes) times at most")
        switch repeats {
        case .never: return Wording(ja: "届きません（repeat が never のため）", en: "never, by `repeat`")
        case .month:
            return Wording(
                ja: "前の通知から1か月ごと\(count.japanese)",
                en: "a month after they were told last\(count.english)")
        case .week:
            return Wording(
                ja: "前の通知から1週間ごと\(count.japanese)",
                en: "a week after they were told last\(count.english)")
        }
    }
}
