import ShirubeCore
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ text: String, _ delimiter: Character = ",") throws -> [[String]] {
        try lines(text, delimiter).map(\.cells)
    }

    private func lines(_ text: String, _ delimiter: Character = ",") throws -> [CSVRow] {
        var reader = try CSVReader(
            DropBytes(Array(text.utf8)), encoding: .utf8, delimiter: delimiter.asciiValue ?? 0)
        var result: [CSVRow] = []
        while let row = try reader.next() { result.append(row) }
        return result
    }

    @Test func `CR, LF and CR LF end a line, also mixed`() throws {
        let read = try lines("a,b\r\nc,d\re,f\ng,h")
        #expect(read.map(\.cells) == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
        #expect(read.map(\.line) == [1, 2, 3, 4])
    }

    @Test func `quotes hold commas, quotes and line ends, and lines are counted on`() throws {
        let read = try lines("a,\"b,\"\"c\"\"\r\nd\",e\n\"\",\"x\ry\"\nz\n")
        #expect(read.map(\.cells) == [["a", "b,\"c\"\r\nd", "e"], ["", "x\ry"], ["z"]])
        #expect(read.map(\.line) == [1, 3, 5])
    }

    @Test func `a quote inside an unquoted cell is text`() throws {
        #expect(try rows("5\",a\"b\"c") == [["5\"", "a\"b\"c"]])
    }

    @Test func `text after a closing quote is kept and reported`() throws {
        let row = try #require(try lines("a,\"b\"c,d").first)
        #expect(row.cells == ["a", "bc", "d"])
        #expect(row.strayQuote == 1)
        #expect(try lines("a,\"b\"").first?.strayQuote == nil)
    }

    @Test func `a row is split alike, whatever the row before it begins with`() throws {
        let cells = [
            "", "a", "ab", "\"a\"", "\"a\"\"b\"", "\"a,\"", "\"a\nb\"", "\"a\"b", "か", "か\"き",
        ]
        var random = SeededSequence(state: 20_261_125)
        for _ in 0..<300 {
            let lines = (0..<6).map { _ in
                (0...random.below(4)).map { _ in cells[random.below(cells.count)] }
                    .joined(separator: ",") + ["\n", "\r\n", "\r"][random.below(3)]
            }
            // In so small pieces the row before is never at hand.
            var apart = try CSVReader(
                DropBytes(Array(lines.joined().utf8), pieceSize: 4), encoding: .utf8,
                delimiter: 0x2C)
            for row in try self.lines(lines.joined()) { #expect(try apart.next() == row) }
            #expect(try apart.next() == nil)
        }
    }

    @Test func `empty lines are blank rows and trailing cells are kept`() throws {
        let read = try lines("\n,,\n　, \t\nx,\n")
        #expect(read.map(\.isBlank) == [true, true, true, false])
        #expect(read.last?.cells == ["x", ""])
        #expect(read.last?[7] == "")
    }

    @Test func `a quote that never ends is named by the line that opened it`() {
        #expect(throws: CSVFault.unclosedQuote(line: 3, column: 1)) {
            try rows("a\nb\nc,\"d\ne\nf\n")
        }
    }

    @Test func `columns and cells have limits`() throws {
        let limits = DropLimits()
        let wide = String(repeating: ",", count: limits.maximumColumns)
        #expect(throws: CSVFault.tooManyColumns(line: 2, limit: 1_000)) { try rows("a\n" + wide) }
        #expect(try rows(String(wide.dropLast())).first?.count == limits.maximumColumns)
        let long = String(repeating: "あ", count: limits.maximumCellLength)
        #expect(try rows(long).count == 1)
        #expect(throws: CSVFault.cellTooLong(line: 1, column: 1, limit: 32_767)) {
            try rows("a," + long + "い")
        }
    }

    @Test(arguments: [4, 5, 7, 8, 9, 16])
    func `rows are the same in whatever pieces the bytes come`(size: Int) throws {
        let text = "a,\"b,\"\"c\"\"\r\nd\",e\r\n\r\"\",\"x\ry\"z\n指標,\"年\"\r\n"
        let bytes = Array(text.utf8)
        let pieces = DropBytes(bytes, pieceSize: size)
        var reader = try CSVReader(pieces, encoding: .utf8, delimiter: UInt8(ascii: ","))
        var read: [CSVRow] = []
        while let row = try reader.next() { read.append(row) }
        #expect(read == (try lines(text)))
    }

    @Test func `a quote without end is given up before it is gathered`() throws {
        let start = Array("a,\"b".utf8)
        var asked = 0
        let endless = DropBytes(count: 1 << 31) { range in
            asked = max(asked, range.upperBound)
            return range.map { $0 < start.count ? start[$0] : UInt8(ascii: "x") }
        }
        var reader = try CSVReader(endless, encoding: .utf8, delimiter: UInt8(ascii: ","))
        #expect(throws: CSVFault.cellTooLong(line: 1, column: 1, limit: 32_767)) {
            try reader.next()
        }
        #expect(asked < 1 << 20)
    }

    @Test func `a row without end is given up before it is gathered`() throws {
        let cell = Array(repeating: UInt8(ascii: "x"), count: 8_000) + [UInt8(ascii: ",")]
        let endless = DropBytes(count: 1 << 31) { range in range.map { cell[$0 % cell.count] } }
        var reader = try CSVReader(endless, encoding: .utf8, delimiter: UInt8(ascii: ","))
        #expect(throws: CSVFault.rowTooLong(line: 1)) { try reader.next() }
    }

    @Test(arguments: [
        ("a\tb,c\td\n", TextEncoding.utf8, "x.csv", "\t"), ("a,b\tc,d\n", .utf8, "x.csv", ","),
        ("a,b\tc,d\n", .utf8, "x.TSV", "\t"), ("a,b,c\td", .utf16LittleEndian, "x.csv", "\t"),
        ("a,b", .utf16BigEndian, "x.csv", ","), ("a", .utf8, "x.csv", ","),
        ("a;b;\"1,5\"\n\"1,2,3\";2;3", .utf8, "x.csv", ";"),
    ])
    func `the delimiter is the one that the file uses`(
        text: String, encoding: TextEncoding, name: String, expected: String
    ) throws {
        let bytes: [UInt8] =
            switch encoding {
            case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: Array(text.utf8)
            }
        let delimiter = try Delimiter.find(
            in: DropBytes(bytes, pieceSize: 4), encoding: encoding, fileName: name)
        #expect(delimiter == expected.utf8.first)
    }
}
