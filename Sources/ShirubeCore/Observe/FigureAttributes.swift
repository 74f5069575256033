/// What a row says of all its figures.
struct FigureAttributes {
    let indicator: Indicator
    let basis: Reading.Basis
    /// How sure the department is; nil where the column 区分 does not say.
    let certainty: Reading.Certainty?
    let part: String?
    let note: String

    /// Reads 集計, 区分, 内訳, 単位 and 備考 of a row; nil, with findings, where one of them is wrong.
    init?(_ cells: RowCells, indicator: Indicator, findings: inout FindingList) {
        let errorsBefore = findings.errorCount
        self.indicator = indicator
        basis = Self.basis(cells, indicator, &findings)
        certainty = Self.certainty(cells, &findings)
        part = Self.part(cells, indicator, &findings)
        note = cells.text(.note)
        Self.checkUnit(cells, indicator, &findings)
        if findings.errorCount > errorsBefore { return nil }
    }

    private static func basis(
        _ cells: RowCells, _ indicator: Indicator, _ findings: inout FindingList
    ) -> Reading.Basis {
        let key = CellText.key(cells.text(.basis))
        guard !key.isEmpty else { return .period }
        let place = cells.place(.basis)
        guard let basis = bases[key] else {
            let isBare = key == "累計"
            findings.add(
                .basisUnknown, at: place,
                ja: isBare ? "だけでは、年度の累計か計画期間の累計か分かりません。" : "は、集計として読めません。",
                en: isBare
                    ? "does not say whether the year or the plan is summed up."
                    : "cannot be read as a basis.")
            return .period
        }
        guard basis == .period || indicator.kind.isFlow else {
            let isRunningTotal = indicator.kind == .runningTotal
            findings.add(
                .basisUnsuitable, at: place,
                ja: isRunningTotal
                    ? "は使えません。この指標の実績値は、もともと開始以来の累計です。"
                    : "は使えません。この指標は、足し合わせる件数や人数ではありません。",
                en: isRunningTotal
                    ? "cannot be used: this indicator already is a running total since it began."
                    : "cannot be used: this indicator does not add up over periods.")
            return .period
        }
        return basis
    }

    private static func certainty(
        _ cells: RowCells, _ findings: inout FindingList
    ) -> Reading.Certainty? {
        let key = CellText.key(cells.text(.certainty))
        if key.isEmpty { return nil }
        if let certainty = certainties[key] { return certainty }
        findings.add(
            .certaintyUnknown, at: cells.place(.certainty), ja: "は、区分として読めません。",
            en: "cannot be read as a certainty.")
        return nil
    }

    /// Whether the parts of an indicator add up to its whole.
    static func takesParts(_ indicator: Indicator) -> Bool {
        indicator.kind != .milestone && !UnitText.isShare(indicator.unit)
    }

    private static func part(
        _ cells: RowCells, _ indicator: Indicator, _ findings: inout FindingList
    ) -> String? {
        let part = CellText.folded(cells.text(.part))
        guard !part.isEmpty else { return nil }
        if !takesParts(indicator) {
            findings.add(
                .partUnsuitable, at: cells.place(.part), ja: "は使えません。この指標の値は、内訳を足しても全体になりません。",
                en: "cannot be used: the parts of this indicator do not add up to the whole.")
        }
        return part
    }

    private static func checkUnit(
        _ cells: RowCells, _ indicator: Indicator, _ findings: inout FindingList
    ) {
        let unit = cells.text(.unit)
        guard !unit.isEmpty, indicator.kind != .milestone, !indicator.unit.isEmpty,
            UnitText.conversion(from: unit, to: indicator.unit) == nil
        else { return }
        findings.add(
            .unitMismatch, at: cells.place(.unit),
            ja: "は、指標\(indicator.id)の単位「\(indicator.unit)」と違います。",
            en: "is not the unit of \(indicator.id), “\(indicator.unit)”.")
    }

    private static let bases: [String: Reading.Basis] = [
        "期間": .period, "単期": .period, "当期": .period, "期間計": .period, "period": .period,
        "年度累計": .yearToDate, "年累計": .yearToDate, "年度計": .yearToDate, "yeartodate": .yearToDate,
        "ytd": .yearToDate, "計画累計": .planToDate, "計画期間累計": .planToDate,
        "plantodate": .planToDate,
    ]

    private static let certainties: [String: Reading.Certainty] = [
        "速報": .preliminary, "速報値": .preliminary, "暫定": .preliminary, "暫定値": .preliminary,
        "preliminary": .preliminary, "確報": .confirmed, "確報値": .confirmed, "確定": .confirmed,
        "確定値": .confirmed, "confirmed": .confirmed, "訂正": .corrected, "訂正値": .corrected,
        "修正": .corrected, "corrected": .corrected, "取消": .withdrawn, "取消し": .withdrawn,
        "取り消し": .withdrawn, "withdrawn": .withdrawn,
    ]
}
