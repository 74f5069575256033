/// Breaks text into lines as Japanese typesetting does (禁則処理, JIS X 4051), by columns.
package enum LineBreaking {
    /// The text in lines of at most `width` columns.
    ///
    /// A line may end between full-width characters or at a blank, never before a closing mark
    /// (。、」）) or after an opening one, nor between a figure and its unit. A stretch without any
    /// such place is divided where the line is full, so no text is ever lost.
    ///
    /// - Parameters:
    ///   - text: one paragraph, without line breaks.
    ///   - width: columns of a line, its indent included; at least 8 more than `hanging` takes.
    ///   - first: what the first line begins with, such as a bullet.
    ///   - hanging: what the others begin with.
    /// - Returns: at least one line.
    package static func lines(
        _ text: String, width: Int, first: String = "", hanging: String = ""
    ) -> [String] {
        lines(keeping: pieces(of: text), width: width, first: first, hanging: hanging)
    }

    /// Pieces one after the other in lines of at most `width` columns, no piece divided that fits a line.
    ///
    /// - Parameters:
    ///   - pieces: what is to stay together, such as a label and its figure; joined as they are.
    ///   - width: columns of a line, its indent included; at least 8 more than `hanging` takes.
    ///   - first: what the first line begins with, such as a bullet.
    ///   - hanging: what the others begin with.
    /// - Returns: at least one line.
    package static func lines(
        keeping pieces: [String], width: Int, first: String = "", hanging: String = ""
    ) -> [String] {
        let room = width - TextWidth.columns(hanging)
        var lines: [String] = []
        var line = first
        var used = TextWidth.columns(first)
        var isEmpty = true
        func close() {
            lines.append(trimmingEnd(line))
            line = hanging
            used = TextWidth.columns(hanging)
            isEmpty = true
        }
        for piece in pieces.flatMap({ fits($0, room) ? [$0] : self.pieces(of: $0) }) {
            if used + TextWidth.columns(trimmingEnd(piece)) > width, !isEmpty { close() }
            for character in piece {
                let columns = TextWidth.columns(character)
                if used + columns > width, !isEmpty, character != " " { close() }
                line.append(character)
                used += columns
                isEmpty = false
            }
        }
        lines.append(trimmingEnd(line))
        return lines
    }

    private static func fits(_ piece: String, _ room: Int) -> Bool {
        TextWidth.columns(trimmingEnd(piece)) <= room
    }

    /// The stretches between two places where a line may end.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var previous: Character?
        for character in text {
            if let last = previous, mayBreak(between: last, and: character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            previous = character
        }
        pieces.append(piece)
        return pieces
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if right == " " || right == "\u{3000}" { return false }
        if left == " " || left == "\u{3000}" { return true }
        if neverFirst.contains(right) || neverLast.contains(left) { return false }
        if left.isNumber && TextWidth.columns(right) == 2 { return false }
        return TextWidth.columns(left) == 2 || TextWidth.columns(right) == 2
    }

    private static func trimmingEnd(_ text: String) -> String {
        var end = text.endIndex
        while end > text.startIndex, text[text.index(before: end)] == " " {
            end = text.index(before: end)
        }
        return String(text[..<end])
    }

    private static let neverFirst = Set(
        "、。，．・：；？！ー」』）】〕］｝〉》々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‰,.:;?!)]}%／")
    private static let neverLast = Set("「『（【〔［｛〈《([{")
}
