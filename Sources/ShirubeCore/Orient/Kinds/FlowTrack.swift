/// Walks through the figures of a flow, one evaluation point after another, and keeps what they say by then.
///
/// An evaluation point is the end of the newest reported period of a quarter: what is reported later for the same quarter
/// takes its place, so that a monthly indicator is looked at as often as a quarterly one.
struct FlowTrack {
    /// What is known by the point, year by year, earlier ones first; the last is the year of the point.
    private(set) var years: [YearSum] = []
    /// The sum since the plan's start; K1 and K3.
    private(set) var total = 0.0
    /// How the flow of the years before the point's fell on their months.
    private(set) var memory = SeasonMemory()
    /// The month after the point; 0 before the first one.
    private(set) var end = 0
    /// Whether the point adds to an earlier one of the same year nothing that is in season, so that it is no new
    /// evaluation.
    private(set) var isNew = false
    /// What was known of the point's year at the evaluation point before; no months where it is the year's first.
    private(set) var before = YearSum(year: 0, sum: 0, months: .none)
    /// How many reporting periods the figures by the point amount to.
    private(set) var usable = 0

    private let figures: [CurrentReadings.Figure]
    private let terms: Terms
    private let isSumOfPlan: Bool
    /// Whether a figure sums up more than its own year, or some figures overlap.
    private let isEntangled: Bool
    private var next = 0

    /// Begins before the first figure; `figures` are in the order of their periods.
    init(_ figures: [CurrentReadings.Figure], _ terms: Terms) {
        self.figures = figures
        self.terms = terms
        isSumOfPlan = terms.indicator.kind != .annualFlow
        isEntangled = Self.isEntangled(figures)
        years.reserveCapacity(8)
    }

    private static func isEntangled(_ figures: [CurrentReadings.Figure]) -> Bool {
        var reached = Int.min
        for figure in figures {
            let months = figure.period.absoluteMonths
            guard figure.basis == .period, months.lowerBound >= reached else { return true }
            reached = months.upperBound
        }
        return false
    }

    /// Goes to the next evaluation point; false where there is none.
    mutating func advance() -> Bool {
        var moved = false
        while next < figures.count {
            let first = figures[next].period.absoluteMonths.upperBound
            let quarter = (first - 1 - terms.shift) / 3
            let start = next
            while next < figures.count,
                (figures[next].period.absoluteMonths.upperBound - 1 - terms.shift) / 3 == quarter
            {
                next += 1
            }
            moved = take(start..<next)
            if moved { return true }
        }
        return moved
    }

    /// Whether no figure is left after the point.
    var isLast: Bool { next >= figures.count }

    /// The newest figure of the point.
    var newest: CurrentReadings.Figure? { next > 0 ? figures[next - 1] : nil }

    /// The figures up to the point.
    var known: ArraySlice<CurrentReadings.Figure> { figures[..<next] }

    private mutating func take(_ range: Range<Int>) -> Bool {
        let newEnd = figures[range.upperBound - 1].period.absoluteMonths.upperBound
        let year = terms.year(of: newEnd - 1)
        if let last = years.last, last.year < year {
            memory.endYear(active: terms.active, isStruck: terms.isStruck(last.year))
        }
        let known = years.last.flatMap { $0.year == year ? $0 : nil }
        before = known ?? YearSum(year: year, sum: 0, months: .none)
        if isEntangled {
            guard reread(year: year) else { return false }
        } else {
            add(range, year: year)
        }
        end = newEnd
        guard let current = years.last else { return false }
        memory.note(current)
        let gained = current.months.subtracting(before.months).intersection(terms.active)
        isNew = !gained.isEmpty || end == terms.months(of: year).upperBound
        return true
    }

    /// Adds figures that overlap with none before them.
    private mutating func add(_ range: Range<Int>, year: Int) {
        if years.last?.year != year { years.append(YearSum(year: year, sum: 0, months: .none)) }
        for figure in figures[range] {
            guard let number = figure.number else { continue }
            let months = figure.period.absoluteMonths
            years[years.count - 1].sum += number
            years[years.count - 1].months.formUnion(YearMonths(months))
            usable += max(1, months.count / terms.indicator.cadence.months)
            if months.lowerBound >= terms.planStart { total += number }
        }
    }

    /// Reads all figures up to the point anew, where they overlap or sum up several years.
    private mutating func reread(year: Int) -> Bool {
        let known = Array(figures[..<next])
        let sum = Series.yearTotal(
            of: known, in: Year(terms.indicator.calendar, year), planStart: terms.planStart)
        if let sum { put(YearSum(year: year, sum: sum.sum, months: Self.months(sum.months))) }
        guard isSumOfPlan else {
            usable = years.reduce(0) {
                $0 + max(1, $1.months.count / terms.indicator.cadence.months)
            }
            return sum != nil
        }
        guard let plan = Series.planTotal(of: known, planStart: terms.planStart) else {
            return sum != nil
        }
        total = plan.sum
        usable = max(plan.figures.count, plan.months.count / terms.indicator.cadence.months)
        spread(plan, upTo: year)
        return true
    }

    private mutating func put(_ sum: YearSum) {
        years.removeAll { $0.year == sum.year }
        years.append(sum)
        years.sort { $0.year < $1.year }
    }

    /// Gives years that are known only within a sum over several years an equal part of what the others leave of it.
    private mutating func spread(_ plan: FlowTotal, upTo year: Int) {
        let covered = Dictionary(grouping: plan.months) { terms.year(of: $0) }
        let first = terms.year(of: terms.planStart)
        let unknown = covered.keys.filter { number in !years.contains { $0.year == number } }
            .sorted()
        let told = years.filter { $0.year >= first && covered[$0.year] != nil }
        let rest = plan.sum - told.reduce(0) { $0 + $1.sum }
        for number in unknown {
            put(
                YearSum(
                    year: number, sum: rest / Double(unknown.count),
                    months: Self.months(Set(covered[number] ?? []))))
        }
        if years.last?.year != year { put(YearSum(year: year, sum: 0, months: .none)) }
    }

    private static func months(_ months: Set<Int>) -> YearMonths {
        var result = YearMonths.none
        for month in months { result.insert(month) }
        return result
    }
}
