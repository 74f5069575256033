/// What separates the cells of a drop.
package enum Delimiter: String, Sendable, CaseIterable {
    /// A comma.
    case comma
    /// A tab.
    case tab
    /// A semicolon.
    case semicolon

    /// The byte in a file.
    package var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .tab: UInt8(ascii: "\t")
        case .semicolon: UInt8(ascii: ";")
        }
    }

    /// The byte that separates cells: a comma, a tab or a semicolon.
    ///
    /// Excel writes tabs in UTF-16 and a name that ends in `.tsv` says so, which needs only one tab to be
    /// believed; any other file has that of the three of which its first 20 lines hold most, the comma first.
    /// What stands in quotes does not count.
    ///
    /// - Parameters:
    ///   - source: the file, whose beginning decides.
    ///   - encoding: the encoding of the file.
    ///   - fileName: the name of the file.
    /// - Returns: the byte.
    /// - Throws: what reading the file throws.
    package static func find(
        in source: DropBytes, encoding: TextEncoding, fileName: String
    ) throws -> UInt8 {
        var pieces = try TextPieces(source.beginning, encoding: encoding)
        let start = try pieces.next()
        var (tabs, commas, semicolons, lines) = (0, 0, 0, 0)
        var isQuoted = false
        for byte in start where lines < 20 {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: "\t"): tabs += 1
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: ";"): semicolons += 1
            case 0x0A, 0x0D: lines += 1
            default: break
            }
        }
        let isTabbedKind = encoding.isUTF16 || FileKind.suffix(of: fileName) == "tsv"
        if isTabbedKind ? tabs > 0 : tabs > max(commas, semicolons) { return UInt8(ascii: "\t") }
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }
}
