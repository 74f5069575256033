import Foundation
import ShirubeCore
import Testing

@Suite struct RuleTests {
    private func line(of rule: Rule) -> String {
        "| `\(rule.rawValue)` | \(rule.severity.rawValue) | \(rule.governmentRule ?? "") | \(rule.title.japanese)<br>\(rule.title.english) | "
            + "\(rule.example) | \(rule.remedy.japanese)<br>\(rule.remedy.english) |"
    }

    @Test func `docs/CSV.md lists exactly the rules of the catalogue, as the catalogue words them`()
        throws
    {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/CSV.md").standardized
        let text = try String(contentsOf: url, encoding: .utf8)
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
