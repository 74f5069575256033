/// The marks that stand beside a number and are no part of it: p, r, #, ※1, （暫定）.
enum NumberMark: Sendable, Equatable, CaseIterable {
    /// `p`, （速報）, （暫定）: the figure may still change.
    case provisional
    /// （確報）, （確定）: the figure is final.
    case final
    /// `r`, （訂正）: the figure corrects an earlier one.
    case revised
    /// `#`, （内数）: the figure is a part of another one, and is not added to it.
    case included
    /// `*`, ※1: there is a remark on it.
    case footnote

    /// Takes the marks away from a key; nil where there are none.
    static func split(_ key: String) -> (core: String, marks: [NumberMark])? {
        var (core, marks) = (key, [NumberMark]())
        while let (rest, mark) = withoutLast(core) {
            core = rest
            marks.append(mark)
        }
        for (text, mark) in signs where core.hasPrefix(text) {
            core.removeFirst(text.count)
            marks.append(mark)
            break
        }
        return marks.isEmpty || core.isEmpty ? nil : (core, marks)
    }

    private static func withoutLast(_ key: String) -> (rest: String, mark: NumberMark)? {
        for (word, mark) in words {
            for text in ["(\(word))", word] where key.hasSuffix(text) {
                return (String(key.dropLast(text.count)), mark)
            }
        }
        for (text, mark) in signs {
            for suffix in ["(\(text))", text] where key.hasSuffix(suffix) {
                return (String(key.dropLast(suffix.count)), mark)
            }
        }
        // ※1 and *2 name a remark by its number.
        let digits = key.utf8.reversed().prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        let head = key.dropLast(digits.count)
        guard !digits.isEmpty, head.count > 1, head.hasSuffix("※") || head.hasSuffix("*") else {
            return nil
        }
        return (String(head.dropLast()), .footnote)
    }

    /// Longer words first.
    private static let words: [(String, NumberMark)] = [
        ("速報値", .provisional), ("速報", .provisional), ("暫定値", .provisional),
        ("暫定", .provisional), ("確報値", .final), ("確報", .final), ("確定値", .final), ("確定", .final),
        ("訂正値", .revised), ("訂正", .revised), ("修正値", .revised), ("修正", .revised),
        ("改定値", .revised), ("改定", .revised), ("内数", .included), ("再掲", .included),
    ]
    private static let signs: [(String, NumberMark)] = [
        ("p", .provisional), ("r", .revised), ("#", .included), ("*", .footnote), ("※", .footnote),
    ]
}
