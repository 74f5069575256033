extension Judge {
    /// Judges an indicator by the version of its definition that is in force.
    ///
    /// That is the version which holds on the date of `now`, and not later than on the last day of `through`, by what was
    /// known at `now`. An indicator that has ended keeps its figures and stands at END.
    ///
    /// - Parameters:
    ///   - indicator: the indicator, of the strategy in `definitions`.
    ///   - definitions: the strategy with the recorded versions.
    ///   - current: what is in force of its readings.
    ///   - through: leaves out periods that end later than its last day; nil for none.
    ///   - now: the moment of judging.
    package static func standing(
        of indicator: Indicator, by definitions: Definitions, current: CurrentReadings,
        through: Period?, now: Timestamp
    ) -> Standing {
        let today = now.japanDate
        let version = definitions.inForce(
            indicator, on: min(today, through?.lastDay ?? today), knownAt: now)
        let standing = standing(
            of: version.indicator, in: definitions.strategy.with(term: version.term),
            current: current, through: through, now: now
        ).by(version.number)
        return version.isRetired ? standing.ended(by: version) : standing
    }
}

extension Standing {
    /// The standing of an indicator that has ended: the figures stay, the status is END.
    fileprivate func ended(by version: DefinitionVersion) -> Standing {
        var ended = self
        ended.status = .discontinued
        ended.reasons = [.ended(version)]
        return ended
    }

    /// The standing as judged by a version of the definition.
    fileprivate func by(_ definition: Int) -> Standing {
        var judged = self
        judged.definition = definition
        return judged
    }
}

extension Standing.Reason {
    /// `ended`: since when, and by what decision.
    static func ended(_ version: DefinitionVersion) -> Self {
        let number = version.decision.map { " \(Inert.line($0))" } ?? ""
        let who = Inert.line(version.decidedBy)
        let why = Inert.line(version.reason)
        let day = version.validFrom.longWording
        return Self(
            code: "ended",
            text: Wording(
                ja: "この指標は\(day.japanese)に終了しました（\(who)\(number)：\(why)）。",
                en: "The indicator ended on \(day.english) (\(who)\(number): \(why))."))
    }
}
