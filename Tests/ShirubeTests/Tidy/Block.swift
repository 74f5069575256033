/// What stands between a brace and its partner, with the words before it.
struct Block: Sendable {
    /// What the words before the brace declare.
    enum Kind: Sendable {
        /// A type or an extension of one.
        case type
        /// Anything that runs, or a value.
        case body
    }

    /// What it is.
    let kind: Kind
    /// The words of its declaration, from its keyword's modifiers to the brace.
    let head: String
    /// The line, from 1, of the keyword that declares it.
    let firstLine: Int
    /// The line of the closing brace.
    var lastLine: Int
    /// How many braces stand around it.
    let depth: Int
    /// Whether it lies inside a block that is no type.
    let isInner: Bool

    private static let typeWords: Set<String> = [
        "struct", "class", "enum", "actor", "extension", "protocol",
    ]
    private static let declaringWords: Set<String> = typeWords.union([
        "func", "init", "deinit", "subscript", "var", "let",
    ])

    /// The blocks of a file, in the order of their braces.
    static func blocks(of source: SourceText) -> [Block] {
        var blocks: [Block] = []
        var open: [Int] = []
        var line = 1
        var words: [(text: String, line: Int)] = []
        var word: [UInt8] = []
        for byte in source.bytes {
            if SourceText.isNameByte(byte) {
                word.append(byte)
                continue
            }
            if !word.isEmpty { words.append((String(decoding: word, as: UTF8.self), line)) }
            word = []
            switch byte {
            case 10: line += 1
            case UInt8(ascii: "{"):
                let isInner = open.contains { blocks[$0].kind == .body }
                blocks.append(block(words, line: line, depth: open.count, isInner: isInner))
                open.append(blocks.count - 1)
                words = []
            case UInt8(ascii: "}"):
                if let last = open.popLast() { blocks[last].lastLine = line }
                words = []
            default: break
            }
        }
        return blocks
    }

    private static func block(
        _ words: [(text: String, line: Int)], line: Int, depth: Int, isInner: Bool
    ) -> Block {
        let keyword = words.lastIndex { declaringWords.contains($0.text) }
        // `class func` and `extension … where … : AnyObject` end in another word than they begin with.
        let kind = keyword.map { typeWords.contains(words[$0].text) ? Kind.type : .body } ?? .body
        let first = keyword.map { words[$0].line } ?? words.first?.line ?? line
        let head = words.filter { $0.line >= first }.map(\.text).joined(separator: " ")
        return Block(
            kind: kind, head: head, firstLine: first, lastLine: line, depth: depth,
            isInner: isInner)
    }
}
