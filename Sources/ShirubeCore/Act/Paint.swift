/// Puts colour over finished text for a terminal.
///
/// Colour comes last, over whole lines: it enters no width and changes no letter, so that what a terminal shows is, the
/// codes taken away, what a file gets. It says nothing that the words do not say.
package struct Paint: Sendable {
    /// What stands out.
    enum Ink: Hashable, CaseIterable {
        case heading
        case good
        case watch
        case action
        case open
    }

    /// The codes of a kind of terminal (ECMA-48, SGR).
    package enum Palette: Sendable, CaseIterable {
        /// Eight colours, which each terminal mixes as it likes.
        case basic
        /// Of xterm's 256 those that are as far from white as from black, so that they can be read on both.
        case indexed

        func code(_ ink: Ink) -> String {
            switch (ink, self) {
            case (.heading, _): "1"
            case (.good, .basic): "32"
            case (.watch, .basic): "35"
            case (.action, .basic): "31"
            case (.open, .basic): "36"
            case (.good, .indexed): "38;5;28"
            case (.watch, .indexed): "38;5;130"
            case (.action, .indexed): "38;5;161"
            case (.open, .indexed): "38;5;243"
            }
        }
    }

    private let palette: Palette
    /// The words of each status behind its code and behind its sign, the longer first.
    private let words: [(text: String, ink: Ink)]
    private let beginnings: Set<Character>

    /// Makes paint for texts in one language.
    package init(_ palette: Palette, _ language: Language) {
        self.palette = palette
        words = Status.allCases.flatMap { status in
            [status.rawValue, status.symbol].map { sign in
                ("\(sign) \(status.wording[language])", Self.ink(of: status.group))
            }
        }.sorted { ($0.text.count, $0.text) > ($1.text.count, $1.text) }
        beginnings = Set(words.compactMap(\.text.first))
    }

    private static func ink(of group: StatusGroup) -> Ink {
        switch group {
        case .good: .good
        case .watch: .watch
        case .action: .action
        case .open: .open
        }
    }

    /// The text with headings in bold and statuses in the colour of their group.
    package func text(_ text: String) -> String {
        lines(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            .joined(separator: "\n")
    }

    /// The same of lines that belong together.
    package func lines(_ lines: [String]) -> [String] {
        let headings = Self.headings(in: lines)
        return lines.indices.map { index in
            headings.contains(index)
                ? painted(Substring(lines[index]), .heading) : line(lines[index])
        }
    }

    /// What stands over a rule or after the sign of a heading; over `===` the whole paragraph.
    private static func headings(in lines: [String]) -> Set<Int> {
        var places: Set<Int> = []
        for (index, line) in lines.enumerated() {
            let words = line.drop { $0 == " " || $0 == "*" }
            if words.hasPrefix("■ ") || words.hasPrefix("◆ ") { places.insert(index) }
            let isRule = words.hasPrefix("--") && words.allSatisfy { "- …".contains($0) }
            if isRule, index > 0, !lines[index - 1].isEmpty { places.insert(index - 1) }
            guard words.hasPrefix("==="), words.allSatisfy({ "=…".contains($0) }) else { continue }
            let paragraph = lines[..<index].indices.reversed().prefix { !lines[$0].isEmpty }
            places.formUnion(paragraph)
        }
        return places
    }

    private func line(_ line: String) -> String {
        var rest = Substring(line)
        var result = ""
        var before: Character = " "
        while let next = rest.first {
            // A code is a word: the ON of CARTON is none.
            let mayBegin = beginnings.contains(next) && !(next.isASCII && isOfWord(before))
            if mayBegin, let found = words.first(where: { rest.hasPrefix($0.text) }) {
                result += painted(rest.prefix(found.text.count), found.ink)
                rest = rest.dropFirst(found.text.count)
                before = " "
            } else {
                result.append(next)
                before = next
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private func isOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    private func painted(_ text: Substring, _ ink: Ink) -> String {
        text.isEmpty ? "" : "\u{1B}[\(palette.code(ink))m\(text)\u{1B}[0m"
    }
}
