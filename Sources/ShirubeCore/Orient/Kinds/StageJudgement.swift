extension Evidence {
    /// What is known about a milestone (K8): the weight of the stage that was reported last.
    ///
    /// Of a work in parts (内訳) the part that is least advanced counts. The expected weight is that
    /// of the last stage due on `date`. `figures` are those in force up to the target period, at
    /// least one.
    static func ofMilestone(
        _ indicator: Indicator, figures: [CurrentReadings.Figure], newest: Period,
        on date: CivilDate
    ) -> Evidence {
        let last = figures.max {
            ($0.period.absoluteMonths.upperBound, $0.sequence)
                < ($1.period.absoluteMonths.upperBound, $1.sequence)
        }
        guard let last else {
            return Evidence(period: newest, obstacle: Verdict(.awaitingData, .notComparable))
        }
        var reached: [Stage] = []
        for reading in last.readings {
            guard case .stage(let name) = reading.value,
                let stage = indicator.stages.first(where: { $0.name == name })
            else {
                return Evidence(
                    period: last.period, obstacle: Verdict(.inconclusive, .unknownStage))
            }
            reached.append(stage)
        }
        var evidence = Evidence(period: last.period)
        let weight = reached.map(\.weight).min() ?? 0
        evidence.value = weight
        evidence.yearly = weight
        evidence.expected = indicator.stageDue(on: date)?.weight ?? 0
        evidence.yearlyExpected = evidence.expected
        evidence.usableValues = 1
        evidence.isOfTargetPeriod = last.period.absoluteMonths.upperBound == indicator.targetEnd
        evidence.isFinal = last.isFinal
        evidence.notes = Standing.Reason.parts(of: [last])
        return evidence
    }
}

extension Indicator {
    /// The heaviest stage whose due period is over on the date; nil where none is.
    package func stageDue(on date: CivilDate) -> Stage? {
        stages.filter { $0.due?.isClosed(on: date) ?? false }.max { $0.weight < $1.weight }
    }

    /// How many days the earliest stage that is due and not reached has slipped by the date; 0 where none has.
    package func slipDays(weight: Double, on date: CivilDate) -> Int {
        let missed = stages.filter { $0.weight > weight && ($0.due?.isClosed(on: date) ?? false) }
        let due = missed.compactMap { $0.due?.lastDay }.min()
        return due.map { date.dayNumber - $0.dayNumber } ?? 0
    }
}
