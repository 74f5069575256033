import ShirubeCore
import Yams

/// A value of a YAML file that knows where it stands.
///
/// Every reading function returns nil only after it has reported a problem, so a reader may go on
/// with what it has and gather all problems of a file.
struct YAMLValue {
    /// The value as parsed.
    let node: Node
    /// The key it stands under, for messages; empty for the whole file.
    let name: String
    /// Its line, from 1.
    let line: Int
    /// Takes the problems.
    let problems: ProblemList

    /// Whether the node is `null`, `~` or nothing at all.
    static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Reports what is wrong with this value.
    func report(_ message: Wording, remedy: Wording) {
        problems.add(line, message, remedy: remedy)
    }

    /// The text of a scalar on one line; a final newline of a block text is dropped.
    ///
    /// - Parameter mayBeEmpty: whether `""` is taken.
    /// - Returns: the text, nil after a report.
    func text(mayBeEmpty: Bool = false) -> String? {
        guard case .scalar(let scalar) = node, !Self.isNull(node) else {
            return wrongType(Wording(ja: "文字列", en: "text"))
        }
        var text = scalar.string
        while text.last == "\n" { text.removeLast() }
        if !mayBeEmpty, text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
            report(
                Wording(ja: "「\(name)」が空です。", en: "`\(name)` is empty."),
                remedy: Wording(ja: "内容を書いてください。", en: "Write what it is."))
            return nil
        }
        let breaks: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
        if text.unicodeScalars.contains(where: { breaks.contains($0.properties.generalCategory) }) {
            report(
                Wording(
                    ja: "「\(name)」に改行か制御文字が入っています。",
                    en: "`\(name)` holds a line break or control character."),
                remedy: Wording(
                    ja: "1行で書いてください（折り返すときは > を使います）。",
                    en: "Write it on one line (fold a long one with >)."))
            return nil
        }
        return text
    }

    /// A whole number within the range.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let text = digits(), let number = Int(text) else {
            return wrongType(Wording(ja: "整数", en: "a whole number"))
        }
        guard range.contains(number) else {
            report(
                Wording(
                    ja: "「\(name)」の \(number) は範囲の外です。",
                    en: "\(number) is out of range for `\(name)`."),
                remedy: Wording(
                    ja: "\(range.lowerBound) から \(range.upperBound) までで書いてください。",
                    en: "Write a number from \(range.lowerBound) to \(range.upperBound)."))
            return nil
        }
        return number
    }

    /// A decimal number without thousands marks or exponent.
    func number() -> Double? {
        guard let text = digits(), let number = Double(text) else {
            return wrongType(Wording(ja: "数", en: "a number"))
        }
        return number
    }

    /// The scalar where it is an unquoted decimal number such as `-12.5`: what YAML versions read
    /// differently (`012`, `1_000`, `0x10`, `.5`) is no number here.
    private func digits() -> String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        let unsigned = scalar.string.utf8.drop { $0 == UInt8(ascii: "-") }
        let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDigit = { (byte: UInt8) in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard scalar.string.utf8.count - unsigned.count <= 1, parts.count <= 2,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
            let whole = parts.first, whole.count == 1 || whole.first != UInt8(ascii: "0")
        else { return nil }
        return scalar.string
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        if case .scalar(let scalar) = node, scalar.style == .plain {
            if scalar.string == "true" { return true }
            if scalar.string == "false" { return false }
        }
        return wrongType(Wording(ja: "true か false", en: "true or false"))
    }

    /// One of the words of a type, by raw value.
    func word<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> Word? {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = type.allCases.map(\.rawValue)
        report(
            Wording(
                ja: "「\(name)」に「\(text)」は使えません。", en: "`\(name)` cannot be `\(text)`."),
            remedy: NearestWord.remedy(
                text, among: words,
                otherwise: Wording(
                    ja: "使えるのは \(words.joined(separator: "、")) です。",
                    en: "The words known here are: \(words.joined(separator: ", ")).")))
        return nil
    }

    /// Whether it is a block of keys and values.
    var isBlock: Bool {
        if case .mapping = node { true } else { false }
    }

    /// The names of a block's keys, in order; empty where it is no block.
    var keys: [String] {
        guard case .mapping(let mapping) = node else { return [] }
        return mapping.keys.compactMap(\.string)
    }

    /// The items of a list, `[]` included.
    func items() -> [YAMLValue]? {
        guard case .sequence(let sequence) = node else {
            return wrongType(Wording(ja: "一覧", en: "a list"))
        }
        return sequence.map { child($0, name: name) }
    }

    /// What `read` makes of a block of keys; keys it did not ask for are reported afterwards.
    func map<Result>(_ read: (YAMLMap) -> Result?) -> Result? {
        guard case .mapping(let mapping) = node else {
            return wrongType(Wording(ja: "「キー: 値」のまとまり", en: "a block of keys and values"))
        }
        let map = YAMLMap(line: line, problems: problems)
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                problems.add(
                    key.mark?.line ?? line,
                    Wording(ja: "キーが文字列ではありません。", en: "A key is not text."),
                    remedy: Wording(ja: "「キー: 値」と書いてください。", en: "Write `key: value`."))
                continue
            }
            let keyLine = scalar.mark?.line ?? line
            map.insert(scalar.string, line: keyLine, child(value, name: scalar.string))
        }
        let result = read(map)
        map.reportUnknownKeys()
        return result
    }

    /// Lets `visit` look through a block of keys; keys it did not ask for are reported afterwards.
    func visit(_ visit: (YAMLMap) -> Void) {
        let _: Void? = map { visit($0) }
    }

    private func child(_ node: Node, name: String) -> YAMLValue {
        YAMLValue(node: node, name: name, line: node.mark?.line ?? line, problems: problems)
    }

    private func wrongType<Result>(_ wanted: Wording) -> Result? {
        let subject =
            name.isEmpty
            ? Wording(ja: "ファイル全体", en: "The file")
            : Wording(ja: "「\(name)」", en: "`\(name)`")
        report(
            Wording(
                ja: "\(subject.japanese)は\(wanted.japanese)でなければなりません（\(shown.japanese)）。",
                en: "\(subject.english) must be \(wanted.english), not \(shown.english)."),
            remedy: Wording(
                ja: "\(wanted.japanese)に直してください。", en: "Write \(wanted.english) here."))
        return nil
    }

    private var shown: Wording {
        switch node {
        case .scalar(let scalar):
            let text = scalar.string.prefix(40)
            if Self.isNull(node) { return Wording(ja: "今は空です", en: "nothing") }
            return scalar.style == .plain
                ? Wording(ja: "今は \(text)", en: "`\(text)`")
                : Wording(ja: "今は引用符つきの文字列「\(text)」", en: "the quoted text `\(text)`")
        case .sequence: return Wording(ja: "今は一覧", en: "a list")
        case .mapping: return Wording(ja: "今は「キー: 値」のまとまり", en: "a block of keys")
        case .alias: return Wording(ja: "今はエイリアス", en: "an alias")
        }
    }
}

