/// Whatever other targets may use says in a comment what it is.
enum DocumentationRule {
    private static let keywords: Set<String> = [
        "func", "var", "let", "struct", "enum", "class", "actor", "protocol", "subscript",
        "typealias",
    ]
    /// What a protocol of the standard library or of swift-log asks for is documented there.
    private static let witnesses: Set<String> = [
        "<", "==", "hash", "description", "databaseValue", "fromDatabaseValue", "log", "logLevel",
        "metadata", "metadataProvider", "metadataKey", "unownedExecutor", "deliver",
    ]

    /// Declarations for other targets that have no documentation comment.
    static func offences(in source: SourceText) -> [Offence] {
        let insides = insidesForOthers(source)
        return source.code.indices.compactMap { index in
            guard let name = name(declaredBy: source.code[index], in: insides[index + 1]),
                !witnesses.contains(name), !isDocumented(index, source)
            else { return nil }
            return Offence(
                path: source.path, line: index + 1,
                sentence: "\"\(name)\" is for other targets: say in a /// comment what it is.")
        }
    }

    /// A type whose members are for others without saying so.
    private enum Inside {
        case enumeration
        case interface
    }

    /// The lines right inside enumerations and protocols for other targets, unless their own comment names the page
    /// of `docs/` that describes what is inside.
    private static func insidesForOthers(_ source: SourceText) -> [Int: Inside] {
        var lines: [Int: Inside] = [:]
        let blocks = Block.blocks(of: source)
        for block in blocks where block.kind == .type && block.lastLine > block.firstLine {
            let words = source.code[block.firstLine - 1].split(separator: " ")
            guard words.contains("package") || words.contains("public") else { continue }
            let isInterface = words.contains("protocol")
            guard isInterface || words.contains("enum"), !pointsToPage(block.firstLine - 1, source)
            else { continue }
            for line in block.firstLine + 1..<block.lastLine {
                lines[line] = isInterface ? .interface : .enumeration
            }
            let inner = blocks.filter {
                $0.depth == block.depth + 1 && $0.firstLine > block.firstLine
                    && $0.lastLine < block.lastLine && $0.lastLine > $0.firstLine
            }
            for body in inner {
                for line in body.firstLine + 1...body.lastLine { lines[line] = nil }
            }
        }
        return lines
    }

    /// The name that a line declares for other targets; nil where it declares none.
    private static func name(declaredBy line: String, in inside: Inside?) -> String? {
        var isForOthers = inside == .interface
        for word in line.split(whereSeparator: { " (?".contains($0) }) {
            switch word {
            case "package", "public", "open": isForOthers = true
            case "private", "fileprivate": if !line.contains("(set)") { return nil }
            case "case": return inside == .enumeration ? after(word, in: line) : nil
            case "init": return isForOthers ? "init" : nil
            case _ where keywords.contains(String(word)):
                return isForOthers ? after(word, in: line) : nil
            case _ where word.hasPrefix("@") || modifiers.contains(String(word)): continue
            default: return nil
            }
        }
        return nil
    }

    private static let modifiers: Set<String> = [
        "static", "final", "mutating", "nonmutating", "nonisolated", "isolated", "indirect", "lazy",
        "weak", "unowned", "override", "required", "convenience", "consuming", "borrowing", "set)",
        "unsafe)", "async",
    ]

    private static func after(_ keyword: Substring, in line: String) -> String? {
        let rest = line[keyword.endIndex...].drop { $0 == " " || $0 == "(" }
        let isOperator = rest.utf8.first.map { !SourceText.isNameByte($0) } ?? false
        if isOperator { return String(rest.prefix { !" (".contains($0) }) }
        return String(rest.prefix { !" (:=,<".contains($0) })
    }

    private static func pointsToPage(_ index: Int, _ source: SourceText) -> Bool {
        source.lines[..<index].reversed().map(\.trimmed)
            .prefix { $0.hasPrefix("///") || $0.hasPrefix("@") }
            .contains { $0.contains("docs/") && $0.contains(".md") }
    }

    private static func isDocumented(_ index: Int, _ source: SourceText) -> Bool {
        let above = source.lines[..<index].reversed().map(\.trimmed)
        return above.first { !$0.hasPrefix("@") }?.hasPrefix("///") ?? false
    }
}
