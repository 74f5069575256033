/// The class by which the national government sorts the KPIs of its growth strategy (成長戦略KPI).
package enum NationalClass: String, Sendable, CaseIterable {
    /// 経過期間の割合以上にKPIが進捗: at least as far as the share of time that has passed.
    case ahead = "A"
    /// Aほど進捗していない.
    case behind = "B"
    /// 施策の実行自体がKPI: that the work is done is itself the KPI.
    case execution = "F"
    /// データ待ちで評価困難: nothing can be said yet.
    case waiting = "N"
}

extension Status {
    /// The national class of an indicator that stands so; nil where it ended.
    ///
    /// A milestone is always F.
    package func nationalClass(of kind: IndicatorKind) -> NationalClass? {
        if self == .discontinued { return nil }
        if kind == .milestone { return .execution }
        return switch self {
        case .achieved, .atTargetLevel, .onTrack: .ahead
        case .notAchieved, .movingAway, .lagging, .watch, .notStarted: .behind
        case .discontinued, .definitionQuery, .awaitingData, .beforeSeason, .inconclusive: .waiting
        }
    }
}