/// A block of keys and values that remembers which keys were asked for.
final class YAMLMap {
    /// The line on which the block begins.
    let line: Int
    /// Takes the problems.
    let problems: ProblemList
    private var keys: [(name: String, line: Int)] = []
    private var values: [String: YAMLValue] = [:]
    private var asked: [String] = []

    init(line: Int, problems: ProblemList) {
        self.line = line
        self.problems = problems
    }

    fileprivate func insert(_ key: String, line: Int, _ value: YAMLValue) {
        keys.append((key, line))
        values[key] = value
    }

    /// The line of the key, or that of the block where the key is not written.
    func line(of key: String) -> Int {
        keys.first { $0.name == key }?.line ?? line
    }

    /// Whether the key is written, be it with `null`.
    func has(_ key: String) -> Bool {
        note(key)
        return keys.contains { $0.name == key }
    }

    /// The names of all keys written, which makes every one of them known.
    func allKeys() -> [String] {
        keys.forEach { note($0.name) }
        return keys.map(\.name)
    }

    /// The key's value; nil where it is missing or `null`.
    func optional(_ key: String) -> YAMLValue? {
        note(key)
        return values[key].flatMap { YAMLValue.isNull($0.node) ? nil : $0 }
    }

    /// The key's value; where it is missing or `null`, nil after a report.
    func required(_ key: String) -> YAMLValue? {
        if let value = optional(key) { return value }
        problems.add(
            line(of: key),
            has(key)
                ? Wording(ja: "「\(key)」が空です。", en: "`\(key)` is empty.")
                : Wording(ja: "「\(key)」がありません。", en: "`\(key)` is missing."),
            remedy: Wording(ja: "「\(key): …」と書いてください。", en: "Write `\(key): …`."))
        return nil
    }

    private func note(_ key: String) {
        if !asked.contains(key) { asked.append(key) }
    }

    fileprivate func reportUnknownKeys() {
        for key in keys where !asked.contains(key.name) {
            // In {value: 1,450} the comma ends the value.
            let isNumber = key.name.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let remedy =
                isNumber
                ? Wording(
                    ja: "桁区切りのコンマなら消してください。",
                    en: "Remove the comma if it marks thousands.")
                : Wording(
                    ja: "ここで使えるのは \(asked.joined(separator: "、")) です。",
                    en: "The keys known here are: \(asked.joined(separator: ", ")).")
            problems.add(
                key.line,
                Wording(ja: "「\(key.name)」というキーはありません。", en: "There is no key `\(key.name)`."),
                remedy: NearestWord.remedy(key.name, among: asked, otherwise: remedy))
        }
    }
}
