import ShirubeCore
import Testing

@Suite struct AuditDocumentTests {
    private let document = AuditDocument(entries: [
        AuditDocument.Entry(
            row: 7, at: japanTime("2022-10-20T10:00"), kind: .decision, who: "hanako",
            post: "kogyo-kacho", about: ["m01-1-1"], what: "=SUM(A1), \"改善\"", file: nil,
            configuration: String(repeating: "b", count: 64),
            hash: String(repeating: "c", count: 64))
    ])

    @Test func `a spreadsheet gets whole hashes and no formula`() {
        let csv = document.csv(.japanese)
        #expect(csv.hasPrefix("\u{FEFF}行,日時,種類,"))
        #expect(csv.hasSuffix("\r\n"))
        #expect(csv.contains("\"'=SUM(A1), \"\"改善\"\"\""))
        #expect(csv.contains(String(repeating: "c", count: 64)))
    }

    @Test func `the table cuts hashes short, and says so where there is nothing`() {
        let table = document.table(.english)
        #expect(table.contains("decision") && table.contains(String(repeating: "c", count: 12)))
        #expect(!table.contains(String(repeating: "c", count: 13)))
        #expect(AuditDocument(entries: []).table(.english) == "Nothing of that is on record.\n")
        #expect(document.json.compact.contains("\"file\":null"))
        let kinds = AuditDocument.Kind.allCases.map(\.wording)
        #expect(Set(kinds.map(\.japanese)).count == kinds.count)
        #expect(Set(kinds.map(\.english)).count == kinds.count)
    }
}
