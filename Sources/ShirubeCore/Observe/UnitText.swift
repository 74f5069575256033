/// Compares units as people write them.
package enum UnitText {
    /// Whether two units mean the same: ％ and %, か所 and 箇所, 名 and 人.
    package static func areEqual(_ one: String, _ other: String) -> Bool {
        canonical(one) == canonical(other)
    }

    /// Whether a text is a unit of the list, or one of them counted in 千, 万 and so on.
    package static func isUnit(_ text: String, among units: Set<String>) -> Bool {
        let written = canonical(text)
        return units.contains { unit in
            !unit.isEmpty
                && (written == canonical(unit)
                    || scales.contains {
                        written == $0 + canonical(unit) || $0 + written == canonical(unit)
                    })
        }
    }

    /// Whether a unit is a share of a whole: % or ‰.
    static func isShare(_ unit: String) -> Bool { shareScale(unit) != nil }

    /// Whether a unit counts in 千, 万 and so on.
    static func isScaled(_ unit: String) -> Bool {
        let key = CellText.key(unit)
        return scales.contains { key.hasPrefix($0) }
    }

    /// What a share of 1 is in the unit: 100 for %, 1,000 for ‰, nil for any other.
    static func shareScale(_ unit: String) -> Double? {
        switch canonical(unit) {
        case "%": 100
        case "‰": 1_000
        default: nil
        }
    }

    /// Whether a text is one of the units that are written in Latin letters or with a sign.
    static func isLatinUnit(_ text: String) -> Bool { latinUnits.contains(CellText.key(text)) }

    private static func canonical(_ unit: String) -> String {
        let key = CellText.key(unit)
        for scale in scales where key.hasPrefix(scale) && key != scale {
            let base = String(key.dropFirst(scale.count))
            return scale + (synonyms[base] ?? base)
        }
        return synonyms[key] ?? key
    }

    private static let scales = ["百万", "千", "万", "億", "百"]

    private static let synonyms = [
        "名": "人", "箇所": "か所", "個所": "か所", "ヶ所": "か所", "ケ所": "か所", "カ所": "か所",
        "ヵ所": "か所", "トン": "t", "パーセント": "%", "percent": "%", "パーミル": "‰",
    ]

    private static let latinUnits: Set<String> = [
        "%", "t", "kg", "g", "km", "m", "cm", "mm", "m2", "m3", "km2", "ha", "a", "l", "kl", "kw",
        "kwh", "mw", "mwh", "gj", "pt", "‰",
    ]
}
