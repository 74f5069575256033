extension Judge {
    /// When is judged, and by whose words: what all indicators of one run have in common.
    package struct Occasion: Sendable {
        /// The moment of judging.
        package let now: Timestamp
        /// Figures of periods that end later than its last day are left out; nil leaves out none.
        package let through: Period?
        /// The letters of the statuses.
        package let letters: LetterTable

        /// Makes an occasion.
        package init(now: Timestamp, through: Period? = nil, letters: LetterTable = .standard) {
            self.now = now
            self.through = through
            self.letters = letters
        }

        /// The day whose definitions count: today, or the last day of `through` where that is earlier.
        package var definitionDay: CivilDate {
            min(now.japanDate, through?.lastDay ?? now.japanDate)
        }
    }

    /// Judges an indicator by what is in force of its readings, and by the version of its definition in force.
    ///
    /// An indicator that has ended keeps its figures and stands at END.
    ///
    /// - Parameters:
    ///   - indicator: the indicator, of the strategy in `definitions`.
    ///   - definitions: the strategy with the recorded versions.
    ///   - current: what is in force of its readings.
    ///   - occasion: when is judged.
    /// - Returns: the judgement.
    package static func standing(
        of indicator: Indicator, in definitions: Definitions, current: CurrentReadings,
        at occasion: Occasion
    ) -> Standing {
        let version = definitions.inForce(
            indicator, on: occasion.definitionDay, knownAt: occasion.now)
        let standing = standing(
            of: version.indicator, in: definitions.strategy.with(term: version.term),
            current: current, through: occasion.through, now: occasion.now
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
