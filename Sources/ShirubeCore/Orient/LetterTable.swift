/// The letters that a city gives the statuses, under a name that is stored with every judgement.
package struct LetterTable: Sendable, Equatable {
    /// The table's name and version, such as `standard-1`.
    package let version: String
    /// The letters; a status without one is shown by its word alone.
    package let letters: [Status: String]

    /// Makes a table.
    package init(version: String, letters: [Status: String]) {
        self.version = version
        self.letters = letters
    }

    /// The table of docs/METHODS.md, where a city has none of its own: S, A, B, C, D, and X for what was never begun.
    package static let standard = LetterTable(
        version: "standard-1",
        letters: [
            .achieved: "S", .atTargetLevel: "A", .onTrack: "A", .watch: "B", .lagging: "C",
            .movingAway: "D", .notAchieved: "D", .notStarted: "X",
        ])

    /// The letter of a status; nil where it has none.
    package func letter(for status: Status) -> Standing.Letter? {
        letters[status].map { Standing.Letter(text: $0, table: version) }
    }
}

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
