/// Writes a form as the CSV file that spreadsheets open.
package enum FormCSV {
    /// How the characters are written.
    package enum Encoding: String, Sendable, CaseIterable {
        /// UTF-8 with a byte order mark, by which Excel knows it.
        case utf8
        /// CP932, for programs that know nothing else.
        case cp932
    }

    /// A character that CP932 does not have.
    package struct Unencodable: Error, Equatable {
        /// The character.
        package let scalar: Unicode.Scalar
        /// The cell or line that it stands in.
        package let text: String
        /// Where it stands, what it is, and what to do.
        package var message: Wording {
            let shown = Inert.line(String(scalar))
            let number = "U+" + String(scalar.value, radix: 16, uppercase: true)
            return Wording(
                ja: "「\(Inert.line(text))」の「\(shown)」（\(number)）はCP932で書けません。"
                    + "--encoding utf8 で作ってください。",
                en: "CP932 has no “\(shown)” (\(number)), which “\(Inert.line(text))” holds. "
                    + "Use --encoding utf8.")
        }
    }

    /// The form's bytes, its lines ending in CR LF.
    package static func bytes(
        of form: Form, encoding: Encoding
    ) throws(Unencodable) -> [UInt8] {
        let lines = form.lines.map { [$0] } + [form.headings] + form.rows.map { $0.map(text) }
        switch encoding {
        case .utf8:
            return Array(("\u{FEFF}" + lines.map(CSVLine.text).joined()).utf8)
        case .cp932:
            var bytes: [UInt8] = []
            for cells in lines {
                do throws(CP932.Unencodable) {
                    bytes += try CP932.encode(CSVLine.text(cells))
                } catch {
                    let cell = cells.first { $0.unicodeScalars.contains(error.scalar) }
                    throw Unencodable(scalar: error.scalar, text: cell ?? "")
                }
            }
            return bytes
        }
    }

    /// What a cell holds before anything is filled in.
    private static func text(_ cell: Form.Cell) -> String {
        switch cell {
        case .text(let text), .input(_, let text): text
        case .number(let number): NumberText.grouped(number, decimals: 9)
        case .unused: ""
        }
    }
}
