/// What a drop's name and first bytes say it is, before anything is read from it.
enum FileKind: Equatable {
    /// Text that may be a table.
    case text
    /// Nothing, or nothing but a byte order mark.
    case empty
    /// A file of the named program, by its name or by its content.
    case foreign(String)

    /// Looks at the beginning of a file of `count` bytes.
    init(_ bytes: [UInt8], count: Int, fileName: String) {
        if let program = Self.program(beginning: bytes) {
            self = .foreign(program)
            return
        }
        let suffix = Self.suffix(of: fileName)
        guard ["csv", "tsv", "txt"].contains(suffix) else {
            self = .foreign(Self.programs[suffix] ?? (suffix.isEmpty ? "" : "." + suffix))
            return
        }
        let marks: [[UInt8]] = [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        self = count == bytes.count && marks.contains(bytes) ? .empty : .text
    }

    /// The part of a file's name after its last dot, in lower case; empty where there is none.
    static func suffix(of fileName: String) -> String {
        let bytes = Array(fileName.utf8)
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return CellText.key(String(decoding: bytes[(dot + 1)...], as: UTF8.self))
    }

    private static func program(beginning bytes: [UInt8]) -> String? {
        let signatures: [([UInt8], String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "Excel (.xlsx)"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel (.xls)"),
            (Array("%PDF-".utf8), "PDF"),
        ]
        return signatures.first { bytes.starts(with: $0.0) }?.1
    }

    private static let programs = [
        "xlsx": "Excel (.xlsx)", "xlsm": "Excel (.xlsm)", "xls": "Excel (.xls)", "pdf": "PDF",
        "ods": "LibreOffice (.ods)", "doc": "Word (.doc)", "docx": "Word (.docx)", "zip": "ZIP",
        "jtd": "一太郎 (.jtd)",
    ]
}
