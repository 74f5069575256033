/// The four answers that a reader in a hurry wants, over the statuses that give them.
package enum StatusGroup: String, Sendable, CaseIterable {
    /// Goes as it should.
    case good
    /// To be watched.
    case watch
    /// Something is to be decided.
    case action
    /// Nothing can be said yet, or any more.
    case open

    /// The label that people read.
    package var wording: Wording {
        switch self {
        case .good: Wording(ja: "良好", en: "Good")
        case .watch: Wording(ja: "注意", en: "Watch")
        case .action: Wording(ja: "要対応", en: "Needs action")
        case .open: Wording(ja: "判定なし", en: "Not judged")
        }
    }

    /// Its statuses, the better first.
    package var statuses: [Status] { Status.fromBestToWorst.filter { $0.group == self } }
}

extension Status {
    /// All statuses, from what pleases a mayor to what does not, then those without a judgement.
    package static let fromBestToWorst: [Status] = [
        .achieved, .atTargetLevel, .onTrack, .watch, .lagging, .movingAway, .notAchieved,
        .notStarted,
        .inconclusive, .beforeSeason, .awaitingData, .definitionQuery, .discontinued,
    ]

    /// The group it is counted in.
    package var group: StatusGroup {
        switch self {
        case .achieved, .atTargetLevel, .onTrack: .good
        case .watch: .watch
        case .lagging, .movingAway, .notAchieved, .notStarted: .action
        case .inconclusive, .beforeSeason, .awaitingData, .definitionQuery, .discontinued: .open
        }
    }

    /// A sign that stands beside the label, so that nothing is said by colour alone.
    package var symbol: String {
        switch self {
        case .achieved, .atTargetLevel: "◎"
        case .onTrack: "○"
        case .watch: "△"
        case .lagging, .movingAway: "▼"
        case .notAchieved, .notStarted: "×"
        case .definitionQuery: "？"
        case .inconclusive, .beforeSeason, .awaitingData, .discontinued: "－"
        }
    }
}
