/// One version of an indicator's definition: what was decided, by whom, and from when on it holds.
///
/// The indicator's id stays the same over all versions; what its observations are judged by is the version in force.
package struct DefinitionVersion: Sendable, Equatable {
    /// Its number among those of the indicator, from 1.
    package let number: Int
    /// The first day on which it holds.
    package let validFrom: CivilDate
    /// The day of the decision (決裁日); nil for what was in the strategy file when Shirube first saw it.
    package let decidedOn: CivilDate?
    /// Who decided; empty for what was first recorded.
    package let decidedBy: String
    /// The number under which the decision is filed (決裁番号); nil where none was given.
    package let decision: String?
    /// Why it was decided, in people's words; empty for what was first recorded.
    package let reason: String
    /// When it became known to the ledger.
    package let knownAt: Timestamp
    /// The definition itself.
    package internal(set) var indicator: Indicator
    /// The first and last fiscal year of the plan, which formulas over the whole plan need.
    package let term: ClosedRange<Int>
    /// Whether the indicator ends with this version (終了・廃止・統合); `indicator` is then its last definition.
    package let isRetired: Bool

    /// Makes a version.
    package init(
        number: Int, validFrom: CivilDate, decidedOn: CivilDate? = nil, decidedBy: String = "",
        decision: String? = nil, reason: String = "", knownAt: Timestamp, indicator: Indicator,
        term: ClosedRange<Int>, isRetired: Bool = false
    ) {
        self.number = number
        self.validFrom = validFrom
        self.decidedOn = decidedOn
        self.decidedBy = decidedBy
        self.decision = decision
        self.reason = reason
        self.knownAt = knownAt
        self.indicator = indicator
        self.term = term
        self.isRetired = isRetired
    }
}

/// The versions of an indicator's definition, in the order in which they were decided.
package struct DefinitionHistory: Sendable, Equatable {
    /// The versions by number, at least one; the days from which they hold never go back.
    package let versions: [DefinitionVersion]
    /// The newest version, whether it holds already or not.
    package let newest: DefinitionVersion

    /// Makes a history of versions in the order of their numbers; nil where there is none.
    package init?(_ versions: [DefinitionVersion]) {
        guard let newest = versions.last else { return nil }
        self.versions = versions
        self.newest = newest
    }

    /// The history of an indicator of which the ledger knows nothing yet: its only version is the strategy file's.
    package init(unrecorded indicator: Indicator, term: ClosedRange<Int>) {
        let version = DefinitionVersion(
            number: 1, validFrom: Self.firstDay(of: term),
            knownAt: Timestamp(milliseconds: .min), indicator: indicator, term: term)
        versions = [version]
        newest = version
    }

    /// The day from which a version holds that was in the strategy file when Shirube first saw it.
    package static func firstDay(of term: ClosedRange<Int>) -> CivilDate {
        Period(Year(.fiscal, term.lowerBound)).firstDay
    }

    /// The version that holds on a day, by what was known at a moment.
    ///
    /// Of the versions known by then, the newest one that holds already; the oldest one known where none does, because an
    /// indicator's baseline and its first figures often lie before the plan. Where nothing was known yet, the first
    /// version: what was observed before Shirube saw the strategy has no other definition.
    package func inForce(on date: CivilDate, knownAt moment: Timestamp) -> DefinitionVersion {
        var oldest: DefinitionVersion?
        for version in versions.reversed() where version.knownAt <= moment {
            if version.validFrom <= date { return version }
            oldest = version
        }
        return oldest ?? versions[0]
    }
}
