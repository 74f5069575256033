/// How many columns text takes in a fixed-width font: full-width characters two, others one (JIS X
/// 0208 practice, UAX #11 with ambiguous characters full-width).
package enum TextWidth {
    /// The columns that one line of text takes.
    ///
    /// - Parameter text: a line without control characters (see `Inert`).
    /// - Returns: columns; combining marks, joiners and variation selectors take none, and a
    ///   cluster such as a flag or a family emoji takes two, as terminals and mail readers draw it.
    package static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    /// The columns that one grapheme cluster takes: 0, 1 or 2.
    package static func columns(_ character: Character) -> Int {
        if character.isASCII { return 1 }
        let sum = character.unicodeScalars.reduce(0) { $0 + columns($1) }
        // ｶ and its half-width ﾞ are one cluster of two cells; no cluster is drawn wider than that.
        return min(sum, 2)
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: EastAsianWidth.isWide(scalar) ? 2 : 1
        }
    }

    /// Where text stands in a wider cell.
    package enum Alignment: Sendable {
        /// At the left edge, as words do.
        case left
        /// At the right edge, as figures do.
        case right
    }

    /// The text filled up with blanks to `width` columns; text that is wider comes back whole.
    package static func padded(
        _ text: String, to width: Int, _ alignment: Alignment = .left
    ) -> String {
        let blanks = String(repeating: " ", count: max(0, width - columns(text)))
        return alignment == .left ? text + blanks : blanks + text
    }

    /// The text in at most `width` columns: what is wider ends in `…`; empty where not even that fits.
    package static func shortened(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        let mark: Character = "…"
        var used = columns(mark)
        guard used <= width else { return "" }
        var result = ""
        for character in text {
            used += columns(character)
            guard used <= width else { break }
            result.append(character)
        }
        return result + String(mark)
    }
}
