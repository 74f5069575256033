import Foundation
import Testing

/// `shirube review` through the real program.
@Suite struct ReviewCommandTests {
    @Test func `a measure's figures, answers, decisions and acts come together`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0)
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,2\n")
        _ = try await city.run("once", "--now", "2022-10-17")
        let decided = try await city.run(
            "decide", "m01-1-1", "改善", "--by", "課長", "--reason", "理由", "--act", "50社に訪問", "--due",
            "2022-11-30", "--now", "2022-10-20")
        #expect(decided.code == 0, "\(decided.errors)")
        for format in ["text", "html", "json"] {
            let result = try await city.run(
                "review", "m01", "--format", format, "--quarter", "R4Q2", "--now", "2022-12-05")
            #expect(result.code == 0, "\(result.errors)")
            for words in ["内定者数", "50社に訪問", "若者の市内就職の促進"] {
                #expect(result.output.contains(words), "\(format): \(words)")
            }
        }
        let document = try await city.document([
            "review", "m01-1-1", "--format", "json", "--now", "2022-12-05",
        ])
        #expect(document["quarter"] as? String == "FY2022Q2")
        #expect((document["decisions"] as? [Any])?.count == 1)
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        #expect(indicators.map { $0["id"] as? String } == ["m01-1-1"])
        #expect(indicators[0]["value"] as? Int == 2)
        let unknown = try await city.run("review", "m99x")
        #expect(unknown.code == 65 && unknown.errors.contains("「m99x」という指標"))
    }
}
