import ShirubeCore
import Testing

@Suite struct DefinitionListingTests {
    private static func version(
        _ number: Int, target: Double, isRetired: Bool = false
    ) -> DefinitionVersion {
        DefinitionVersion(
            number: number, validFrom: day("202\(number)-04-01"),
            decidedOn: number == 1 ? nil : day("202\(number)-03-01"),
            decidedBy: number == 1 ? "" : "市\n長", decision: number == 2 ? "第2号" : nil,
            reason: number == 1 ? "" : "理由", knownAt: japanTime("202\(number)-03-02"),
            indicator: indicator(.level, target: target), term: 2020...2024, isRetired: isRetired)
    }

    private func listing(unrevised: Int) throws -> DefinitionListing {
        let versions = [
            Self.version(1, target: 10), Self.version(2, target: 12),
            Self.version(3, target: 12, isRetired: true), Self.version(4, target: 15),
        ]
        return DefinitionListing(
            strategy: strategy([]), histories: [try #require(DefinitionHistory(versions))],
            unrevised: unrevised)
    }

    @Test func `each version says what it changes, who decided, and why`() throws {
        let lines = try listing(unrevised: 3).table(.japanese).split(separator: "\n")
        #expect(lines[2].contains("2021-04-01") && lines[2].contains("最初の記録"))
        #expect(lines[3].contains("市 長") && lines[3].contains("第2号"))
        #expect(lines[3].contains("target: 10 (FY2024) → 12 (FY2024)"))
        #expect(lines[4].contains("終了"))
        #expect(lines[5].contains("再開"))
        #expect(lines[6].contains("target: 12 (FY2024) → 15 (FY2024)"))
        #expect(lines.last == "改定のない指標: 3件（第1版のまま）。")
    }

    @Test func `JSON has every version with its whole definition, and null for what nobody said`()
        throws
    {
        let json = try listing(unrevised: 0).json.compact
        #expect(
            json.contains(
                #""version":1,"validFrom":"2021-04-01","decidedOn":null,"decidedBy":null"#))
        #expect(json.contains(#""ended":true"#))
        #expect(
            json.contains(
                #""definition":{"term":{"from":"FY2020","to":"FY2024"},"indicator":{"id":"i-1""#))
    }
}
