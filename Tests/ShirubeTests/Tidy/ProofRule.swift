/// What the compiler is told to believe has its proof beside it, or is not written at all.
enum ProofRule {
    private static let neverWords = ["try!", "as!"]
    private static let provenWords = [
        "@unchecked Sendable", "nonisolated(unsafe)", "unowned(unsafe)",
    ]
    /// Work that nobody waits for: in the sources only with a reason, in tests as one likes.
    private static let looseWords = ["Task {", "Task.detached"]

    /// Unproven claims, and operators that end the program where the world is not as hoped.
    static func offences(in source: SourceText) -> [Offence] {
        let never = neverWords.flatMap { word in
            source.lines(holding: word).map { line in
                Offence(
                    path: source.path, line: line,
                    sentence: "\"\(word)\" ends the program on bad luck; throw, or use guard.")
            }
        }
        let unwrapped = source.code.indices.filter { unwraps(Array(source.code[$0].utf8)) }.map {
            Offence(
                path: source.path, line: $0 + 1,
                sentence: "\"!\" ends the program on bad luck; use guard, ?? or if let.")
        }
        let claims = provenWords + (source.path.hasPrefix("Sources/") ? looseWords : [])
        let unproven = claims.flatMap { word in
            source.lines(holding: word).filter { !isProven($0 - 1, source) }.map { line in
                Offence(
                    path: source.path, line: line,
                    sentence: "\"\(word)\" is a claim: prove it in a \"// Safe:\" comment above it."
                )
            }
        }
        return never + unwrapped + unproven
    }

    /// Whether an exclamation mark follows a value or type, with nothing between.
    private static func unwraps(_ line: [UInt8]) -> Bool {
        line.indices.contains { index in
            guard line[index] == UInt8(ascii: "!"), index > 0 else { return false }
            let before = line[index - 1]
            let follows = index + 1 < line.count ? line[index + 1] : 32
            let isOperator = follows == UInt8(ascii: "=") && before == 32
            let isAfterKeyword = ["try", "as"].contains {
                line[..<index].reversed().starts(with: Array($0.utf8).reversed())
            }
            return !isOperator && !isAfterKeyword
                && (SourceText.isNameByte(before) || ")]}\"".utf8.contains(before))
        }
    }

    /// Whether the comment right above a line, attributes apart, has a line that begins with `Safe:`.
    private static func isProven(_ index: Int, _ source: SourceText) -> Bool {
        let above = source.lines[..<index].reversed().map(\.trimmed)
        return above.prefix { $0.hasPrefix("//") || $0.hasPrefix("@") }
            .contains { $0.hasPrefix("// Safe:") }
    }
}
