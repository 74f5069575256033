/// What a sign in place of a figure says; official statistics tell three kinds of「no value」apart (総務省統計局「統計表の符号」).
///
/// None of them is zero, and none is a cell that was left blank: a sign is an answer. The raw value is the word that
/// JSON has for it.
package enum Absence: String, Sendable, CaseIterable {
    /// `-`: there is none, or it does not apply.
    case notApplicable = "none"
    /// `…`: it is not known.
    case unknown
    /// `x`: it is known and kept secret.
    case suppressed

    /// What the sign says.
    package var wording: Wording {
        switch self {
        case .notApplicable: Wording(ja: "該当なし", en: "not applicable")
        case .unknown: Wording(ja: "不明", en: "not known")
        case .suppressed: Wording(ja: "秘匿", en: "suppressed")
        }
    }

    /// Whether there is a figure that the sign keeps back, so that what it belongs to cannot be summed up without it.
    package var hidesFigure: Bool { self != .notApplicable }

    /// The sign that a cell holds; nil where it holds none.
    static func read(_ text: String) -> Absence? {
        // Most cells hold a number, and no sign begins with a digit.
        guard let first = text.utf8.first, !digits.contains(first) else { return nil }
        return signs[CellText.key(text)]
    }

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    private static let signs: [String: Absence] = [
        "-": .notApplicable, "--": .notApplicable, "ー": .notApplicable, "該当なし": .notApplicable,
        "なし": .notApplicable, "…": .unknown, "...": .unknown, "‥": .unknown, "……": .unknown,
        "・・・": .unknown, "不明": .unknown, "不詳": .unknown, "未詳": .unknown, "未定": .unknown,
        "未確定": .unknown,
        "未集計": .unknown, "未把握": .unknown, "集計中": .unknown, "調査中": .unknown, "確認中": .unknown,
        "x": .suppressed, "*": .suppressed, "χ": .suppressed, "***": .suppressed, "秘匿": .suppressed,
        "非公表": .suppressed,
    ]
}
