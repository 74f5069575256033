import Foundation
import Testing

@testable import ShirubeCore

@Suite struct ChatPostsTests {
    @Test(arguments: ChatDialect.allCases)
    func `a notice and a summary are those of the golden file`(dialect: ChatDialect) throws {
        let view = SummaryView(SampleSummary.decided, language: .japanese)
        let posts =
            dialect.posts(SampleChat.lagging) + dialect.posts(SummaryChat.message(view))
        try Golden.expect(JSON.array(posts).pretty, "chat.\(dialect.rawValue).json")
    }

    /// All texts of a post, wherever they stand.
    private func texts(_ json: JSON) -> [String] {
        switch json {
        case .string(let text): [text]
        case .array(let items): items.flatMap(texts)
        case .object(let members): members.flatMap { texts($0.1) }
        default: []
        }
    }

    private func value(_ post: JSON, _ name: String) -> JSON? {
        guard case .object(let members) = post else { return nil }
        return members.first { $0.0 == name }?.1
    }

    private func text(_ json: JSON?) -> String {
        if case .string(let text)? = json { text } else { "" }
    }

    /// Counts as the service does, by its published number.
    private func expectWithinLimits(_ post: JSON, _ dialect: ChatDialect) throws {
        let bytes = post.compact.utf8.count
        switch dialect {
        case .mattermost: #expect(text(value(post, "text")).unicodeScalars.count <= 16_383)
        case .googleChat: #expect(bytes <= 32_000)
        case .teams:
            #expect(bytes <= 28_672)
            #expect(post.compact.utf16.count * 2 <= 28_672 * 2)
        case .lineWorks:
            let body = try #require(value(post, "body"))
            #expect((1...2_000).contains(text(value(body, "text")).utf16.count))
        case .discord:
            #expect((1...2_000).contains(text(value(post, "content")).utf16.count))
            guard case .array(let embeds)? = value(post, "embeds") else {
                Issue.record("no embeds")
                return
            }
            let lengths = embeds.map { text(value($0, "description")).utf16.count }
            #expect((1...10).contains(lengths.count))
            #expect(lengths.allSatisfy { (1...4_096).contains($0) })
            #expect(lengths.reduce(0, +) <= 6_000)
        case .slack, .json: break
        }
    }

    private static let written: [ChatDialect] = [
        .mattermost, .teams, .googleChat, .discord, .lineWorks,
    ]

    @Test(arguments: written, [(88, 20), (88, 300), (5, 4_000), (2, 30_000)])
    func `however long the names, every post keeps within the limits, and no figure is lost`(
        dialect: ChatDialect, size: (count: Int, length: Int)
    ) throws {
        let view = SummaryView(
            SampleSummary.large(count: size.count, nameLength: size.length), language: .japanese)
        let posts = dialect.posts(SummaryChat.message(view))
        for post in posts { try expectWithinLimits(post, dialect) }
        let all = posts.flatMap(texts).joined().filter { !$0.isNewline }
        for row in view.annex.flatMap(\.parts).flatMap(\.rows) where row.status == .lagging {
            let figures = ChatText.inert(SummaryText.figures(row).joined())
            #expect(all.contains(figures))
        }
    }

    @Test(arguments: written)
    func `no sentence is cut where names are as usual`(dialect: ChatDialect) {
        let sentence = "この文は途中で切れてはいけません。"
        let paragraph = String(repeating: sentence, count: 400)
        let posts = dialect.posts(
            SampleChat.notice(
                subject: "長い", text: Array(repeating: paragraph, count: 12).joined(separator: "\n"))
        )
        #expect(posts.count > 1)
        let all = posts.flatMap(texts)
        for text in all.flatMap({ $0.split(separator: "\n") }) where text.contains("この文") {
            #expect(text.hasPrefix("この文") && text.hasSuffix("。"))
        }
        let count = all.joined().components(separatedBy: sentence).count - 1
        #expect(count == 400 * 12)
    }

