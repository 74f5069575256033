/// A notice as Slack messages: its subject as the heading, its text as it stands in the mail.
package enum NoticeSlack {
    /// The messages, in the order in which they are to be posted; each is the body of one POST.
    package static func messages(subject: String, text: String) -> [JSON] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { SlackText.escaped(String($0)) }
        // The heading of a continued message grows by its number, such as " (12/34)".
        let messages = SlackMessages.divided(
            [SlackBlock.section(lines)], reservedCharacters: subject.utf16.count + 16)
        return messages.enumerated().map { index, blocks in
            let number = messages.count > 1 ? " (\(index + 1)/\(messages.count))" : ""
            return .object([
                ("text", .string(SlackText.escaped(subject + number))),
                ("blocks", .array((SlackBlock.header(subject + number) + blocks).map(\.json))),
                ("unfurl_links", .bool(false)), ("unfurl_media", .bool(false)),
            ])
        }
    }
}
