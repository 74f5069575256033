/// One row of headings, or several that are read as one: 令和4年度 above 第1四半期 and 第2四半期.
struct HeaderRows {
    /// The rows, at least one.
    let rows: ArraySlice<CSVRow>
    /// What each column is, by all rows together.
    let headings: [Heading]
    /// What each column's headings say, for people.
    let written: [String]
    /// Whether each of the rows holds a heading that is known, so that none of them is a title.
    let isKnownThroughout: Bool

    /// Reads rows as one header.
    init(_ rows: ArraySlice<CSVRow>, profile: DropProfile) {
        self.rows = rows
        let width = rows.map(\.count).max() ?? 0
        let levels = rows.map { row in
            (0..<width).map { Heading(row[$0], aliases: profile.headings) }
        }
        isKnownThroughout = levels.allSatisfy { level in
            level.contains { $0 != .empty && $0 != .unknown }
        }
        var headings = levels.last ?? []
        var written = (0..<width).map { rows.last?[$0] ?? "" }
        for (row, level) in zip(rows, levels).reversed().dropFirst() {
            // A merged cell says what it says for the blanks to its right.
            var above: (heading: Heading, text: String) = (.empty, "")
            for column in 0..<width {
                if level[column] != .empty { above = (level[column], row[column]) }
                let own = level[column] == .empty ? nil : level[column]
                switch (headings[column], own) {
                case (.span(let period), _):
                    guard case .span(let whole) = above.heading else { continue }
                    headings[column] = .span(period.within(whole))
                    written[column] = above.text + " " + written[column]
                case (.empty, let own?):
                    headings[column] = own
                    written[column] = row[column]
                case (.unknown, .field?), (.unknown, .reference?):
                    headings[column] = level[column]
                    written[column] = row[column] + " " + written[column]
                default: break
                }
            }
        }
        self.headings = headings
        self.written = written
    }

    /// Whether the rows name an indicator and a figure.
    var isComplete: Bool {
        Self.names(headings, anyOf: [.indicatorID, .indicatorName])
            && (Self.names(headings, anyOf: [.value]) || headings.contains(where: \.isSpan))
    }

    /// How many headings name a field.
    var fieldCount: Int {
        headings.count { heading in
            guard case .field = heading else { return false }
            return true
        }
    }

    /// Whether one of the headings names one of the fields.
    static func names(_ headings: [Heading], anyOf fields: [Field]) -> Bool {
        headings.contains { heading in
            guard case .field(let field, _) = heading else { return false }
            return fields.contains(field)
        }
    }

    /// Finds the rows of the header among the first rows of a file; where none names an indicator and a figure, those
    /// with most known headings.
    static func find(
        in rows: [CSVRow], profile: DropProfile
    ) -> (header: HeaderRows, position: Int)? {
        let count = min(profile.headerRows ?? 1, max(rows.count, 1))
        let candidates = (0..<max(0, rows.count - count + 1)).map {
            HeaderRows(rows[$0..<$0 + count], profile: profile)
        }
        let complete =
            candidates.firstIndex { $0.isComplete && $0.isKnownThroughout }
            ?? candidates.firstIndex(where: \.isComplete)
        let best = candidates.indices.max {
            candidates[$0].fieldCount < candidates[$1].fieldCount
        }
        guard let position = complete ?? best,
            candidates[position].fieldCount >= 2 || complete != nil
        else { return nil }
        guard profile.headerRows == nil else { return (candidates[position], position) }
        return grown(from: position, in: rows, profile: profile)
    }

    /// Takes in rows above and below the header that clearly belong to it.
    private static func grown(
        from position: Int, in rows: [CSVRow], profile: DropProfile
    ) -> (header: HeaderRows, position: Int) {
        var range = position..<position + 1
        var header = HeaderRows(rows[range], profile: profile)
        while range.lowerBound > 0, range.count < DropProfile.maximumHeaderRows,
            isLevel(rows[range.lowerBound - 1], above: header, profile)
        {
            range = range.lowerBound - 1..<range.upperBound
            header = HeaderRows(rows[range], profile: profile)
        }
        while range.upperBound < rows.count, range.count < DropProfile.maximumHeaderRows,
            isLevel(rows[range.upperBound], below: header, profile)
        {
            range = range.lowerBound..<range.upperBound + 1
            header = HeaderRows(rows[range], profile: profile)
        }
        return (header, range.lowerBound)
    }

    /// Whether a row holds nothing but longer periods, above columns of the header that hold shorter ones.
    private static func isLevel(
        _ row: CSVRow, above header: HeaderRows, _ profile: DropProfile
    ) -> Bool {
        let filled = (0..<row.count).filter { !CellText.trimmed(row[$0]).isEmpty }
        return !filled.isEmpty
            && filled.allSatisfy { column in
                guard column < header.headings.count,
                    case .span(let part) = header.headings[column],
                    case .span(let whole) = Heading(row[column], aliases: profile.headings)
                else { return false }
                return part.isShorter(than: whole) || part == WrittenPeriod()
            }
    }

    /// Whether a row holds nothing but shorter periods below those of the header, several of them.
    private static func isLevel(
        _ row: CSVRow, below header: HeaderRows, _ profile: DropProfile
    ) -> Bool {
        let filled = (0..<row.count).filter { !CellText.trimmed(row[$0]).isEmpty }
        var whole: WrittenPeriod?
        var wholes: [Int: WrittenPeriod] = [:]
        for (column, heading) in header.headings.enumerated() {
            if case .span(let period) = heading {
                whole = period
            } else if heading != .empty {
                whole = nil
            }
            wholes[column] = whole
        }
        return filled.count > 1
            && filled.allSatisfy { column in
                guard let whole = wholes[column],
                    case .span(let part) = Heading(row[column], aliases: profile.headings)
                else { return false }
                return part.isShorter(than: whole) || part == WrittenPeriod()
            }
            && filled.contains { column in
                guard case .span(let part) = Heading(row[column], aliases: profile.headings) else {
                    return false
                }
                return part != WrittenPeriod()
            }
    }
}

extension Heading {
    /// Whether it is a period.
    fileprivate var isSpan: Bool {
        guard case .span = self else { return false }
        return true
    }
}

extension WrittenPeriod {
    /// The period below a heading that names a longer one: 4月 below 令和4年度, 計 below 上半期.
    fileprivate func within(_ whole: WrittenPeriod) -> WrittenPeriod {
        WrittenPeriod(
            year: year ?? whole.year, kind: year == nil ? whole.kind ?? kind : kind,
            part: part == .year ? whole.part : part, isOverrun: isOverrun || whole.isOverrun,
            through: through)
    }

    /// Whether it can stand below the other: 4月 below 令和4年度 or 上半期.
    fileprivate func isShorter(than whole: WrittenPeriod) -> Bool {
        year == nil && rank < whole.rank
    }

    private var rank: Int {
        // 4月～9月 stands below a year, beside halves.
        if through != nil { return 3 }
        return switch part {
        case .day: 0
        case .month: 1
        case .quarter: 2
        case .half: 3
        case .year: 4
        }
    }
}
