/// Writes lines of CSV after RFC 4180, as Excel does.
package enum CSVLine {
    /// The cells as one line, ending in CR LF; a cell with a comma, a quote or a line end stands in quotes.
    package static func text(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        // By bytes: CR LF is one Character, and neither of the two.
        let special = Array(",\"\r\n".utf8)
        guard cell.utf8.contains(where: special.contains) else { return cell }
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }
}
