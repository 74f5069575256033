extension FindingList {
    /// Says what is worth saying of how a number was written, and what it was taken for.
    mutating func addNotes(
        of number: NumberReader.Number, unit: String, at place: Place
    ) {
        let taken = NumberText.figure(number.value, unit: unit)
        for note in number.notes {
            switch note {
            case .scaled:
                add(
                    .numberScaled, at: place, takenFor: taken, ja: "は、\(taken.japanese)と読みました。",
                    en: "was read as \(taken.english).")
            case .share(let written):
                add(
                    .shareConverted, at: place, takenFor: taken,
                    ja:
                        "の単位は「\(Place.shown(written))」ですが、指標の単位は「\(unit)」なので、\(taken.japanese)と読みました。",
                    en: "is in “\(Place.shown(written))”, but the indicator’s unit is “\(unit)”; "
                        + "it was read as \(taken.english).")
            case .japanese:
                add(
                    .numberJapanese, at: place, takenFor: taken,
                    ja: "は漢数字なので、\(taken.japanese)と読みました。",
                    en: "has Japanese digits and was read as \(taken.english).")
            case .mark(let mark):
                let meaning = mark.meaning
                add(
                    .numberMarked, at: place, takenFor: taken,
                    ja: "は、\(meaning.japanese)の\(taken.japanese)と読みました。",
                    en: "was read as \(taken.english), \(meaning.english).")
            }
        }
    }

    /// Warns of half a person, and says of a zero that it may be less than one unit.
    mutating func addRemarks(
        on number: NumberReader.Number, of indicator: Indicator, unit: String, at place: Place
    ) {
        let taken = NumberText.figure(number.value, unit: indicator.unit)
        let aims = [indicator.baseline?.value, indicator.target.value].compactMap(\.self)
        if number.value != number.value.rounded(), UnitText.isCounted(indicator.unit),
            aims.allSatisfy({ $0 == $0.rounded() })
        {
            add(
                .numberFraction, at: place, takenFor: taken,
                ja: "には端数がありますが、「\(indicator.unit)」は整数で数えます。",
                en: "has a fraction, but “\(indicator.unit)” is counted in whole numbers.")
        }
        if number.value == 0, number.decimals != 0 || UnitText.isScaled(unit) {
            add(
                .numberZero, at: place, takenFor: taken,
                ja: "は0と読みました。単位に満たない小さな数かもしれません。",
                en: "was read as zero; it may be less than one unit.")
        }
    }
}

extension NumberMark {
    /// What the mark says of the number.
    fileprivate var meaning: Wording {
        switch self {
        case .provisional: Wording(ja: "速報（暫定）", en: "a preliminary figure")
        case .final: Wording(ja: "確報", en: "a confirmed figure")
        case .revised: Wording(ja: "訂正", en: "a corrected figure")
        case .included:
            Wording(ja: "内数（合計には足さない）", en: "a part of another figure, not added to totals")
        case .footnote: Wording(ja: "注記付き", en: "with a remark on it")
        }
    }
}
