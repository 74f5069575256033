import ShirubeCore
import Testing

@Suite struct RawTableTests {
    private static let samples = [
        "covid_cases_total_20200910_cp932", "covid_cases_total_20200911_utf8bom",
        "osaka_covid_summary_sjis_lf_cumulative", "takamatsu_population_202304_cp932",
        "takamatsu_population_202304_utf8_lf", "takamatsu_tax_settlement_R2_utf8bom_preamble",
        "yaizu_dono_station_quoted_newlines",
    ]

    private func explain(
        _ bytes: [UInt8], records: ClosedRange<Int> = 1...10_000
    ) throws -> Explanation {
        try RawTable.explain(DropBytes(bytes, pieceSize: 61), fileName: "a.csv", records: records)
    }

    private func explain(_ text: String) throws -> Explanation {
        try explain(Array(text.utf8))
    }

    @Test(arguments: samples)
    func `what municipalities publish is explained cell by cell`(name: String) throws {
        let explanation = try explain(try Fixture.bytes("samples/\(name).csv"))
        let first = try RawTable.explain(
            DropBytes(try Fixture.bytes("samples/\(name).csv")), fileName: name, records: 1...3)
        let document = ExplanationDocument(
            fileName: name + ".csv", explanation: first, records: 1...3)
        try Golden.expect(
            [
                document.text(.english), "Every row, a letter for each cell:",
                Self.shapes(explanation), "Numbers, by column:", Self.sums(explanation),
                "Signs and dates, by column:", Self.signs(explanation),
            ].joined(separator: "\n"), "samples/\(name).golden.txt")
        #expect(explanation.counts.total == explanation.rows.count)
    }

    /// The rows by line, with runs of rows of the same shape on one line.
    private static func shapes(_ explanation: Explanation) -> String {
        var lines: [(shape: String, first: Int, last: Int, count: Int)] = []
        for row in explanation.rows {
            let letters = row.cells.map { letter(of: $0.reading.kind) }.joined()
            let shape = "\(row.kind.rawValue) \(letters)"
            if let last = lines.last, last.shape == shape {
                lines[lines.count - 1].last = row.line
                lines[lines.count - 1].count += 1
            } else {
                lines.append((shape, row.line, row.line, 1))
            }
        }
        return lines.map { "\($0.first)-\($0.last) (\($0.count)) \($0.shape)\n" }.joined()
    }

    private static func letter(of kind: CellReading.Kind) -> String {
        switch kind {
        case .blank: "_"
        case .text: "T"
        case .number: "N"
        case .period: "P"
        case .date: "D"
        case .absence: "A"
        case .heading: "H"
        default: "?"
        }
    }

    private static func sums(_ explanation: Explanation) -> String {
        let width = explanation.rows.map(\.cells.count).max() ?? 0
        return (0..<width).map { column in
            let numbers = explanation.rows.compactMap { row in
                row.cells.indices.contains(column) ? row.cells[column].reading.number : nil
            }
            return "\(Place.name(ofColumn: column)) \(numbers.count) "
                + "\(NumberText.plain(numbers.reduce(0, +)))\n"
        }.joined()
    }

    private static func signs(_ explanation: Explanation) -> String {
        var found: [String: (first: Int, last: Int, count: Int)] = [:]
        for row in explanation.rows {
            for (column, cell) in row.cells.enumerated() {
                guard [.absence, .date, .period].contains(cell.reading.kind) else { continue }
                let meaning =
                    cell.reading.kind == .date ? "date" : cell.reading.meaning.english
                let key = "\(Place.name(ofColumn: column)) \(meaning)"
                var run = found[key] ?? (row.line, row.line, 0)
                run.last = row.line
                run.count += 1
                found[key] = run
            }
        }
        return found.sorted { $0.key < $1.key }.map { key, run in
            "\(key): \(run.count), lines \(run.first)-\(run.last)\n"
        }.joined()
    }

    @Test func `the header is the first row of words that is about as wide as the table`() throws {
        #expect(try explain("表題\n,,\n年,人口,世帯\n2020,5,6\n").header?.line == 3)
        #expect(try explain("市,2020,2021\nA,5,6\n").header?.line == 1)
        #expect(try explain("1,2\n3,4\n").header == nil)
        let headless = try explain("1,2\n\n3,4\n")
        #expect(headless.rows.map(\.kind) == [.unread, .blank, .unread])
        #expect(headless.counts.unread == 2)
    }

    @Test func `rows are told apart, and their counts add up`() throws {
        let table = try explain(
            "題\n区,人口\n東,5\n区,人口\n※注\n#x,y\n合計,5\n,\n西,1,2\n\"南\"a,1\n")
        #expect(
            table.rows.map(\.kind.rawValue) == [
                "title", "heading", "data", "repeatedHeading", "note", "note", "totals", "blank",
                "faulty", "faulty",
            ])
        #expect(table.counts.total == 10)
        #expect(table.counts.titles == 2)
    }

    @Test func `what cannot be split or read is said, and what comes before it is explained`()
        throws
    {
        let open = try explain("a,b\n1,2\n\"x,3\n")
        #expect(open.rows.count == 2)
        #expect(open.findings.map(\.rule) == ["quote-unclosed"])
        #expect(open.counts.total == 3)
        let binary = try explain([0x82, 0xA0, 0x00, 0x2C, 0x0A])
        #expect(binary.evidence == nil)
        #expect(binary.findings.count == 1)
    }

    @Test func `rows that are not asked for are counted only`() throws {
        let table = try explain(Array("a,b\n1,2\n3,4\n5,6\n".utf8), records: 3...3)
        #expect(table.rows.map(\.record) == [3])
        #expect(table.counts.data == 3)
    }
}
