/// Some of the calendar months of one year: a set that is a single number, because evaluations count them by the
/// hundred thousand.
struct YearMonths: Equatable {
    /// Bit 0 is January.
    private(set) var bits: UInt16

    /// No month.
    static let none = YearMonths(bits: 0)
    /// All twelve.
    static let all = YearMonths(bits: 0xFFF)

    private init(bits: UInt16) {
        self.bits = bits
    }

    /// The calendar months 1 to 12; no months mean all twelve, as in `Season`.
    init(active months: Set<Int>) {
        self = months.isEmpty ? .all : .none
        for month in months { bits |= 1 << UInt16(month - 1) }
    }

    /// At most a year's stretch of months, counted as in `Period.absoluteMonths`.
    init(_ months: Range<Int>) {
        bits = 0
        for month in months { insert(month) }
    }

    /// Adds a month, counted as in `Period.absoluteMonths`.
    mutating func insert(_ month: Int) { bits |= 1 << UInt16(month % 12) }

    /// Adds months.
    mutating func formUnion(_ other: YearMonths) { bits |= other.bits }

    /// The months that are not in the other set.
    func subtracting(_ other: YearMonths) -> YearMonths { YearMonths(bits: bits & ~other.bits) }

    /// The months that are in both sets.
    func intersection(_ other: YearMonths) -> YearMonths { YearMonths(bits: bits & other.bits) }

    /// Whether no month is in both sets.
    func isDisjoint(with other: YearMonths) -> Bool { bits & other.bits == 0 }

    /// Whether all of the other set's months are in it.
    func contains(_ other: YearMonths) -> Bool { bits & other.bits == other.bits }

    /// Whether it holds no month.
    var isEmpty: Bool { bits == 0 }

    /// How many there are.
    var count: Int { bits.nonzeroBitCount }

    /// Whether it holds the calendar month, 0 for January.
    func holds(_ month: Int) -> Bool { bits & (1 << UInt16(month)) != 0 }

    /// The sum of these months' shares, January first; a whole year's is 1.
    func share(of shares: [Double]) -> Double {
        if bits == Self.all.bits { return 1 }
        var sum = 0.0
        var rest = bits
        while rest != 0 {
            sum += shares[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        // Twelfths add up to a hair beside 1; who has seen all that a year has, has seen the year.
        return sum > 1 - 1e-9 ? 1 : sum
    }
}
