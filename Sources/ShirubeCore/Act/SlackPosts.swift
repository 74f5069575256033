/// Writes messages as Slack's Block Kit, each within Slack's limits.
enum SlackPosts {
    /// The posts, in order.
    ///
    /// Every post carries a top-level `text` for notifications and readers without blocks. Slack answers 400 to what is
    /// over a limit, so lengths are counted here and long messages take several posts.
    static func posts(_ message: ChatMessage) -> [JSON] {
        // The heading of a continued message grows by its number, such as " (12/34)".
        let heading = max(message.title.utf16.count, message.shortTitle.utf16.count)
        let posts = SlackMessages.divided(
            message.sections.map(blocks), reservedCharacters: heading + 16)
        return posts.enumerated().map { index, blocks in
            let number = posts.count > 1 ? " (\(index + 1)/\(posts.count))" : ""
            let title = (index == 0 ? message.title : message.shortTitle) + number
            let texts = [title, message.lead].compactMap { $0.map(SlackText.escaped) }
            return .object([
                ("text", .string(texts.joined(separator: "\n"))),
                ("blocks", .array((SlackBlock.header(title) + blocks).map(\.json))),
                ("unfurl_links", .bool(false)), ("unfurl_media", .bool(false)),
            ])
        }
    }

    private static func blocks(_ section: ChatMessage.Section) -> [SlackBlock] {
        (section.isRuled ? [.divider] : []) + SlackBlock.section(section.lines.map(line))
    }

    private static func line(_ line: ChatMessage.Line) -> String {
        let text = SlackText.escaped(line.text)
        return switch line.style {
        case .heading: "*\(text)*"
        case .plain: text
        case .item: "• \(text)"
        case .subitem: "    ◦ \(text)"
        }
    }
}
