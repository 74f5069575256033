import Testing

@testable import Shirube

@Suite struct FileNameTests {
    @Test func `what cannot be one name in a folder is refused`() {
        for wrong in ["", ".", "..", "a/b", "a\u{0}b"] {
            #expect(FileName(Array(wrong.utf8)) == nil, "\(wrong)")
        }
        #expect(FileName([0xFF, 0xFE]) != nil)
    }

    @Test(arguments: [
        "~$R4実績.xlsx", ".~lock.R4.csv#", ".hidden.csv", "Thumbs.db", "desktop.ini", "a.csv.part",
        "lost+found", "$RECYCLE.BIN", "System Volume Information",
        "A.TMP", "x.csv~", "up.filepart", ".DS_Store", "._a.csv", "a.csv.crdownload", "~$a.csv",
        "a.csv.partial",
    ])
    func `files of programs and transfers are left alone`(name: String) {
        #expect(FileName(Array(name.utf8))?.isTransient == true)
    }

    @Test(arguments: ["R4第2四半期.csv", "data.tsv", "実績.xlsx", "a~b.csv"])
    func `what people save is not`(name: String) {
        #expect(FileName(Array(name.utf8))?.isTransient == false)
    }

    @Test func `a name is shown with its controls, marks and broken bytes made visible`() throws {
        let name = try #require(FileName(Array("a\n\u{202E}b\\".utf8) + [0xE5, 0xAE, 0xFF]))
        #expect(name.description == #"a\u{a}\u{202e}b\\\xe5\xae\xff"#)
    }

    @Test func `a long name is shortened between characters and keeps its ending`() throws {
        let name = try #require(FileName(Array((String(repeating: "実", count: 90) + ".csv").utf8)))
        for limit in 200...206 {
            let short = name.shortened(to: limit)
            #expect(short.bytes.count <= limit)
            #expect(String(validating: short.bytes, as: UTF8.self)?.hasSuffix("実.csv") == true)
        }
        #expect(name.shortened(to: 300) == name)
    }
}
