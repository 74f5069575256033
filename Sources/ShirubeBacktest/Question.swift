/// A window of a series, cut where a forecast is asked for, and what came of it.
///
/// On stdin: kind, horizon, quarter, season known (1, 0), closed years, goals, actual, raw (1, 0); then the years' values (annual: one
/// each; otherwise four quarters each), the running year's quarters so far, and the goals.
struct Question {
    enum Kind: Int {
        /// A closed annual series on the logarithmic scale.
        case annual
        /// An annual flow within a year, or at its end.
        case flow
        /// A sum over the plan's years; the actual value and the goals are of what is still to come after the closed
        /// years.
        case sum
        /// A closed annual series of shares between 0 and 1.
        case share
        /// A closed annual series on the linear scale.
        case linear
        /// A sum of small counts: values are prior rate, prior years, counted, exposure, rest, dispersion.
        case counts
        /// A sum over the last five of the years, judged at each of their quarters' ends.
        case plan
        /// The surprises of the quarters of the last five of the years; as many goals, whatever they are, and one more.
        case surprises
    }

    let kind: Kind
    let horizon: Int
    let quarter: Int
    let isSeasonKnown: Bool
    /// Whether probabilities are wanted as the quantiles give them, before they are recalibrated.
    let isRaw: Bool
    let actual: Double
    /// A row a closed year.
    let years: [[Double]]
    let running: [Double]
    let goals: [Double]

    /// Reads the next question; nil at the end.
    init?(_ numbers: inout Numbers) {
        guard let head = numbers.read(8), let kind = Kind(rawValue: Int(head[0])) else {
            return nil
        }
        self.kind = kind
        horizon = Int(head[1])
        quarter = Int(head[2])
        isSeasonKnown = head[3] == 1
        actual = head[6]
        isRaw = head[7] == 1
        let isQuarterly = [.flow, .sum, .plan, .surprises].contains(kind)
        var years: [[Double]] = []
        for _ in 0..<Int(head[4]) {
            guard let year = numbers.read(isQuarterly ? 4 : 1) else { return nil }
            years.append(year)
        }
        self.years = years
        guard let running = numbers.read(isQuarterly ? quarter % 4 : 0),
            let goals = numbers.read(Int(head[5]))
        else { return nil }
        self.running = running
        self.goals = goals
    }
}
