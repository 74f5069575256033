/// Every source file has a test of its name, or stands in a test, or is a part of one that does.
enum CoverageRule {
    /// Files that work only through a front door in another folder, by the tests that go in there.
    static let frontDoors: [String: String] = [
        "StatusBoard": "CommandTests",
        "AccountBoard": "ExplainCommandTests",
        "IndicatorCheck": "StrategyFileTests",
        "HoldBoard": "HoldTests",
        "SinglePass": "DropTests",
        "AnswersBoard": "InquiryTests",
        "Reception": "HungShareTests",
        "AlertTable": "DropTests",
        "JudgementSource": "TimeTravelTests",
        "ActFollowing": "DecisionCommandTests",
        "ReviewEdition": "ReviewCommandTests",
        "NoticeQuery": "PreviewCommandTests",
        "ArchiveCheck": "AuditCommandTests",
        "TestMessageTable": "PreviewCommandTests",
        "OutboxHoldTable": "OutboxHoldTests",
        "OutboxJournal": "OutboxCommandTests",
        "SiteEdition": "PublishCommandTests",
    ]

    /// The source files that no test speaks of.
    ///
    /// A file is tested where there is `<its name>Tests.swift`, or where the code of some test holds its name or that
    /// of a type it declares; a file that only extends types, where it holds a member that it adds; a file of the
    /// command line, where a test hands the program the subcommand's name. A file that is not tested itself may be a
    /// part of a tested one of the same folder, whose code then holds one of its names; parts of parts may not.
    static func offences(
        sources: [SourceText], tests: [SourceText], coveredBy: [String: String] = frontDoors
    ) -> [Offence] {
        let testFiles = Set(tests.map { name(of: $0.path) })
        let words = tests.reduce(into: Set<String>()) { $0.formUnion(Self.words(of: $1.code)) }
        let spoken = tests.reduce(into: Set<String>()) { $0.formUnion(Self.words(of: $1.lines)) }
        let isTested = { (source: SourceText) in
            let name = name(of: source.path)
            let isCommand =
                source.path.hasPrefix("Sources/ShirubeCLI/") && name.hasSuffix("Command")
            let subcommand = name.dropLast("Command".count).lowercased()
            return testFiles.contains(name + "Tests")
                || names(of: source).contains(where: words.contains)
                || isCommand && spoken.contains(subcommand)
        }
        var users: [String: Set<String>] = [:]
        for source in sources where isTested(source) {
            users[folder(of: source.path), default: []].formUnion(Self.words(of: source.code))
        }
        let untested = sources.filter { source in
            let inUse = users[folder(of: source.path), default: []]
            return !isTested(source) && !names(of: source).contains(where: inUse.contains)
        }
        return unanswered(untested, coveredBy: coveredBy, testFiles: testFiles)
    }

    private static func unanswered(
        _ untested: [SourceText], coveredBy: [String: String], testFiles: Set<String>
    ) -> [Offence] {
        let missing = untested.filter { source in
            !(coveredBy[name(of: source.path)].map(testFiles.contains) ?? false)
        }
        let needed = Set(untested.map { name(of: $0.path) })
        let idle = coveredBy.keys.filter { !needed.contains($0) }.sorted()
        return missing.map { source in
            Offence(
                path: source.path, line: nil,
                sentence: "No test speaks of it; write \(name(of: source.path))Tests.swift.")
        }
            + idle.map { name in
                Offence(
                    path: name + ".swift", line: nil,
                    sentence: "It is tested without that; take it out of CoverageRule.frontDoors.")
            }
    }

    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private static func name(of path: String) -> String {
        String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
    }

    private static func words(of lines: [String]) -> Set<String> {
        var words: Set<String> = []
        for line in lines {
            for word in line.utf8.split(whereSeparator: { !SourceText.isNameByte($0) }) {
                words.insert(String(decoding: word, as: UTF8.self))
            }
        }
        return words
    }

    /// The file's own name and the types that it declares, else the members that it adds.
    private static func names(of source: SourceText) -> [String] {
        let blocks = Block.blocks(of: source)
        let types = blocks.filter { $0.kind == .type }.compactMap { declared($0.head) }
        let own = [name(of: source.path)] + types
        guard types.isEmpty else { return own }
        return own
            + source.code.compactMap { line in
                let words = line.split(separator: " ")
                guard !words.contains("private"), !words.contains("fileprivate"),
                    let keyword = words.firstIndex(where: { ["func", "var", "let"].contains($0) }),
                    keyword + 1 < words.count
                else { return nil }
                return String(words[keyword + 1].prefix { !"(:<=".contains($0) })
            }
    }

    private static func declared(_ head: String) -> String? {
        let words = head.split(separator: " ")
        guard let keyword = words.firstIndex(where: { typeWords.contains($0) }),
            keyword + 1 < words.count
        else { return nil }
        return String(words[keyword + 1])
    }

    private static let typeWords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol"]
}
