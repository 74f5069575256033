/// Reads one figure of a row.
struct FigureReader {
    let cells: RowCells
    let attributes: FigureAttributes
    let department: Identifier<Department>

    private var indicator: Indicator { attributes.indicator }

    /// A figure that was read.
    struct Figure {
        /// The reading.
        let reading: Reading
        /// Whether it is a part of another figure (内数), and so of no total.
        let isIncluded: Bool
    }

    /// The figure in a column; nil where there is none to apply, with a finding that says why.
    ///
    /// `ratio` is what 分子, 分母 and 回答数 of the row say, which belongs to a row of one figure only.
    func figure(
        of period: Period, column: Int, ratio: RatioParts, findings: inout FindingList
    ) -> Figure? {
        let place = cells.place(column: column)
        if attributes.certainty == .withdrawn {
            return Figure(
                reading: reading(period, nil, .withdrawn, ratio: RatioParts(), at: place),
                isIncluded: false)
        }
        if let absence = absence(at: place) {
            addAbsent(absence, at: place, findings: &findings)
            return Figure(
                reading: reading(
                    period, .absent(absence), attributes.certainty ?? .preliminary,
                    ratio: RatioParts(), at: place),
                isIncluded: false)
        }
        let errorsBefore = findings.errorCount
        if indicator.kind == .milestone {
            let stage = stage(at: place, findings: &findings)
            return stage.map { stage in
                Figure(
                    reading: reading(
                        period, stage, attributes.certainty ?? .preliminary, ratio: ratio,
                        at: place),
                    isIncluded: false)
            }
        }
        let number = number(at: place, ratio: ratio, findings: &findings)
        guard let number, findings.errorCount == errorsBefore else { return nil }
        return Figure(
            reading: reading(
                period, .number(number.value), attributes.certainty ?? Self.certainty(of: number),
                ratio: ratio, at: place),
            isIncluded: number.has(.included))
    }

    private func reading(
        _ period: Period, _ value: Reading.Reported?, _ certainty: Reading.Certainty,
        ratio: RatioParts, at place: Place
    ) -> Reading {
        Reading(
            indicator: indicator.id, department: department, period: period,
            basis: attributes.basis, part: attributes.part, value: value,
            certainty: certainty, numerator: ratio.numerator,
            denominator: ratio.denominator, respondents: ratio.respondents, note: attributes.note,
            origin: Reading.Origin(
                line: place.line, record: place.record,
                column: Place.name(ofColumn: place.column ?? 0),
                written: place.written))
    }

    /// How sure a figure is by the marks beside it, where the column 区分 does not say.
    private static func certainty(of number: NumberReader.Number) -> Reading.Certainty {
        if number.has(.revised) { return .corrected }
        return number.has(.final) ? .confirmed : .preliminary
    }

    /// The sign that stands in a cell in place of a figure; nil where none does, or where the cell withdraws a figure
    /// whatever it holds.
    func absence(at place: Place) -> Absence? {
        guard attributes.certainty != .withdrawn, let absence = Absence.read(place.written) else {
            return nil
        }
        let key = CellText.key(place.written)
        return indicator.stages.contains { CellText.key($0.name) == key } ? nil : absence
    }

    private func addAbsent(
        _ absence: Absence, at place: Place, findings: inout FindingList
    ) {
        let meaning = absence.wording
        findings.add(
            .valueAbsent, at: place, takenFor: meaning,
            ja: "は「\(meaning.japanese)」という回答として受け取りました。0とは扱いません。",
            en: "was taken for the answer “\(meaning.english)”, and not for zero.")
    }

    private func stage(at place: Place, findings: inout FindingList) -> Reading.Reported? {
        let key = CellText.key(place.written)
        if key.isEmpty {
            addBlank(at: place, findings: &findings)
            return nil
        }
        if let stage = indicator.stages.first(where: { CellText.key($0.name) == key }) {
            return .stage(stage.name)
        }
        let names = indicator.stages.map { "「\($0.name)」" }.joined()
        findings.add(
            .stageUnknown, at: place, ja: "は、この指標の段階にありません。使える段階: \(names)。",
            en: "is not a stage of this indicator; its stages are \(names).")
        return nil
    }

    private func number(
        at place: Place, ratio: RatioParts, findings: inout FindingList
    ) -> NumberReader.Number? {
        let declared = place.column.flatMap { cells.declaredUnit(column: $0) } ?? indicator.unit
        if !indicator.unit.isEmpty, UnitText.conversion(from: declared, to: indicator.unit) == nil {
            findings.add(
                .unitMismatch, at: place,
                ja: "の見出しの単位「\(declared)」は、指標\(indicator.id)の単位「\(indicator.unit)」と違います。",
                en: "has the unit “\(declared)” in its heading, but that of \(indicator.id) is "
                    + "“\(indicator.unit)”.")
            return nil
        }
        switch NumberReader.read(place.written, unit: indicator.unit, declared: declared) {
        case .number(let number):
            findings.addNotes(of: number, unit: indicator.unit, at: place)
            findings.addRemarks(on: number, of: indicator, unit: declared, at: place)
            checkSign(number, at: place, findings: &findings)
            ratio.check(number, unit: indicator.unit, at: place, findings: &findings)
            return number
        case .blank:
            if let computed = ratio.share(inUnit: indicator.unit) {
                return NumberReader.Number(value: computed, decimals: 0)
            }
            addBlank(at: place, findings: &findings)
        // Signs have been taken before.
        case .absent: break
        case .fault(let fault):
            addFault(fault, at: place, findings: &findings)
        }
        return nil
    }

    private func addBlank(at place: Place, findings: inout FindingList) {
        findings.add(
            .valueBlank, at: place, ja: "は未入力です。0とは扱わず、この行は使いません。",
            en: "is not filled in; it is not taken for zero, and the row is not used.")
    }

    private func checkSign(
        _ number: NumberReader.Number, at place: Place, findings: inout FindingList
    ) {
        guard number.value < 0, !indicator.mayBeNegative else { return }
        let taken = NumberText.figure(number.value, unit: indicator.unit)
        switch indicator.kind {
        case .planSum, .runningTotal, .periodTotal, .annualFlow, .level, .survey, .ceiling,
            .milestone:
            findings.add(
                .numberNegative, at: place, takenFor: taken,
                ja: "は0より小さい数ですが、この指標は0以上の数です。",
                en: "is below zero, but this indicator counts from zero.")
        case .ratio, .maintain, .floor, .reduction:
            findings.addDoubt(
                .numberNegativeRate, at: place, takenFor: taken, isMeant: cells.isMeant,
                ja: "は0より小さい数です。",
                en: "is below zero.")
        }
    }

    private func addFault(
        _ fault: NumberReader.Fault, at place: Place, findings: inout FindingList
    ) {
        let (rule, sentence) = FaultWording.of(fault, unit: indicator.unit)
        findings.add(rule, at: place, ja: sentence.japanese, en: sentence.english)
    }
}
