import Foundation
import ShirubeCore
import Testing

@Suite struct RuleTests {
    private func line(of rule: Rule) -> String {
        "| `\(rule.rawValue)` | \(rule.severity.rawValue) | \(rule.governmentRule ?? "") | \(rule.title.japanese)<br>\(rule.title.english) | "
            + "\(rule.example) | \(rule.remedy.japanese)<br>\(rule.remedy.english) |"
    }

    private static let document = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/CSV.md").standardized

    /// Writes each rule's line anew, below that of the rule before it.
    private func rewrite() throws {
        var lines = try String(contentsOf: Self.document, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var place = 0
        for rule in Rule.allCases {
            if let found = lines.firstIndex(where: { $0.hasPrefix("| `\(rule.rawValue)` |") }) {
                lines[found] = line(of: rule)
                place = found
            } else {
                place += 1
                lines.insert(line(of: rule), at: place)
            }
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: Self.document)
    }

    @Test func `docs/CSV.md lists exactly the rules of the catalogue, as the catalogue words them`()
        throws
    {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try rewrite() }
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let listed = text.split(separator: "\n").filter {
            $0.hasPrefix("| `") && $0.contains("<br>")
        }
        #expect(listed.map(String.init) == Rule.allCases.map(line))
    }

    @Test func `ids are kebab-case and every rule speaks both languages`() {
        for rule in Rule.allCases {
            let isKebab = rule.rawValue.utf8.allSatisfy {
                $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            }
            #expect(isKebab, "\(rule.rawValue)")
            #expect(rule.remedy.japanese.hasSuffix("。"))
            #expect(rule.remedy.english.hasSuffix("."))
            #expect(!rule.title.japanese.isEmpty && !rule.title.english.isEmpty)
            #expect(!rule.example.isEmpty)
        }
    }

    @Test func `a rule of the government is one of its thirty`() {
        let thirty = Set(
            [("L1", 15), ("L2", 6), ("L3", 9)].flatMap { level, count in
                (1...count).map { "\(level)-" + zeroPadded($0, 2) }
            })
        #expect(thirty.count == 30)
        let named = Rule.allCases.compactMap(\.governmentRule)
        #expect(!named.isEmpty && named.allSatisfy(thirty.contains))
    }
}
