/// Judges how an indicator stands, by the rules of docs/METHODS.md.
package enum Judge {
    /// The version of the rules, stored with every judgement.
    package static let rule = "probability-1"

    /// When is judged, and by whose words: what all indicators of one run have in common.
    package struct Occasion: Sendable {
        /// The moment of judging.
        package let now: Timestamp
        /// Figures of periods that end later than its last day are left out; nil leaves out none.
        package let through: Period?
        /// The day that says which periods are over: today, or the day after `through` where that is earlier.
        package let date: CivilDate
        /// The day whose version of a definition counts: today, or the last day of `through` where that is earlier.
        package let definitionDay: CivilDate
        /// The letters of the statuses.
        package let letters: LetterTable
        /// φ: how much more than Poisson small counts are spread.
        package let dispersion: Double
        /// By when figures are due.
        package let dueDays: DueDays
        /// How the city's own forecasts have erred, as far as that was known.
        package let own: OwnErrors

        /// Makes an occasion.
        package init(
            now: Timestamp, through: Period? = nil, letters: LetterTable = .standard,
            dispersion: Double = SmallCountForecast.dispersion, dueDays: DueDays = DueDays(),
            own: OwnErrors = .none
        ) {
            self.now = now
            self.through = through
            self.letters = letters
            self.dispersion = dispersion
            self.dueDays = dueDays
            self.own = own
            definitionDay = min(now.japanDate, through?.lastDay ?? now.japanDate)
            date = min(now.japanDate, through?.lastDay.adding(days: 1) ?? now.japanDate)
        }
    }

    /// Judges an indicator by what is in force of its readings, and by the definitions in force.
    ///
    /// Pure: the same figures and definitions give the same judgement, in whatever order they came. An indicator without
    /// a figure in force has nil figures and waits (WAIT).
    package static func standing(
        of indicator: Indicator, in definitions: Definitions, current: CurrentReadings,
        at occasion: Occasion
    ) -> Standing {
        let date = occasion.date
        let version = definitions.inForce(
            indicator, on: occasion.definitionDay, knownAt: occasion.now)
        let limit = occasion.through?.absoluteMonths.upperBound ?? .max
        let indicator = version.indicator
        let months = DayRollup.months(of: current, isFlow: indicator.kind.isFlow)
        let figures = months.filter { $0.period.absoluteMonths.upperBound <= limit }
        let judged = figures.filter { $0.period.absoluteMonths.upperBound <= indicator.targetEnd }
        let time = TermsInTime(
            version, history: definitions.history(of: indicator), at: occasion)
        var evidence = evidence(for: time, figures: judged, on: date)
        let taught = evidence?.onlyOfPlanBefore(time.now)
        if taught != nil { evidence = nil }
        // The accounts close on a day of the calendar, also for a quarter that is looked at later.
        let isOpen = {
            ClosingPeriod.isOpen(for: indicator, period: $0, on: occasion.now.japanDate)
        }
        let awaitsClosing = evidence.map { $0.isFinal && isOpen($0.period) } ?? false
        if awaitsClosing { evidence?.isFinal = false }
        var notes = evidence?.notes ?? []
        if let evidence, StatusTable.awaitsFinal(indicator, evidence, date: date) {
            notes.append(
                awaitsClosing ? .accountsOpen(evidence.period) : .preliminary(indicator))
        }
        let absences = current.absences.filter {
            $0.period.absoluteMonths.upperBound <= min(limit, indicator.targetEnd)
        }
        let absent = Standing.Reason.absent(absences, of: indicator, besides: judged)
        notes += absent
        notes += Standing.Reason.partsAbsent(absences, of: indicator, in: judged)
        notes += Standing.Reason.partsMissing(in: judged, absences: absences)
        notes += Standing.Reason.held(
            current.held.filter { $0.period.absoluteMonths.upperBound <= limit })
        if judged.count < figures.count { notes.append(.afterTarget(indicator)) }
        var verdict =
            version.isRetired
            ? Verdict(.discontinued, .ended(version))
            : StatusTable.verdict(on: time.now, evidence: evidence, date: date)
        // That nothing was reported is not so where the answer was that there is nothing.
        if let answer = absent.first, verdict.reason.code == Standing.Reason.noFigure.code {
            verdict = Verdict(verdict.status, answer)
        }
        if let taught, verdict.reason.code == Standing.Reason.noFigure.code {
            verdict = Verdict(verdict.status, .beforePlan(taught))
        }
        notes += Standing.Reason.beside(verdict.status, time.now, evidence)
        return Standing(
            time.now, verdict, evidence, notes: notes, current: current, occasion: occasion)
    }

    private static func evidence(
        for time: TermsInTime, figures: [CurrentReadings.Figure], on date: CivilDate
    ) -> Evidence? {
        guard let newest = figures.map(\.period).max() else { return nil }
        let indicator = time.now.indicator
        if indicator.kind == .milestone {
            return .ofMilestone(indicator, figures: figures, newest: newest, on: date)
        }
        return indicator.kind.isFlow
            ? .ofFlow(figures, newest: newest, time) : .ofLevel(figures, newest: newest, time)
    }
}

