/// What a row gives beside its figure: 分子, 分母 and 回答数.
struct RatioParts {
    private(set) var numerator: Double?
    private(set) var denominator: Double?
    private(set) var respondents: Int?

    /// Nothing beside the figure.
    init() {}

    /// Reads the three cells of a row and says what is wrong with them.
    init(_ cells: RowCells, unit: String, findings: inout FindingList) {
        numerator = Self.count(cells, .numerator, &findings)
        denominator = Self.count(cells, .denominator, &findings)
        respondents = Self.respondents(cells, &findings)
        checkPair(cells, unit: unit, &findings)
    }

    /// Numerator by denominator in the unit % or ‰; nil for other units and where one is missing.
    func share(inUnit unit: String) -> Double? {
        guard let scale = UnitText.shareScale(unit), let numerator, let denominator, denominator > 0
        else { return nil }
        // Multiplied first: 45 / 100 · 100 would not give 45 exactly for every number.
        return numerator * scale / denominator
    }

    /// Compares a figure with numerator by denominator, to the decimals that the figure is written with.
    func check(
        _ number: NumberReader.Number, unit: String, at place: Place, findings: inout FindingList
    ) {
        guard let share = share(inUnit: unit) else { return }
        // Offices round, but also cut off, so one unit of the last decimal is allowed.
        let tolerance = number.lastDecimal
        guard (number.value - share).magnitude > tolerance + 1e-9 else { return }
        let computed = NumberText.grouped(share)
        findings.add(
            .ratioMismatch, at: place, takenFor: NumberText.figure(number.value, unit: unit),
            ja: "は、分子÷分母の\(computed)\(unit)と合いません。",
            en: "is not the numerator by the denominator, \(computed)\(unit).")
    }

    private func checkPair(_ cells: RowCells, unit: String, _ findings: inout FindingList) {
        switch (numerator, denominator) {
        case (let numerator?, let denominator?):
            if denominator == 0 {
                findings.add(
                    .ratioDenominator, at: cells.place(.denominator), ja: "では割れません。",
                    en: "cannot be divided by.")
            } else if UnitText.isShare(unit), numerator > denominator {
                let shown = NumberText.grouped(denominator)
                findings.addDoubt(
                    .ratioAboveOne, at: cells.place(.numerator),
                    takenFor: NumberText.figure(numerator, unit: ""), isMeant: cells.isMeant,
                    ja: "は、分母の\(shown)より大きい数です。", en: "is above the denominator, \(shown).")
            }
        case (nil, nil): break
        default:
            let given = numerator == nil ? Field.denominator : .numerator
            guard cells.text(numerator == nil ? .numerator : .denominator).isEmpty else { return }
            findings.add(
                .ratioIncomplete, at: cells.place(given), ja: "だけがあり、分子と分母がそろっていません。",
                en: "stands alone: numerator and denominator are not both given.")
        }
    }

    private static func count(
        _ cells: RowCells, _ field: Field, _ findings: inout FindingList
    ) -> Double? {
        let text = cells.text(field)
        switch NumberReader.read(text, unit: "") {
        case .blank, .absent: return nil
        case .number(let number) where number.value >= 0:
            findings.addNotes(of: number, unit: "", at: cells.place(field))
            return number.value
        case .number:
            findings.add(
                .numberNegative, at: cells.place(field), ja: "は0より小さい数です。", en: "is below zero.")
        case .fault(let fault):
            let (rule, sentence) = FaultWording.of(fault, unit: "")
            findings.add(
                rule == .unitMismatch ? .numberUnreadable : rule, at: cells.place(field),
                ja: rule == .unitMismatch ? "は数字だけではありません。" : sentence.japanese,
                en: rule == .unitMismatch ? "is more than digits." : sentence.english)
        }
        return nil
    }

    private static func respondents(_ cells: RowCells, _ findings: inout FindingList) -> Int? {
        switch NumberReader.read(cells.text(.respondents), unit: "人") {
        case .blank, .absent: return nil
        case .number(let number) where number.value >= 1 && number.value == number.value.rounded():
            findings.addNotes(of: number, unit: "人", at: cells.place(.respondents))
            return Int(number.value)
        case .number, .fault:
            findings.add(
                .respondentsInvalid, at: cells.place(.respondents), ja: "は、1以上の整数ではありません。",
                en: "is no integer from 1.")
            return nil
        }
    }
}
