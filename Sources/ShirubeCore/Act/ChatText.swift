/// Text for chats in which nothing that came from data acts, and its division into pieces.
enum ChatText {
    /// The text with all that Markdown, HTML or a chat would act on made inert.
    ///
    /// The services differ in what they escape, and none lets everything be escaped; a full-width twin acts nowhere. The
    /// colon of a time such as 09:00 stays. So does the point of a number, while that of a name such as example.com,
    /// which would become a link, does not. Two blanks become one wide one: four would begin a block of code.
    static func inert(_ text: String) -> String {
        let scalars = Array(Inert.line(text).unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == " ", index + 1 < scalars.count, scalars[index + 1] == " " {
                result.append("\u{3000}")
                index += 2
                continue
            }
            let isActive =
                switch scalar {
                case "&", "<", ">", "*", "_", "~", "`", "@", "#", "[", "]", "|", "\\", "$": true
                case ":": !isBetween(index, of: scalars, isDigit, isDigit)
                case ".": isBetween(index, of: scalars, isWord, isLetter)
                default: false
                }
            result.append(isActive ? wide(scalar) : scalar)
            index += 1
        }
        return String(result)
    }

    /// An inert text with the sign at its beginning, where it would make a list or a rule there, made inert too.
    static func lineStart(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\u{3000}" }) else {
            return text
        }
        if "-+=".unicodeScalars.contains(scalars[first]) {
            scalars[first] = wide(scalars[first])
        } else {
            let end = scalars[first...].firstIndex { !isDigit($0) } ?? scalars.endIndex
            guard end > first, end < scalars.endIndex, scalars[end] == "." || scalars[end] == ")",
                end + 1 == scalars.endIndex || scalars[end + 1] == " "
                    || scalars[end + 1] == "\u{3000}"
            else { return text }
            scalars[end] = wide(scalars[end])
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The full-width twin of a printable ASCII character.
    private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    }

    private static func isBetween(
        _ index: Int, of scalars: [Unicode.Scalar], _ before: (Unicode.Scalar) -> Bool,
        _ after: (Unicode.Scalar) -> Bool
    ) -> Bool {
        index > 0 && index + 1 < scalars.count && before(scalars[index - 1])
            && after(scalars[index + 1])
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || isDigit(scalar)
    }

    // MARK: - Division

    /// A line in pieces of at most `limit` units: divided after a sentence, and within one only where that alone is
    /// longer, then never inside an escape such as `&amp;`.
    static func pieces(of line: String, limit: Int, count: (String) -> Int) -> [String] {
        guard count(line) > limit else { return [line] }
        var pieces: [String] = []
        var piece = ""
        var length = 0
        for unit in sentences(of: line).flatMap({ count($0) > limit ? atoms(of: $0) : [$0] }) {
            let more = count(unit)
            if !piece.isEmpty, length + more > limit {
                pieces.append(piece)
                (piece, length) = ("", 0)
            }
            piece += unit
            length += more
        }
        return pieces + [piece]
    }

    private static func sentences(of line: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        var last: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            sentence.unicodeScalars.append(scalar)
            if scalar == "。" || (scalar == " " && last == ".") {
                sentences.append(sentence)
                sentence = ""
            }
            last = scalar
        }
        return sentence.isEmpty ? sentences : sentences + [sentence]
    }

    private static func atoms(of sentence: String) -> [String] {
        var atoms: [String] = []
        var insideEscape = false
        for scalar in sentence.unicodeScalars {
            if insideEscape {
                atoms[atoms.count - 1].unicodeScalars.append(scalar)
                insideEscape = scalar != ";"
            } else {
                atoms.append(String(scalar))
                insideEscape = scalar == "&"
            }
        }
        return atoms
    }
}