extension Evidence {
    /// The newest period, where the indicator goes on from one of the plan before and all that is known is that plan's.
    ///
    /// Such figures teach how it behaves, and say nothing yet of how this plan goes.
    fileprivate func onlyOfPlanBefore(_ terms: Terms) -> Period? {
        guard terms.indicator.continues != nil,
            period.absoluteMonths.upperBound <= terms.planStart
        else { return nil }
        return period
    }
}

extension Judge.Occasion {
    /// How the owners stand with their answer; nil where nothing was owed yet, or nothing is any more.
    fileprivate func answer(of terms: Terms, current: CurrentReadings) -> Answers.State? {
        Answers.state(
            of: terms.indicator, planStart: terms.planStart, current: current, dueDays: dueDays,
            on: date)
    }
}

extension Standing {
    /// Puts a judgement together.
    fileprivate init(
        _ terms: Terms, _ verdict: Verdict, _ evidence: Evidence?, notes: [Reason],
        current: CurrentReadings, occasion: Judge.Occasion
    ) {
        let indicator = terms.indicator
        let isClear = evidence?.noise?.isClear ?? true
        let isEnded = verdict.status == .discontinued || verdict.status == .definitionQuery
        self.init(
            indicator: indicator.id, period: evidence?.period, value: evidence?.value,
            expected: evidence?.expected.map(Forecast.rounded),
            achievementRate: evidence?.rated.flatMap {
                Rates.achievement(of: indicator, value: $0).map(Forecast.rounded)
            },
            progressRate: isClear
                ? evidence?.yearly.flatMap {
                    Rates.progress(of: indicator, value: $0).map(Forecast.rounded)
                } : nil,
            prospect: Prospect(terms, evidence, isClear: isClear),
            lag: isEnded ? nil : evidence?.fold.shown,
            signals: Signal.raised(terms, evidence, isEnded: verdict.status == .discontinued),
            answer: occasion.answer(of: terms, current: current),
            status: verdict.status, letter: occasion.letters.letter(for: verdict.status),
            reasons: [verdict.reason] + notes.filter { $0.code != verdict.reason.code },
            definition: terms.version, rule: Judge.rule)
    }
}

extension Standing.Prospect {
    /// What the newest evaluation says, and what it was made from.
    fileprivate init(_ terms: Terms, _ evidence: Evidence?, isClear: Bool) {
        self.init()
        guard let evidence else { return }
        // What a survey leaves open is its sampling error, and no forecast.
        let forecast = terms.kind == .survey ? nil : evidence.evaluation?.forecast
        if evidence.season.map({ $0.elapsed < 1 }) ?? (evidence.evaluation?.estimate != nil) {
            estimate = evidence.evaluation?.estimate
        }
        median = forecast?.median ?? evidence.planned(terms)
        low80 = forecast?.low80
        high80 = forecast?.high80
        probability = forecast?.probability
        requiredRate = evidence.rates.required
        bestRate = evidence.rates.best
        season = (evidence.season?.elapsed).map(Forecast.rounded)
        profile = evidence.profile.map { terms.fromFirstMonth($0.shares.shares) } ?? []
        profileYears = evidence.profile?.years ?? 0
        if forecast != nil, let shipped = evidence.evaluation?.shipped {
            own = Own(
                count: evidence.evaluation?.ownErrors ?? 0,
                widening: evidence.evaluation?.widening ?? 1, shipped: shipped)
        }
        evaluations = evidence.fold.count
        isFinal = evidence.value == nil ? nil : evidence.isFinal
        if isClear { pace = Rates.pace(terms, evidence).map(Forecast.rounded) }
    }
}

extension Evidence {
    /// What 達成率 is made of: the year-end estimate where there is one; of a year not begun, nothing.
    fileprivate var rated: Double? {
        if season != nil, yearly == nil { return nil }
        return yearly
    }

    /// Where the owners' plan leads: to the target, less what is behind it today; nil without such a plan.
    fileprivate func planned(_ terms: Terms) -> Double? {
        guard stepsBehind != nil, let value, let expected else { return nil }
        let short = terms.wantsLess ? max(0, value - expected) : min(0, value - expected)
        return Forecast.rounded(terms.target + short)
    }
}

extension Terms {
    /// Twelve shares from the year's first month on, of those from January on; to 6 digits.
    func fromFirstMonth(_ shares: [Double]) -> [Double] {
        (0..<12).map { Forecast.rounded(shares[($0 + shift) % 12]) }
    }
}

extension Standing.Signal {
    /// The signals that stand beside the status.
    static func raised(_ terms: Terms, _ evidence: Evidence?, isEnded: Bool) -> [Standing.Signal] {
        if isEnded { return [] }
        var signals: [Standing.Signal] = []
        if let evidence, StatusTable.isBelowLevel(terms, evidence) { signals.append(.belowLevel) }
        if evidence?.fold.runaway != nil { signals.append(.suddenChange) }
        if terms.indicator.blocked || terms.hasOddPace { signals.append(.definitionQuery) }
        return signals
    }
}
