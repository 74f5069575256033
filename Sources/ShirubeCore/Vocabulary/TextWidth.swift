/// How many columns text takes in a fixed-width font: full-width characters two, others one (JIS X
/// 0208 practice, UAX #11 with ambiguous characters full-width).
package enum TextWidth {
    /// How wide the characters are drawn of which Unicode leaves that to the font (UAX #11, class A).
    package struct Cells: Sendable, Equatable {
        /// The columns of a sign such as ○, ① or …: 1 or 2.
        package let signs: Int
        /// The columns of a block such as ▁ or █, which some terminals draw narrow beside wide signs: 1 or 2.
        package let blocks: Int

        /// Makes the widths of a terminal.
        package init(signs: Int, blocks: Int) {
            self.signs = signs
            self.blocks = blocks
        }

        /// Those of Japanese fonts, in mails and files.
        package static let printed = Cells(signs: 2, blocks: 2)
        /// Those of most terminals.
        package static let narrow = Cells(signs: 1, blocks: 1)
    }

    /// The columns that one line of text takes.
    ///
    /// - Parameters:
    ///   - text: a line without control characters (see `Inert`).
    ///   - cells: how wide ambiguous characters are.
    /// - Returns: columns; combining marks, joiners and variation selectors take none, and a
    ///   cluster such as a flag or a family emoji takes two, as terminals and mail readers draw it.
    package static func columns(_ text: some StringProtocol, _ cells: Cells = .printed) -> Int {
        text.reduce(0) { $0 + columns($1, cells) }
    }

    /// The columns that one grapheme cluster takes: 0, 1 or 2.
    package static func columns(_ character: Character, _ cells: Cells = .printed) -> Int {
        if character.isASCII { return 1 }
        let sum = character.unicodeScalars.reduce(0) { $0 + columns($1, cells) }
        // ｶ and its half-width ﾞ are one cluster of two cells; no cluster is drawn wider than that.
        return min(sum, 2)
    }

    private static func columns(_ scalar: Unicode.Scalar, _ cells: Cells) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default:
            guard EastAsianWidth.isWide(scalar) else { return 1 }
            if cells == .printed || EastAsianWidth.isAlwaysWide(scalar) { return 2 }
            return (0x2580...0x259F).contains(scalar.value) ? cells.blocks : cells.signs
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
        _ text: String, to width: Int, _ alignment: Alignment = .left, _ cells: Cells = .printed
    ) -> String {
        let blanks = String(repeating: " ", count: max(0, width - columns(text, cells)))
        return alignment == .left ? text + blanks : blanks + text
    }

    /// The text in at most `width` columns: what is wider ends in `…`; empty where not even that fits.
    package static func shortened(
        _ text: String, to width: Int, _ cells: Cells = .printed
    ) -> String {
        guard columns(text, cells) > width else { return text }
        let mark: Character = "…"
        var used = columns(mark, cells)
        guard used <= width else { return "" }
        var result = ""
        for character in text {
            used += columns(character, cells)
            guard used <= width else { break }
            result.append(character)
        }
        return result + String(mark)
    }
}
