/// Decides which of the plans that run side by side a drop reports on.
///
/// Two plans may have indicators of one id; a department has one folder for both.
/// 1. A file whose name holds the id of a plan is that plan's.
/// 2. Else it is that of the plan by which alone it can be read.
/// 3. Where several can read it, the years decide in which its figures lie. A file with figures of two plans, or of years that
///    both plans have, is refused: one half of it would be counted for the wrong plan.
/// 4. What no plan can read is refused by the plan that knows most of its indicators.
package enum PlanChoice {
    /// A plan, and what the drop says by its definitions.
    package struct Candidate: Sendable, Equatable {
        /// The plan.
        package let strategy: Identifier<Strategy>
        /// Its name.
        package let name: String
        /// Its first and last fiscal year.
        package let term: ClosedRange<Int>
        /// What is found in the drop when it is read by this plan.
        package let drop: ParsedDrop
        /// The periods that its figures speak of.
        package let periods: Set<Period>

        /// Makes a candidate.
        package init(
            strategy: Identifier<Strategy>, name: String, term: ClosedRange<Int>,
            drop: ParsedDrop, periods: Set<Period>
        ) {
            self.strategy = strategy
            self.name = name
            self.term = term
            self.drop = drop
            self.periods = periods
        }

        fileprivate var firstDay: CivilDate { Period(Year(.fiscal, term.lowerBound)).firstDay }
        fileprivate var lastDay: CivilDate { Period(Year(.fiscal, term.upperBound)).lastDay }

        /// How many rows name an indicator that the plan does not have, or that is another department's there.
        fileprivate var strangers: Int {
            let rules = [Rule.indicatorUnknown, .indicatorNotOwned].map(\.rawValue)
            return drop.findings.count { rules.contains($0.rule) }
        }

        /// The rows that it cannot read, where nothing else is wrong with the drop; nil where something is.
        fileprivate var unreadLines: Set<Int>? {
            let errors = drop.findings.filter { $0.severity == .error }
            guard errors.count == strangers, !errors.isEmpty else { return nil }
            return Set(errors.compactMap(\.line))
        }
    }

    /// What is decided.
    package enum Outcome: Sendable, Equatable {
        /// The drop is that of the plan at this place of the candidates.
        case plan(Int)
        /// It is refused, in the words of the plan at this place.
        case refused(Int, ParsedDrop)
    }

    /// The plan that a file's name names by its id; nil where it names none.
    ///
    /// Of ids that lie within each other the longest one counts.
    package static func named(
        _ fileName: String, among plans: [Identifier<Strategy>]
    ) -> Identifier<Strategy>? {
        let name = CellText.key(fileName)
        return plans.filter { name.contains($0.text) }.max {
            $0.text.utf8.count < $1.text.utf8.count
        }
    }

    /// Decides among plans by what a drop says.
    ///
    /// - Parameters:
    ///   - candidates: the plans in the order of their first years, at least one.
    ///   - today: the day, by which a drop without figures is given to a plan.
    /// - Returns: what is decided.
    package static func choose(among candidates: [Candidate], today: CivilDate) -> Outcome {
        let readable = candidates.indices.filter { candidates[$0].drop.isAcceptable }
        if readable.count == 1 { return .plan(readable[0]) }
        guard readable.isEmpty else { return byYears(readable, candidates, today) }
        if let mixed = mixedRows(candidates) {
            return .refused(mixed, refusal(candidates, because: twoPlans(candidates)))
        }
        let fewest = candidates.map(\.strangers).min() ?? 0
        let nearest = candidates.indices.filter { candidates[$0].strangers == fewest }
        if case .plan(let place) = byYears(nearest, candidates, today) { return .plan(place) }
        return .plan(nearest.last ?? 0)
    }

    private static func byYears(
        _ places: [Int], _ candidates: [Candidate], _ today: CivilDate
    ) -> Outcome {
        let periods = places.reduce(into: Set<Period>()) {
            $0.formUnion(candidates[$1].periods)
        }
        let last = places.last ?? 0
        guard !periods.isEmpty else {
            return .plan(places.last { candidates[$0].firstDay <= today } ?? last)
        }
        func homes(_ period: Period) -> [Int] {
            places.filter {
                candidates[$0].firstDay <= period.firstDay
                    && period.firstDay <= candidates[$0].lastDay
            }
        }
        if let shared = periods.sorted().first(where: { homes($0).count > 1 }) {
            return .refused(
                last,
                refusal(
                    candidates, because: bothPlans(shared, homes(shared).map { candidates[$0] }))
            )
        }
        // What lies before the first plan is history of that one, and what lies between two plans of the earlier one.
        let plans = Set(
            periods.map { period in
                places.last { candidates[$0].firstDay <= period.firstDay } ?? places.first ?? 0
            })
        if plans.count == 1, let plan = plans.first { return .plan(plan) }
        return .refused(
            last, refusal(candidates, because: twoPlans(plans.sorted().map { candidates[$0] })))
    }

    /// The plan in whose words a drop is refused that has rows of several plans, all of which some plan can read.
    private static func mixedRows(_ candidates: [Candidate]) -> Int? {
        let unread = candidates.compactMap(\.unreadLines)
        guard unread.count == candidates.count, let first = unread.first else { return nil }
        let isEveryRowRead = unread.dropFirst().reduce(first) { $0.intersection($1) }.isEmpty
        return isEveryRowRead ? candidates.count - 1 : nil
    }

    // MARK: - Words

    private static func names(_ candidates: [Candidate], _ language: Language) -> String {
        candidates.map { candidate in
            let name = Inert.line(candidate.name)
            return language == .japanese
                ? "「\(name)」（\(candidate.strategy)）" : "\(name) (\(candidate.strategy))"
        }.joined(separator: Wording(ja: "と", en: " and ")[language])
    }

    private static func twoPlans(_ candidates: [Candidate]) -> Wording {
        Wording(
            ja: "このファイルには、\(names(candidates, .japanese))の二つの計画の実績が混じっています。",
            en: "The file holds figures of two plans: \(names(candidates, .english)).")
    }

    private static func bothPlans(_ period: Period, _ candidates: [Candidate]) -> Wording {
        Wording(
            ja:
                "\(period.wording.japanese)は\(names(candidates, .japanese))の両方の期間なので、どちらの実績か分かりません。",
            en:
                "\(period.wording.english) lies in both \(names(candidates, .english)), so it is not clear"
                + " which plan the figures are for.")
    }

    private static func refusal(_ candidates: [Candidate], because message: Wording) -> ParsedDrop {
        let example = candidates.last?.strategy.text ?? ""
        return ParsedDrop(
            readingCount: 0,
            findings: [
                Finding(
                    rule: Rule.planAmbiguous.rawValue, severity: Rule.planAmbiguous.severity,
                    message: message,
                    remedy: Wording(
                        ja: "計画ごとに別のファイルにし、ファイル名に計画のidを入れてください（例：\(example)_実績.csv）。",
                        en:
                            "Make one file for each plan, and put the plan's id into its name (such as"
                            + " \(example)_実績.csv)."))
            ], encoding: candidates.last?.drop.encoding ?? "")
    }
}

/// Takes note of the periods that a drop speaks of, and of nothing else.
package struct PeriodSink: ReadingSink {
    /// The periods.
    package private(set) var periods: Set<Period> = []
    /// How many of the drop's figures have been looked at.
    private var seen = 0

    /// Makes a sink that has heard of none.
    package init() {}

    /// Yes: without readings there are no figures.
    package var takesReadings: Bool { true }
    /// Forgets all periods.
    package mutating func begin() {
        periods = []
        seen = 0
    }
    /// Takes note of the figures' periods.
    package mutating func take(_ batch: ReadingBatch) {
        for number in batch.figures.indices.dropFirst(seen) {
            periods.insert(batch.figures[number].period)
        }
        seen = batch.figures.count
    }
}
