import ShirubeCore

/// What the product foretells, and how far off it was.
///
/// On stdout: the standardised error, middle, σ̃, the quarter and the strength of season that its errors are kept under, the
/// 80 % interval's low end, its median, its high end, the year's estimate, and the probability of each goal; all NaN
/// where there is no forecast.
struct Answer {
    private var numbers: [Double]

    init(to question: Question) {
        numbers = [Double](repeating: .nan, count: 9 + question.goals.count)
        switch question.kind {
        case .annual: closed(question, .logarithm(offset: 0.5))
        case .share: closed(question, .share(whole: 1))
        case .linear:
            let size = ForecastScale.size(of: question.years.map { $0[0] }, fallback: 1)
            closed(question, .linear(size: size))
        case .flow, .sum: seasonal(question)
        case .counts: counts(question)
        case .plan: plan(question)
        case .surprises: surprises(question)
        }
    }

    func append(to answers: inout [Double]) { answers += numbers }

    private mutating func closed(_ question: Question, _ scale: ForecastScale) {
        let outlook = AnnualForecast.flow(
            times: question.years.indices.map(Double.init), values: question.years.map { $0[0] },
            scale: scale, horizon: question.horizon, quarter: 4, strength: .unknown)
        take(outlook, question, quarter: 4, strength: .unknown)
    }

    private mutating func seasonal(_ question: Question) {
        let window = SeasonalWindow(
            years: question.years, running: question.running,
            isSeasonKnown: question.isSeasonKnown)
        numbers[8] = window.estimate
        take(
            question.kind == .flow
                ? window.flow(horizon: question.horizon)
                : window.sum(years: question.horizon, before: 0),
            question, quarter: window.quarter, strength: window.profile.strength)
    }

    private mutating func counts(_ question: Question) {
        let given = question.years.map { $0[0] }
        guard
            let forecast = SmallCountForecast(
                counted: given[2], exposure: given[3], rest: given[4], priorRate: given[0],
                priorYears: given[1], dispersion: given[5])
        else { return }
        let first = forecast.forecast(of: .atLeast(0))
        numbers.replaceSubrange(5..<8, with: [first.low80, first.median, first.high80])
        for (index, goal) in question.goals.enumerated() {
            numbers[9 + index] = forecast.forecast(of: .atLeast(goal)).probability
        }
    }

    /// Judges the sum of the last five of the years at each of their quarters' ends.
    ///
    /// For each goal: the look (1 to 20) at which it first lagged, 0 where it never did, plus 100 for each time that it began to.
    private mutating func plan(_ question: Question) {
        let known = question.years.count - 5
        var states = question.goals.map { _ in LagState() }
        var results = question.goals.map { _ in 0.0 }
        var before = 0.0
        for year in known..<question.years.count {
            let quarters = question.years[year]
            for quarter in 1...4 {
                let isClosed = quarter == 4
                let window = SeasonalWindow(
                    years: Array(question.years[..<(isClosed ? year + 1 : year)]),
                    running: isClosed ? [] : Array(quarters[..<quarter]), isSeasonKnown: true)
                if isClosed { before += quarters.reduce(0, +) }
                let outlook = window.sum(years: question.years.count - 1 - year, before: before)
                for (index, goal) in question.goals.enumerated() {
                    let forecast =
                        outlook?.forecast(of: .atLeast(goal))
                        ?? Forecast(known: before, .atLeast(goal))
                    states[index].evaluate(
                        probability: forecast.probability, shortfall: goal - forecast.median,
                        target: goal, unit: 1, isSameDefinition: true)
                    guard states[index].hasJustFired else { continue }
                    if results[index] == 0 {
                        results[index] = Double(4 * (year - known) + quarter)
                    }
                    results[index] += 100
                }
            }
        }
        numbers.replaceSubrange(9..., with: results)
    }

    /// For each quarter its surprise, raw where asked for; then whether they ran away low (1), high (2) or both (3).
    private mutating func surprises(_ question: Question) {
        let known = question.years.count - 5
        var sum = Cusum()
        var (low, high) = (0.0, 0.0)
        for year in known..<question.years.count {
            let closed = Array(question.years[..<year])
            let quarters = question.years[year]
            let totals = closed.map { $0.reduce(0, +) }
            for quarter in 0..<4 {
                let before = SeasonalWindow(
                    years: closed, running: Array(quarters[..<quarter]),
                    isSeasonKnown: question.isSeasonKnown)
                let through = before.profile.share(of: 3..<6 + 3 * quarter)
                let share = through - (quarter == 0 ? 0 : before.share)
                let drift = Drift(
                    times: (0...year).map(Double.init), values: totals + [before.estimate],
                    scale: .logarithm(offset: 0.5), isEstimate: true)
                let error = Surprise.error(
                    flow: quarters[quarter], expected: share * before.estimate, offset: 0.5,
                    spread: drift?.spread ?? 0)
                numbers[4] = Double(before.profile.strength.rawValue)
                let score = error.map {
                    Surprise.score(error: $0, strength: before.profile.strength)
                }
                numbers[9 + 4 * (year - known) + quarter] =
                    (question.isRaw ? error : score) ?? .nan
                switch sum.add(score ?? 0) {
                case .low: low = 1
                case .high: high = 2
                case nil: break
                }
            }
        }
        numbers[29] = low + high
    }

    private mutating func take(
        _ outlook: Outlook?, _ question: Question, quarter: Int, strength: SeasonProfile.Strength
    ) {
        guard let outlook else { return }
        let actual = outlook.scale.position(of: question.actual - outlook.certain)
        numbers[0] = (actual - outlook.center) / outlook.spread
        numbers[1] = outlook.center
        numbers[2] = outlook.spread
        numbers[3] = Double(quarter)
        numbers[4] = Double(strength.rawValue)
        for (index, level) in [0.1, 0.5, 0.9].enumerated() {
            numbers[5 + index] = outlook.value(at: level)
        }
        for (index, goal) in question.goals.enumerated() {
            numbers[9 + index] =
                question.isRaw
                ? 1 - outlook.probability(below: goal)
                : outlook.forecast(of: .atLeast(goal)).probability
        }
    }
}
