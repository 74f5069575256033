/// Writes numbers for people: thousands marks, at most `decimals` places, no trailing zeros.
package enum NumberText {
    /// The number as `1,234.5`; `decimals` is the most places shown (0 to 9), halves round away from zero.
    ///
    /// No more than 15 digits are shown, which is what a number of 64 bits keeps. A number too large for exact digits (from 10^15) is written as Swift writes it.
    package static func grouped(_ value: Double, decimals: Int = 2) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
        var places = min(max(decimals, 0), 9)
        while places > 0, value.magnitude * Double(powerOfTen(places)) >= 1e15 { places -= 1 }
        let scale = powerOfTen(places)
        // Round the decimal that a person would read, not its binary neighbour: 0.285 is 0.29 at 2 places.
        let nudged = value.magnitude * Double(scale)
        let rounded = (nudged + nudged.ulp * 2).rounded(.toNearestOrAwayFromZero)
        let (whole, fraction) = UInt64(rounded).quotientAndRemainder(dividingBy: scale)
        var text = group(whole)
        if fraction != 0 {
            var digits = zeroPadded(Int(fraction), places)
            while digits.hasSuffix("0") { digits.removeLast() }
            text += "." + digits
        }
        return value < 0 && rounded != 0 ? "-" + text : text
    }

    /// The number with its unit, as `12,340人`.
    package static func figure(_ value: Double, unit: String) -> Wording {
        let text = grouped(value, decimals: 9) + unit
        return Wording(ja: text, en: text)
    }

    /// The number without thousands marks, as JSON and CSV want it: `1234.5`, whole numbers without `.0`.
    package static func plain(_ value: Double) -> String {
        guard value.magnitude < 1e15, value == value.rounded() else { return "\(value)" }
        return String(Int64(value))
    }

    private static func group(_ whole: UInt64) -> String {
        var groups: [String] = []
        var rest = whole
        while rest >= 1_000 {
            groups.append(zeroPadded(Int(rest % 1_000), 3))
            rest /= 1_000
        }
        groups.append(String(rest))
        return groups.reversed().joined(separator: ",")
    }

    private static func powerOfTen(_ exponent: Int) -> UInt64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
