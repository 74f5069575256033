/// How an indicator stands (the statuses of docs/METHODS.md, in the order in which they are tried).
package enum Status: String, Sendable, CaseIterable {
    /// 終了・廃止・統合: its definition is closed.
    case discontinued = "END"
    /// 定義確認中: an open question blocks a judgement.
    case definitionQuery = "DEF"
    /// 達成.
    case achieved = "MET"
    /// 未達成.
    case notAchieved = "MISS"
    /// 未着手: a milestone past its start without a first stage.
    case notStarted = "X"
    /// 実績待ち: no figure yet.
    case awaitingData = "WAIT"
    /// 季節前: its season has not come.
    case beforeSeason = "PRE"
    /// 判定保留: too little to judge by.
    case inconclusive = "NS"
    /// 後退: it moves away, or has fallen below the level to be kept.
    case movingAway = "BACK"
    /// 遅れ.
    case lagging = "LAG"
    /// 達成水準: at its target's level, but could leave it again.
    case atTargetLevel = "LVL"
    /// 順調.
    case onTrack = "ON"
    /// 注意.
    case watch = "WATCH"

    /// The label that people read.
    package var wording: Wording {
        switch self {
        case .discontinued: Wording(ja: "終了", en: "Discontinued")
        case .definitionQuery: Wording(ja: "定義確認中", en: "Definition query")
        case .achieved: Wording(ja: "達成", en: "Achieved")
        case .notAchieved: Wording(ja: "未達成", en: "Not achieved")
        case .notStarted: Wording(ja: "未着手", en: "Not started")
        case .awaitingData: Wording(ja: "実績待ち", en: "Awaiting data")
        case .beforeSeason: Wording(ja: "季節前", en: "Not yet in season")
        case .inconclusive: Wording(ja: "判定保留", en: "Inconclusive")
        case .movingAway: Wording(ja: "後退", en: "Moving away")
        case .lagging: Wording(ja: "遅れ", en: "Lagging")
        case .atTargetLevel: Wording(ja: "達成水準", en: "At target level")
        case .onTrack: Wording(ja: "順調", en: "On track")
        case .watch: Wording(ja: "注意", en: "Watch")
        }
    }

    /// Whether the department is told by mail when an indicator comes to stand so.
    package var callsForAlert: Bool { self == .lagging || self == .movingAway }
}

/// A judgement of one indicator: what was judged, by what, and how it stands.
package struct Standing: Sendable, Equatable {
    /// Why a status was given, or what a reader must know beside it.
    package struct Reason: Sendable, Equatable {
        /// A stable code, such as `pace`, `missing-periods`, `blocked`.
        package let code: String
        /// The reason in one sentence.
        package let text: Wording

        /// Makes a reason.
        package init(code: String, text: Wording) {
            self.code = code
            self.text = text
        }
    }

    /// The indicator judged.
    package let indicator: Identifier<Indicator>
    /// The newest reported period, which was judged; nil where nothing has been reported.
    package let period: Period?
    /// The figure judged: sum since plan start (K1, K3), year to date (K4), stage weight (K8), else the level.
    package let value: Double?
    /// The figure that the path to the target asks for at the same point, comparable with `value`.
    package let expected: Double?
    /// 達成率 in percent, unrounded; nil where undefined.
    package let achievementRate: Double?
    /// 進捗率 in percent, unrounded; nil where undefined.
    package let progressRate: Double?
    /// The status.
    package internal(set) var status: Status
    /// Why, the deciding reason first.
    package internal(set) var reasons: [Reason]
    /// The rules it was judged by, such as `pace-1`.
    package let rule: String
    /// The number of the definition's version that it was judged by; nil for judgements from before versions were kept.
    package internal(set) var definition: Int?

    /// Makes a standing.
    package init(
        indicator: Identifier<Indicator>, period: Period?, value: Double?, expected: Double?,
        achievementRate: Double?, progressRate: Double?, status: Status, reasons: [Reason],
        rule: String, definition: Int? = nil
    ) {
        self.indicator = indicator
        self.period = period
        self.value = value
        self.expected = expected
        self.achievementRate = achievementRate
        self.progressRate = progressRate
        self.status = status
        self.reasons = reasons
        self.rule = rule
        self.definition = definition
    }
}
