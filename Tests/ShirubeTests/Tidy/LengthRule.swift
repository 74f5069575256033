/// How long a file and a function may be.
enum LengthRule {
    static let longestFile = 400
    static let longestBody = 70

    /// A file that is too long; one that a program has written may be.
    static func fileOffences(in source: SourceText) -> [Offence] {
        let count = source.lines.last == "" ? source.lines.count - 1 : source.lines.count
        guard count > longestFile, !source.isGenerated else { return [] }
        return [
            Offence(
                path: source.path, line: nil,
                sentence:
                    "\(count) lines are more than one idea (at most \(longestFile)); divide it.")
        ]
    }

    /// Functions and other bodies that are too long; the insides of long strings, such as golden texts, count for
    /// nothing.
    static func bodyOffences(in source: SourceText) -> [Offence] {
        if source.isGenerated { return [] }
        return Block.blocks(of: source).compactMap { block in
            let count = (block.firstLine...block.lastLine).count { !isText($0 - 1, source) }
            guard block.kind == .body, !block.isInner, count > longestBody else { return nil }
            return Offence(
                path: source.path, line: block.firstLine,
                sentence:
                    "\(count) lines are more than a screen (at most \(longestBody)); divide it.")
        }
    }

    private static func isText(_ index: Int, _ source: SourceText) -> Bool {
        let line = source.lines[index].trimmed
        return source.code[index].trimmed.isEmpty && !line.isEmpty && !line.hasPrefix("//")
    }
}
