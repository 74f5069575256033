/// Keeps text from being taken for a formula where a spreadsheet opens it (CWE-1236).
package enum FormulaMark {
    /// With their full-width forms, which Japanese spreadsheets take for the same.
    private static let marks: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
    ]

    /// The text, with an apostrophe before it where its first character would begin a formula.
    package static func defused(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(marks.contains) ?? false
        return isFormula ? "'" + text : text
    }
}
