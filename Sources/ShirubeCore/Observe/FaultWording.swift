/// The sentences about texts that are no number.
enum FaultWording {
    /// The rule and the rest of the sentence that begins with the cell.
    static func of(_ fault: NumberReader.Fault, unit: String) -> (Rule, Wording) {
        switch fault {
        case .unreadable:
            (.numberUnreadable, Wording(ja: "は数として読めません。", en: "cannot be read as a number."))
        case .lookAlike(let letter):
            (
                .numberUnreadable,
                Wording(
                    ja: "には、数字ではなく英字の「\(letter)」が入っています。",
                    en: "has the letter “\(letter)” where a digit belongs.")
            )
        case .noteDigit(let digit):
            (
                .numberUnreadable,
                Wording(
                    ja: "の「\(digit)」は、数字なのか注の印なのか分かりません。",
                    en: "has “\(digit)”, which may be a digit or the mark of a note.")
            )
        case .inexact(let word):
            (
                .numberInexact,
                Wording(
                    ja: "は「\(word)」が付いていて、ちょうどの数ではありません。",
                    en: "has “\(word)” beside it and is no exact number.")
            )
        case .grouping:
            (
                .numberGrouping,
                Wording(
                    ja: "は「,」の位置が3桁ごとになっていません。",
                    en: "has commas that do not stand every three digits.")
            )
        case .otherUnit(let other):
            (
                .unitMismatch,
                Wording(
                    ja: "の単位「\(Place.shown(other))」は、指標の単位「\(unit)」と違います。",
                    en: "has the unit “\(Place.shown(other))”, but the indicator’s is “\(unit)”.")
            )
        case .scaled:
            (
                .scaleAmbiguous,
                Wording(
                    ja: "は千・万・億などで数えていて単位がなく、指標の単位「\(unit)」も同じなので、2通りに読めます。",
                    en:
                        "is counted in 千, 万 or 億 without a unit, as “\(unit)” is, and has two readings."
                )
            )
        case .parentheses:
            (
                .numberParentheses,
                Wording(
                    ja: "は「( )」で囲まれていて、マイナスの数か、参考の数か分かりません。",
                    en: "stands in parentheses: below zero, or by the way?")
            )
        case .scientific:
            (
                .numberScientific,
                Wording(
                    ja: "は指数の形なので、元の数が分かりません。", en: "is a power of ten that may have lost digits.")
            )
        case .date:
            (
                .numberDate,
                Wording(ja: "は日付のようです。数として読めません。", en: "looks like a date, not a number.")
            )
        case .tooLong:
            (.numberTooLarge, Wording(ja: "は桁が多すぎます。", en: "has too many digits."))
        }
    }
}
