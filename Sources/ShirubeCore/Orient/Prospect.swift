extension Standing {
    /// What the final value may be, and what that was worked out from; values are in the indicator's unit.
    package struct Prospect: Sendable, Equatable {
        /// The year-end estimate of the judged year's flow (Û); nil for what is no flow.
        package var estimate: Double?
        /// The middle of what the value at the target period may be; nil without a forecast.
        package var median: Double?
        /// The value that one in ten outcomes lies below; nil without an interval.
        package var low80: Double?
        /// The value that one in ten outcomes lies above; nil without an interval.
        package var high80: Double?
        /// The probability that the target is met, 0 to 1; nil where none can be given.
        package var probability: Double?
        /// The pace ratio r, what was done over what was due; nil where undefined or hidden by chance.
        package var pace: Double?
        /// What each year that is left must bring, as a flow or as a change of the level; nil where undefined.
        package var requiredRate: Double?
        /// The best that a year has brought so far, to compare it with; nil where no year is known.
        package var bestRate: Double?
        /// The share of the judged year's season that figures cover (S_q), 0 to 1; nil for what is no flow.
        package var season: Double?
        /// The share of each month of the year, from the year's first month on; empty for what is no flow.
        package var profile: [Double]
        /// How many complete years the profile was learned from, beside the declared months.
        package var profileYears: Int
        /// Whether the newest figure is final (確報 or 訂正); nil where there is none.
        package var isFinal: Bool?
        /// How many evaluations the state *lagging* was folded over.
        package var evaluations: Int
        /// What the city's own errors have changed; nil where there are none that speak of it.
        package var own: Own?

        /// How a forecast was corrected by how the city's own forecasts have erred.
        package struct Own: Sendable, Equatable {
            /// How many own errors there were as far ahead.
            package let count: Int
            /// What σ̃ was multiplied by; 1 where the city's intervals hold.
            package let widening: Double
            /// What the shipped errors alone foretell.
            package let shipped: Forecast

            /// Makes a correction.
            package init(count: Int, widening: Double, shipped: Forecast) {
                self.count = count
                self.widening = widening
                self.shipped = shipped
            }
        }

        /// Makes a prospect; without arguments nothing is known.
        package init(
            estimate: Double? = nil, median: Double? = nil, low80: Double? = nil,
            high80: Double? = nil, probability: Double? = nil, pace: Double? = nil,
            requiredRate: Double? = nil,
            bestRate: Double? = nil, season: Double? = nil, profile: [Double] = [],
            profileYears: Int = 0, isFinal: Bool? = nil, evaluations: Int = 0, own: Own? = nil
        ) {
            self.estimate = estimate
            self.median = median
            self.low80 = low80
            self.high80 = high80
            self.probability = probability
            self.pace = pace
            self.requiredRate = requiredRate
            self.bestRate = bestRate
            self.season = season
            self.profile = profile
            self.profileYears = profileYears
            self.isFinal = isFinal
            self.evaluations = evaluations
            self.own = own
        }
    }

    /// The state *lagging*, which is entered and left at different probabilities, lest it flutter.
    package struct Lag: Sendable, Equatable {
        /// The period at whose evaluation it was entered.
        package let since: Period
        /// Whether the probability has come back to 0.3 or more without having passed 0.5 (回復中).
        package let isRecovering: Bool

        /// The sub-label while it recovers.
        package static let recovering = Wording(ja: "回復中", en: "recovering")

        /// Makes a state.
        package init(since: Period, isRecovering: Bool) {
            self.since = since
            self.isRecovering = isRecovering
        }
    }

    /// What is to be looked at besides the status (docs/METHODS.md); none of them changes it.
    package enum Signal: String, Sendable, CaseIterable {
        /// 水準割れ: a level to be kept has been fallen below.
        case belowLevel = "below-level"
        /// 急変・数値確認: the latest figures lie so far from what was expected that they should be checked.
        case suddenChange = "sudden-change"
        /// 定義確認: what the figures mean is to be asked.
        case definitionQuery = "definition-query"

        /// The label that people read.
        package var wording: Wording {
            switch self {
            case .belowLevel: Wording(ja: "水準割れ", en: "Below the level to be kept")
            case .suddenChange: Wording(ja: "急変・数値確認", en: "Sudden change, check the figure")
            case .definitionQuery: Wording(ja: "定義確認", en: "Definition to be confirmed")
            }
        }
    }

    /// The letter of a status, and whose table it is from.
    package struct Letter: Sendable, Equatable {
        /// The letter, such as `A`.
        package let text: String
        /// The version of the table that it was taken from.
        package let table: String

        /// Makes a letter.
        package init(text: String, table: String) {
            self.text = text
            self.table = table
        }
    }
}
