/// Fills labels that are left blank because they are those of the row above, as merged cells leave them.
struct FillDown {
    private let fields: [(field: Field, column: Int)]
    private var above: [Int: String] = [:]
    /// The labels that a row has named so far.
    private var named: Set<Field> = []

    private static let naming: [Field] = [.indicatorID, .indicatorName]

    init(_ header: Header, profile: DropProfile) {
        fields = profile.fillDown.compactMap { field in
            header.columns[field].map { (field, $0) }
        }.sorted { $0.column < $1.column }
    }

    /// Whether a row may depend on the one above it.
    var isUsed: Bool { !fields.isEmpty }

    /// The row with its blank labels filled in.
    mutating func filled(_ cells: RowCells) -> RowCells {
        guard isUsed else { return cells }
        let isNamed = Self.naming.contains { !cells.text($0).isEmpty }
        var texts: [Int: String] = [:]
        for (field, column) in fields {
            if !cells.text(column: column).isEmpty {
                // A new program has indicators of its own: what lay to its right is over.
                above = above.filter { $0.key < column }
                above[column] = cells.row[column]
            } else if !(isNamed && Self.naming.contains(field)) {
                texts[column] = above[column]
            }
        }
        return RowCells(header: cells.header, row: cells.row.replacing(texts))
    }

    /// Takes note of the labels that a row names.
    mutating func note(_ cells: RowCells) {
        for field in [Field.indicatorID, .indicatorName, .period] where !cells.text(field).isEmpty {
            named.insert(field)
        }
    }

    /// Whether a row above named an indicator.
    var hasNamedIndicator: Bool { !named.isDisjoint(with: Self.naming) }

    /// Whether a row above named a period.
    var hasNamedPeriod: Bool { named.contains(.period) }

    /// Forgets the rows above, at a repeated header.
    mutating func reset() { above = [:] }
}
