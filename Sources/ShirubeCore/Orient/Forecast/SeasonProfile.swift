/// How the flow of a year is spread over its months: what was declared, corrected by what was seen.
///
/// `p_j = (m·π_j + n·p̂_j)/(m + n)` with π the declared active months in equal parts (else twelfths),
/// `p̂_j = ΣF_j/ΣY` over n complete years. m is 1 year's worth of belief where months are declared, and 0 where
/// none are: that every month is alike is then nobody's word, and one year seen says more.
package struct SeasonProfile: Sendable, Equatable {
    /// How much is known of the season, by which forecast errors differ.
    package enum Strength: Int, Sendable, CaseIterable {
        /// No months are declared and no complete year is known month by month or by quarters.
        case unknown
        /// The quarters carry nearly equal parts.
        case weak
        /// They do not.
        case strong
    }

    /// The season counts as strong from this distance of the quarters' shares from four quarters:
    /// `½ Σ|p − ¼|`.
    package static let strongDistance = 0.1

    /// The share of a year's flow in each calendar month, January first; their sum is 1.
    package let shares: [Double]
    /// How much is known of the season.
    package let strength: Strength

    /// Makes a profile.
    ///
    /// `flows` are the sums of twelve calendar months, January first, over `years` complete years; an
    /// empty array means that none is known. Figures of quarters are spread over their months by
    /// `spread`. Sums that are not above zero in total say nothing and are left out.
    package init(season: Season, flows: [Double] = [], years: Int = 0) {
        let active = season.activeMonths
        let part = 1 / Double(active.isEmpty ? 12 : active.count)
        var shares = (1...12).map { active.isEmpty || active.contains($0) ? part : 0 }
        let total = flows.reduce(0, +)
        let isSeen = flows.count == 12 && years > 0 && total > 0 && flows.allSatisfy { $0 >= 0 }
        if isSeen {
            let seen = Double(years)
            let belief = active.isEmpty ? 0.0 : 1.0
            for month in 0..<12 {
                shares[month] =
                    (belief * shares[month] + seen * flows[month] / total) / (belief + seen)
            }
        }
        self.shares = shares
        guard isSeen || !active.isEmpty else {
            strength = .unknown
            return
        }
        var distance = 0.0
        for first in stride(from: 0, to: 12, by: 3) {
            distance += (shares[first] + shares[first + 1] + shares[first + 2] - 0.25).magnitude
        }
        strength = distance / 2 >= Self.strongDistance ? .strong : .weak
    }

    /// Spreads the flow of some calendar months (1 to 12) over them as the declared season does:
    /// equally over those that are active, over all where none is.
    package static func spread(_ flow: Double, over months: [Int], in season: Season) -> [(
        month: Int, flow: Double
    )] {
        let active = months.filter {
            season.activeMonths.isEmpty || season.activeMonths.contains($0)
        }
        let bearing = active.isEmpty ? months : active
        return bearing.map { ($0, flow / Double(bearing.count)) }
    }

    /// S: the share of a year's flow that falls into the given months, counted as in
    /// `Period.absoluteMonths`.
    ///
    /// A whole year is exactly 1; months of several years add up.
    package func share(of months: some Sequence<Int>) -> Double {
        var count = 0
        var sum = 0.0
        for month in months {
            count += 1
            sum += shares[month % 12]
        }
        return count % 12 == 0 && (sum - sum.rounded()).magnitude < 1e-9 ? sum.rounded() : sum
    }
}
