/// A number as written in decimal digits, so that 1.5億円 is exactly 150,000千円 and 45.5‰ exactly 4.55%.
struct ExactNumber: Equatable {
    /// Its digits.
    let coefficient: Int
    /// The power of ten that the last digit counts.
    let exponent: Int

    /// Most digits that are kept exactly.
    static let maximumDigits = 15
    private static let limit = 1_000_000_000_000_000

    /// Nothing.
    static let zero = ExactNumber(whole: 0)

    private init(whole: Int) {
        coefficient = whole
        exponent = 0
    }

    /// Makes a number, without zeros at its end; nil where it has more than 15 digits, or lies beyond them.
    init?(_ coefficient: Int, exponent: Int) {
        var (rest, power) = (coefficient, exponent)
        if rest == 0 { power = 0 }
        while rest != 0, rest % 10 == 0, power < 0 {
            rest /= 10
            power += 1
        }
        while power > 0 {
            guard rest < Self.limit else { return nil }
            rest *= 10
            power -= 1
        }
        guard rest < Self.limit, power >= -22 else { return nil }
        self.coefficient = rest
        self.exponent = power
    }

    /// The number ten times as large, `power` times over.
    func shifted(by power: Int) -> ExactNumber? {
        ExactNumber(coefficient, exponent: exponent + power)
    }

    /// The sum; nil where it has too many digits.
    func adding(_ other: ExactNumber) -> ExactNumber? {
        let last = min(exponent, other.exponent)
        var sum = 0
        for term in [self, other] {
            var digits = term.coefficient
            for _ in 0..<term.exponent - last {
                guard digits < Self.limit else { return nil }
                digits *= 10
            }
            sum += digits
        }
        return ExactNumber(sum, exponent: last)
    }

    /// Whether it is less than ten to the power.
    func isBelow(powerOfTen power: Int) -> Bool {
        var bound = 1
        for _ in 0..<min(power, ExactNumber.maximumDigits) { bound *= 10 }
        return value < Double(bound)
    }

    /// The nearest binary number: both parts of the quotient are exact, so it is rounded once.
    var value: Double {
        var divisor = 1.0
        for _ in 0..<max(0, -exponent) { divisor *= 10 }
        return Double(coefficient) / divisor
    }
}