    @Test(arguments: written, 1...40)
    func `hostile text neither acts nor breaks a limit`(dialect: ChatDialect, seed: Int) throws {
        var random = SeededSequence(state: UInt64(seed))
        let pieces = [
            "@everyone ", "@channel", "<!channel>", "<users/all>", "<at>x</at>", "<@1>", "<#2>",
            "[x](https://evil.example/)", "https://evil.example", "www.evil.example", "**b**",
            "_i_", "~~s~~", "`c`", "```\n", "# h", "\n- l", "\n1. l", "\n    code", "\n---",
            "\n===",
            "| a | b |", "||spoiler||", "\\", "&lt;", "<b>", "$x$", ":fire:", "🏙", "あ。", "\u{202E}",
            "\"", "\u{0}", "a@b.example", "mailto:x", "\r\n> q", "09:00", "27.5%", "   ", "\n+ x",
        ]
        let count = 1 + random.below(2_000)
        let hostile = (0..<count).map { _ in
            pieces[random.below(pieces.count)]
        }.joined()
        let posts = dialect.posts(SampleChat.notice(subject: hostile, text: hostile))
        for post in posts {
            try expectWithinLimits(post, dialect)
            for text in texts(post) where !text.hasPrefix("http://adaptivecards.io") {
                let data = bare(text)
                for sign in ["@", "<", ">", "_", "~", "`", "#", "[", "]", "|", "\\", "$", "&", "*"]
                {
                    #expect(!data.contains(sign), "\(sign) acts")
                }
                #expect(!data.contains("://") && !data.contains("mailto:"))
                #expect(!data.contains("evil.example") && !data.contains("\u{202E}"))
                for line in data.split(separator: "\n") {
                    #expect(!line.hasPrefix("    "))
                    let rest = line.drop { $0 == " " || $0 == "\u{3000}" }
                    #expect(!["-", "+", "="].contains { rest.hasPrefix($0) })
                    #expect(!rest.hasPrefix("1. "))
                }
            }
        }
    }

    /// The text without the marks that we set ourselves: a heading at its beginning.
    private func bare(_ text: String) -> String {
        var lines = text.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        guard let first = lines.first else { return text }
        for mark in ["#### ", "**", "*"] where first.hasPrefix(mark) {
            lines[0] = String(first.dropFirst(mark.count))
            if mark != "#### ", lines[0].hasSuffix(mark) {
                lines[0] = String(lines[0].dropLast(mark.count))
            }
            break
        }
        return lines.joined(separator: "\n")
    }

    @Test func `times, figures and file names stay readable`() {
        #expect(ChatText.inert("09:00 27.5% 令和4年度.csv 1,234") == "09:00 27.5% 令和4年度.csv 1,234")
        #expect(ChatText.inert("report.csv") == "report．csv")
        #expect(ChatText.lineStart("-3.5") == "－3.5")
        #expect(ChatText.lineStart("2022年") == "2022年")
        #expect(ChatText.lineStart("3. 三") == "3． 三")
    }

    @Test func `a Discord post mentions nobody`() {
        let post = ChatDialect.discord.posts(SampleChat.lagging)[0]
        #expect(post.compact.hasSuffix(#""allowed_mentions":{"parse":[]}}"#))
    }

    @Test func `the document keeps data as it came, and has the members of its schema`() throws {
        let hostile = "<b>@everyone</b> *x*"
        let view = SummaryView(SampleSummary.summary, language: .japanese)
        let schema = try #require(
            JSONSerialization.jsonObject(
                with: Data(
                    contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                        .appending(path: "../../../docs/webhook.schema.json")))
                as? [String: Any])
        let required = try #require(schema["required"] as? [String])
        let known = try #require(schema["properties"] as? [String: Any])
        for message in [
            SampleChat.notice(subject: hostile, text: hostile), SummaryChat.message(view),
        ] {
            let posts = ChatDialect.json.posts(message)
            #expect(posts.count == 1)
            let document = try #require(
                JSONSerialization.jsonObject(with: Data(posts[0].compact.utf8))
                    as? [String: Any])
            #expect(Set(document.keys) == Set(required))
            #expect(Set(document.keys) == Set(known.keys))
            let kinds = try #require((known["kind"] as? [String: Any])?["enum"] as? [String])
            #expect(kinds.contains(try #require(document["kind"] as? String)))
        }
        let text = ChatDialect.json.posts(SampleChat.notice(subject: hostile, text: hostile))
        #expect(text[0].compact.contains(#""text":"<b>@everyone</b> *x*""#))
    }
}
