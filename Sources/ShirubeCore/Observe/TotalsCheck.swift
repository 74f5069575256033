/// Compares totals rows with the rows that they sum up; they are never figures themselves.
///
/// 小計 sums up the rows since the last 小計. Any other label sums up either these or all rows; where one of the
/// two fits, that was meant. Only rows of counts in one unit have a sum: persons and events have none.
struct TotalsCheck {
    /// The sum of some rows of a column.
    private struct Sum {
        var value = 0.0
        var rows = 0
        /// What the rows count; nil before the first one.
        var unit: Int?
        /// Whether the rows have no sum, because they count different things or one of them is not known.
        var isSpoilt = false

        mutating func add(_ number: Double, unit other: Int?) {
            value += number
            rows += 1
            if unit == nil { unit = other }
            if other == nil || other != unit { isSpoilt = true }
        }
    }

    private struct Column {
        var sinceSubtotal = Sum()
        var all = Sum()
    }

    private var columns: [Column] = []
    private var units: [String] = []
    /// The place in `units` of what each figure of the file counts; an inner nil for what has no sum.
    private var unitOfFigure: [Int?] = []

    /// Adds the number of a row to the sums of its column, by the number of its figure.
    @inline(__always)
    mutating func add(_ number: Double, figure: Int, column: Int) {
        add(number, unit: unitOfFigure[figure], column: column)
    }

    /// Adds the number that a row gives for an indicator; `figure` is the number of its figure where it has one.
    mutating func add(_ number: Double, of indicator: Indicator, figure: Int?, column: Int) {
        if let figure { know(figure, of: indicator) }
        add(number, unit: unit(of: indicator), column: column)
    }

    /// Takes note of which indicator a figure is.
    mutating func know(_ figure: Int, of indicator: Indicator) {
        while unitOfFigure.count <= figure { unitOfFigure.append(nil) }
        unitOfFigure[figure] = unit(of: indicator)
    }

    /// Takes note of a row whose number is not known.
    mutating func spoil(column: Int) {
        makeRoom(for: column)
        columns[column].sinceSubtotal.isSpoilt = true
        columns[column].all.isSpoilt = true
    }

    @inline(__always)
    private mutating func add(_ number: Double, unit: Int?, column: Int) {
        makeRoom(for: column)
        columns[column].sinceSubtotal.add(number, unit: unit)
        columns[column].all.add(number, unit: unit)
    }

    @inline(__always)
    private mutating func makeRoom(for column: Int) {
        while columns.count <= column { columns.append(Column()) }
    }

    private mutating func unit(of indicator: Indicator) -> Int? {
        guard indicator.kind.isFlow else { return nil }
        if let unit = units.firstIndex(of: indicator.unit) { return unit }
        units.append(indicator.unit)
        return units.count - 1
    }

    /// Compares a totals row with the rows above it, and says what came of it.
    mutating func check(_ cells: RowCells, findings: inout FindingList) {
        let errorsBefore = findings.errorCount
        var isCompared = false
        for column in columns.indices where !cells.text(column: column).isEmpty {
            if compare(cells.place(column: column), cells, findings: &findings) {
                isCompared = true
            }
        }
        if findings.errorCount == errorsBefore {
            findings.add(
                .rowTotals, at: cells.place,
                ja: isCompared ? "は合計の行です。各行の合計と一致しました。値としては使いません。" : "は合計の行なので、使いません。",
                en: isCompared
                    ? "is a totals row; it is the sum of its rows, and is not used itself."
                    : "is a totals row and is not used.")
        }
        for column in columns.indices { columns[column].sinceSubtotal = Sum() }
    }

    /// Whether a cell could be compared.
    private func compare(
        _ place: Place, _ cells: RowCells, findings: inout FindingList
    ) -> Bool {
        guard let column = place.column else { return false }
        let sums = [columns[column].sinceSubtotal, columns[column].all].filter {
            $0.rows > 0 && !$0.isSpoilt
        }
        guard let first = sums.first, let unit = first.unit,
            case .number(let number) = NumberReader.read(
                place.written, unit: units[unit], declared: cells.declaredUnit(column: column))
        else { return false }
        // Figures in 千 or 万, or with decimals, are rounded one by one, so their sum may differ.
        let isRounded = number.isRounded || UnitText.isScaled(units[unit])
        let fits = sums.contains { sum in
            let tolerance = isRounded ? number.lastDecimal * Double(sum.rows + 1) / 2 : 0
            return (number.value - sum.value).magnitude <= tolerance + 1e-9 * sum.value.magnitude
        }
        guard !fits else { return true }
        let shown = NumberText.grouped(first.value)
        let difference = NumberText.grouped(number.value - first.value)
        findings.add(
            .totalMismatch, at: place,
            takenFor: NumberText.figure(number.value, unit: units[unit]),
            ja: "は、上の\(first.rows)行の合計\(shown)と合いません（差は\(difference)）。",
            en:
                "is not the sum of the \(first.rows) rows above it, \(shown) (difference \(difference))."
        )
        return true
    }
}
