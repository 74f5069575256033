/// Compares units as people write them.
package enum UnitText {
    /// Whether two units mean the same: ％ and %, か所 and 箇所, 名 and 人.
    package static func areEqual(_ one: String, _ other: String) -> Bool {
        canonical(one) == canonical(other)
    }

    /// Whether a text is a unit of the list, or one that can be brought to it: 千人 and 人, ‰ and %.
    package static func isUnit(_ text: String, among units: Set<String>) -> Bool {
        units.contains { !$0.isEmpty && conversion(from: text, to: $0) != nil }
    }

    /// Whether a unit is a share of a whole: % or ‰.
    static func isShare(_ unit: String) -> Bool { shareScale(unit) != nil }

    /// Whether a unit is money: 円, 千円, 億円.
    package static func isMoney(_ unit: String) -> Bool { parts(of: unit).base == "円" }

    /// Whether a unit counts in 千, 万 and so on.
    static func isScaled(_ unit: String) -> Bool { parts(of: unit).scale > 0 }

    /// Whether a unit counts things that have no half: persons, events, places.
    static func isCounted(_ unit: String) -> Bool {
        let (scale, base) = parts(of: unit)
        return scale == 0 && counted.contains(base)
    }

    /// The power of ten by which a number in one unit is multiplied to be in the other.
    ///
    /// It is nil where the units do not measure the same. `isShare` says that both are shares, and not the same one.
    static func conversion(
        from written: String, to unit: String
    ) -> (power: Int, isShare: Bool)? {
        let (from, to) = (parts(of: written), parts(of: unit))
        guard from.base == to.base else { return nil }
        return (from.scale - to.scale, from.base == share && from.scale != to.scale)
    }

    /// What a share of 1 is in the unit: 100 for %, 1,000 for ‰, nil for any other.
    static func shareScale(_ unit: String) -> Double? {
        switch parts(of: unit) {
        case (-2, share): 100
        case (-3, share): 1_000
        default: nil
        }
    }

    /// Whether a text is one of the units that are written in Latin letters or with a sign.
    static func isLatinUnit(_ text: String) -> Bool { latinUnits.contains(CellText.key(text)) }

    private static func canonical(_ unit: String) -> String {
        let (scale, base) = parts(of: unit)
        return "\(scale) \(base)"
    }

    /// A unit's power of ten and what it counts: 3 and 人 of 千人, -2 and a share of %.
    private static func parts(of unit: String) -> (scale: Int, base: String) {
        let key = CellText.key(unit)
        for (text, power) in scales where key.hasPrefix(text) && key != text {
            let base = String(key.dropFirst(text.count))
            return (power, synonyms[base] ?? base)
        }
        let base = synonyms[key] ?? key
        switch base {
        case "%": return (-2, share)
        case "‰": return (-3, share)
        default: return (0, base)
        }
    }

    private static let share = "share of a whole"

    /// Longer ones first.
    private static let scales = [
        ("十億", 9), ("百億", 10), ("千億", 11), ("十万", 5), ("百万", 6), ("千万", 7), ("百", 2), ("千", 3),
        ("万", 4), ("億", 8), ("兆", 12),
    ]

    private static let counted: Set<String> = [
        "人", "件", "回", "か所", "社", "台", "冊", "世帯", "団体", "校", "路線", "棟", "戸", "組", "店", "店舗",
        "事業所", "隻", "便", "頭", "本", "枚", "園", "施設", "講座", "地区",
    ]

    private static let synonyms = [
        "名": "人", "箇所": "か所", "個所": "か所", "ヶ所": "か所", "ケ所": "か所", "カ所": "か所",
        "ヵ所": "か所", "トン": "t", "パーセント": "%", "percent": "%", "パーミル": "‰",
    ]

    private static let latinUnits: Set<String> = [
        "%", "t", "kg", "g", "km", "m", "cm", "mm", "m2", "m3", "km2", "ha", "a", "l", "kl", "kw",
        "kwh", "mw", "mwh", "gj", "pt", "‰",
    ]
}
