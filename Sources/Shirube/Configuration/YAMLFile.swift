import FoundationEssentials
import ShirubeCore
import Yams

/// Reads a whole YAML file, or says in one problem why it cannot be read.
enum YAMLFile {
    /// A larger file is refused unread: no strategy comes near it, and a mistaken path might.
    static let maximumBytes = 4 * 1_024 * 1_024

    /// The file's only document.
    ///
    /// - Parameters:
    ///   - path: the file; also the name under which problems speak of it.
    ///   - problems: takes what is found wrong later.
    /// - Returns: the document's value.
    /// - Throws: a single problem where the file cannot be opened, is no UTF-8, is no YAML, or is
    ///   empty.
    static func read(_ path: String, into problems: ProblemList) throws(ConfigurationError)
        -> YAMLValue
    {
        let bytes = try content(path, problems)
        let text = try decode(bytes, problems)
        let root: Node?
        do {
            // The basic resolver leaves every plain word a word: `no` is no truth value here.
            let parser = try Parser(yaml: text, resolver: .basic)
            root = try parser.singleRoot()
            // Nodes refer to their anchors weakly: only the parser keeps them.
            withExtendedLifetime(parser) { root.map { refuseAnchors($0, problems) } }
        } catch {
            report(error, problems)
            throw problems.error
        }
        guard problems.isEmpty else { throw problems.error }
        guard let root, !YAMLValue.isNull(root) else {
            problems.add(
                1, Wording(ja: "ファイルに何も書かれていません。", en: "The file says nothing."),
                remedy: Wording(
                    ja: "見本を写して書いてください。", en: "Start from a copy of the example file."))
            throw problems.error
        }
        return YAMLValue(node: root, name: "", line: root.mark?.line ?? 1, problems: problems)
    }

    /// Reports anchors and the aliases to them, and looks no further into what bears one.
    ///
    /// An alias makes one line stand in several places, so that "line 14 is wrong" is ambiguous,
    /// and a few nested ones grow without bound.
    private static func refuseAnchors(_ node: Node, _ problems: ProblemList) {
        guard node.anchor == nil else {
            problems.add(
                node.mark?.line,
                Wording(
                    ja: "アンカー（&）とエイリアス（*）は使えません。",
                    en: "Anchors (&) and aliases (*) are not allowed."),
                remedy: Wording(
                    ja: "それぞれの場所に内容を書いてください。", en: "Write the content in each place."))
            return
        }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                refuseAnchors(key, problems)
                refuseAnchors(value, problems)
            }
        case .sequence(let sequence): sequence.forEach { refuseAnchors($0, problems) }
        case .scalar, .alias: break
        }
    }

    private static func content(_ path: String, _ problems: ProblemList)
        throws(ConfigurationError) -> [UInt8]
    {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
            // A pipe or device would never end; a folder has no content.
            if attributes[.type] as? FileAttributeType == .typeRegular {
                if (attributes[.size] as? Int ?? 0) <= maximumBytes {
                    return Array(try Data(contentsOf: url))
                }
                problems.add(
                    nil,
                    Wording(
                        ja: "ファイルが4MiBを超えているため読みません。",
                        en: "The file is larger than 4 MiB and was not read."),
                    remedy: Wording(
                        ja: "別のファイルを指していないか確かめてください。",
                        en: "Check that the path names the right file."))
            } else {
                problems.add(
                    nil, Wording(ja: "普通のファイルではありません。", en: "This is not a regular file."),
                    remedy: Wording(
                        ja: "YAMLファイルの場所を指定してください。", en: "Name a YAML file."))
            }
        } catch {
            unreadable(error, problems)
        }
        throw problems.error
    }

    private static func unreadable(_ error: any Error, _ problems: ProblemList) {
        if (error as? CocoaError)?.code == .fileReadNoSuchFile {
            problems.add(
                nil, Wording(ja: "ファイルがありません。", en: "The file does not exist."),
                remedy: Wording(
                    ja: "場所とつづりを確かめてください。", en: "Check its place and spelling."))
        } else {
            problems.add(
                nil, Wording(ja: "ファイルを開けません。", en: "The file cannot be opened."),
                remedy: Wording(
                    ja: "実行する利用者に読む権限を与えてください。",
                    en: "Let the user who runs this command read it."))
        }
    }

    private static func decode(_ bytes: [UInt8], _ problems: ProblemList)
        throws(ConfigurationError) -> String
    {
        do {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let text = String(copying: try UTF8Span(validating: bytes.span))
            return bytes.starts(with: mark) ? String(text.unicodeScalars.dropFirst()) : text
        } catch {
            let start = error.byteOffsets.lowerBound
            let line = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
            problems.add(
                line,
                Wording(
                    ja: "この行にUTF-8として読めない文字があります。",
                    en: "This line holds bytes that are not UTF-8."),
                remedy: Wording(
                    ja: "文字コードをUTF-8にして保存し直してください。", en: "Save the file as UTF-8."))
            throw problems.error
        }
    }

    private static func report(_ error: any Error, _ problems: ProblemList) {
        let remedy = Wording(
            ja: "字下げ（空白のみ、タブは不可）、コロンの後の空白、引用符を確かめてください。",
            en: "Check indentation (blanks, no tabs), the blank after each colon, and the quotes."
        )
        switch error as? YamlError {
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            problems.add(
                context.mark.line,
                Wording(
                    ja: "同じまとまりにキー「\(key)」が二度以上あります。最初はこの行です。",
                    en: "The key `\(key)` stands more than once in one block, first on this line."),
                remedy: Wording(ja: "一つだけ残してください。", en: "Keep one of them."))
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            problems.add(mark.line, notYAML(problem), remedy: remedy)
        case .reader(let problem, let offset, _, let text):
            let line = offset.map { text.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
            problems.add(line, notYAML(problem), remedy: remedy)
        default:
            problems.add(nil, notYAML("unknown"), remedy: remedy)
        }
    }

    private static func notYAML(_ problem: String) -> Wording {
        Wording(
            ja: "YAMLとして読めません（\(problem)）。", en: "This is not YAML (\(problem)).")
    }
}
