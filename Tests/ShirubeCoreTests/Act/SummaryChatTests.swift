import Foundation
@testable import ShirubeCore
import Testing

@Suite struct SummaryChatTests {
    @Test func `the messages are those of the golden file`() throws {
        let view = SummaryView(SampleSummary.summary, language: .japanese)
        try Golden.expect(
            JSON.array(ChatDialect.slack.posts(SummaryChat.message(view))).pretty,
            "summary.slack.json")
    }

    @Test(arguments: [(88, 5), (88, 20), (88, 300), (5, 4_000), (3, 10_000)])
    func `however long the names, every message keeps within Slack's limits`(
        count: Int, length: Int
    ) throws {
        let view = SummaryView(
            SampleSummary.large(count: count, nameLength: length), language: .japanese)
        let messages = try ChatDialect.slack.posts(SummaryChat.message(view)).map(parsed)
        var all = ""
        for message in messages {
            let blocks = try #require(message["blocks"] as? [[String: Any]])
            #expect((1...50).contains(blocks.count))
            var total = 0
            for block in blocks {
                guard let text = block["text"] as? [String: Any],
                    let words = text["text"] as? String
                else { continue }
                let limit = block["type"] as? String == "header" ? 150 : 3_000
                #expect((1...limit).contains(words.utf16.count))
                total += words.utf16.count
                all += words
            }
            #expect(total < 12_000)
            #expect(try #require(message["text"] as? String).utf16.count < 40_000)
        }
        let unbroken = all.filter { !$0.isNewline }
        for row in view.annex.flatMap(\.parts).flatMap(\.rows) where row.status == .lagging {
            #expect(unbroken.contains(row.name))
        }
    }

    @Test func `sections begin new messages and no sentence is cut where names are as usual`()
        throws
    {
        let view = SummaryView(SampleSummary.large(count: 88, nameLength: 20), language: .japanese)
        let messages = try ChatDialect.slack.posts(SummaryChat.message(view)).map(parsed)
        #expect(messages.count > 1)
        for (index, message) in messages.enumerated() {
            let text = try #require(message["text"] as? String)
            #expect(text.contains("(\(index + 1)/\(messages.count))"))
            let blocks = try #require(message["blocks"] as? [[String: Any]])
            for block in blocks where block["type"] as? String == "section" {
                let words = (block["text"] as? [String: Any])?["text"] as? String ?? ""
                for line in words.split(separator: "\n") where line.contains("実績") {
                    #expect(line.hasSuffix("進捗率 27.5%") || line.hasSuffix("。"))
                }
            }
        }
    }

    @Test func `mentions, links and formatting from data stay text`() throws {
        let name = "<!channel> <@U1> @here *b* _i_ ~s~ `c` :fire: &amp; 09:00"
        let view = SummaryView(SampleSummary.naming(name), language: .japanese)
        let text = ChatDialect.slack.posts(SummaryChat.message(view)).map(\.compact).joined()
        #expect(
            text.contains(
                "&lt;!channel&gt; &lt;＠U1&gt; ＠here ＊b＊ ＿i＿ ～s～ ｀c｀ ：fire： &amp;amp; 09:00"))
        for live in ["<!", "<@", "@here", ":fire:"] { #expect(!text.contains(live)) }
        #expect(!text.contains("\"verbatim\":false"))
    }

    @Test func `a line longer than a block is divided after a sentence, and no escape is cut`()
        throws
    {
        let sentence = String(repeating: "あ", count: 1_000) + "。"
        let view = SummaryView(
            SampleSummary.naming(String(repeating: sentence, count: 5)), language: .japanese)
        let ends = try ChatDialect.slack.posts(SummaryChat.message(view)).flatMap { message in
            try #require(try parsed(message)["blocks"] as? [[String: Any]])
                .compactMap { ($0["text"] as? [String: Any])?["text"] as? String }
                .filter { $0.utf16.count > 1_500 }
        }
        #expect(!ends.isEmpty)
        #expect(ends.contains { $0.hasSuffix("。") })

        let ampersands = SummaryView(
            SampleSummary.naming(String(repeating: "&", count: 5_000)), language: .japanese)
        let text = ChatDialect.slack.posts(SummaryChat.message(ampersands)).map(\.compact).joined()
        #expect(!text.contains("&\"") && !text.contains("&a\"") && !text.contains("&am\""))
    }

    private func parsed(_ message: JSON) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(message.compact.utf8))
        return try #require(value as? [String: Any])
    }
}
