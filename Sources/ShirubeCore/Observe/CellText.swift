/// The text of cells, as offices write it, brought to one spelling.
///
/// Like Unicode's NFKC, but only where Japanese tables need it: full-width letters, digits and signs become
/// half-width, half-width kana full-width, every kind of hyphen `-`, and blanks are trimmed. NFKC itself
/// would also take `…` and `№` apart and would need tables that the standard library does not offer.
package enum CellText {
    /// The text without blanks and line ends around it, else as written.
    package static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The text in one spelling for keeping: widths folded, runs of blanks as one, none around it.
    package static func folded(_ text: String) -> String {
        fold(text, blank: " ")
    }

    /// The text in one spelling for comparing: as `folded`, in lower case and without any blank.
    package static func key(_ text: String) -> String {
        fold(text, blank: "").lowercased()
    }

    private static func fold(_ text: String, blank: String) -> String {
        var result: [Unicode.Scalar] = []
        var hasPendingBlank = false
        for scalar in text.unicodeScalars {
            if isIgnorable(scalar) { continue }
            if isBlank(scalar) {
                hasPendingBlank = !result.isEmpty
                continue
            }
            if hasPendingBlank {
                result.append(contentsOf: blank.unicodeScalars)
                hasPendingBlank = false
            }
            let plain = halfOrFull(scalar)
            if let last = result.last, let composed = voiced(last, plain) {
                result[result.count - 1] = composed
            } else if let spelling = spelledOut[plain] {
                result.append(contentsOf: spelling.unicodeScalars)
            } else {
                result.append(plain)
            }
        }
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: result)
        return String(folded)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
        default: false
        }
    }

    /// Marks without a picture: zero-width blanks, byte order marks, variation selectors of 異体字.
    private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }

    private static func halfOrFull(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFF61...0xFF9F: fullWidthKana[Int(scalar.value - 0xFF61)]
        case 0x2010...0x2015, 0x2212, 0xFE63: "-"
        case 0x301C, 0x223C: "~"
        case 0x201C, 0x201D: "\""
        case 0x2018, 0x2019: "'"
        case 0xB7: "・"
        case 0xFFE5: "¥"
        default: scalar
        }
    }

    /// The kana with a voiced mark (U+3099) or half-voiced mark (U+309A) put on, nil where it takes none.
    private static func voiced(
        _ base: Unicode.Scalar, _ mark: Unicode.Scalar
    ) -> Unicode.Scalar? {
        let isHalfVoiced = mark == "\u{309A}" || mark == "\u{309C}"
        guard isHalfVoiced || mark == "\u{3099}" || mark == "\u{309B}" else { return nil }
        let shift: UInt32 = (0x30A1...0x30FA).contains(base.value) ? 0x60 : 0
        switch base.value - shift {
        case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B:
            return Unicode.Scalar(base.value + (isHalfVoiced ? 2 : 1))
        case 0x3046 where !isHalfVoiced: return Unicode.Scalar(0x3094 + shift)
        case 0x304B...0x3061 where !isHalfVoiced && base.value % 2 == 1:
            return Unicode.Scalar(base.value + 1)
        case 0x3064, 0x3066, 0x3068:
            return isHalfVoiced ? nil : Unicode.Scalar(base.value + 1)
        default: return nil
        }
    }

    private static let fullWidthKana = Array(
        ("。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
            + "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{309B}\u{309C}").unicodeScalars)

    private static let spelledOut: [Unicode.Scalar: String] = [
        "㈱": "(株)", "㈲": "(有)", "㎡": "m2", "㎢": "km2", "㎥": "m3", "㎏": "kg", "㎞": "km",
        "㎝": "cm", "㎜": "mm", "²": "2", "³": "3", "①": "1", "②": "2", "③": "3", "④": "4",
        "⑤": "5", "⑥": "6", "⑦": "7", "⑧": "8", "⑨": "9",
    ]
}
