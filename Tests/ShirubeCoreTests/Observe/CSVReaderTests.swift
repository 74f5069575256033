import ShirubeCore
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ text: String, _ delimiter: Character = ",") throws -> [[String]] {
        try lines(text, delimiter).map(\.cells)
    }

    private func lines(_ text: String, _ delimiter: Character = ",") throws -> [CSVRow] {
        var reader = CSVReader(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0)
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
        let wide = String(repeating: ",", count: CSVReader.maximumColumns)
        #expect(throws: CSVFault.tooManyColumns(line: 2)) { try rows("a\n" + wide) }
        #expect(try rows(String(wide.dropLast())).first?.count == CSVReader.maximumColumns)
        let long = String(repeating: "あ", count: CSVReader.maximumCellLength)
        #expect(try rows(long).count == 1)
        #expect(throws: CSVFault.cellTooLong(line: 1, column: 1)) { try rows("a," + long + "い") }
    }

    @Test(arguments: [
        ("a\tb,c\td\n", TextEncoding.utf8, "x.csv", "\t"), ("a,b\tc,d\n", .utf8, "x.csv", ","),
        ("a,b\tc,d\n", .utf8, "x.TSV", "\t"), ("a,b,c\td", .utf16LittleEndian, "x.csv", "\t"),
        ("a,b", .utf16BigEndian, "x.csv", ","), ("a", .utf8, "x.csv", ","),
    ])
    func `the delimiter is a tab where the file says so`(
        text: String, encoding: TextEncoding, name: String, expected: String
    ) {
        let delimiter = CSVReader.delimiter(
            of: Array(text.utf8), encoding: encoding, fileName: name)
        #expect(delimiter == expected.utf8.first)
    }
}
