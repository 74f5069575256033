import Testing

@testable import ShirubeCore

@Suite struct SlackPostsTests {
    private func blocks(_ message: JSON) -> [JSON] {
        guard case .object(let members) = message,
            case .array(let blocks)? = members.first(where: { $0.0 == "blocks" })?.1
        else { return [] }
        return blocks
    }

    @Test func `a short notice is one message with its subject and its lines`() {
        let messages = ChatDialect.slack.posts(
            SampleChat.notice(subject: "差し戻し", text: "一行目\n<!channel> *二*"))
        #expect(messages.count == 1)
        let text = messages[0].compact
        #expect(text.contains("差し戻し"))
        #expect(text.contains("一行目\\n&lt;!channel&gt; ＊二＊"))
    }

    @Test func `a long notice becomes numbered messages within Slack's limits`() {
        let line = String(repeating: "あ", count: 100)
        let messages = ChatDialect.slack.posts(
            SampleChat.notice(
                subject: "長い", text: Array(repeating: line, count: 300).joined(separator: "\n")))
        #expect(messages.count == 3)
        #expect(messages[1].compact.contains("長い (2/3)"))
        #expect(messages.allSatisfy { blocks($0).count <= SlackLimits.blocks })
        let letters = messages.map { $0.compact.filter { $0 == "あ" }.count }
        #expect(letters.reduce(0, +) == 30_000)
        #expect(letters.allSatisfy { $0 <= SlackLimits.messageCharacters })
    }
}
