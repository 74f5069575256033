/// One Block Kit block, counted as Slack counts it.
struct SlackBlock: Sendable {
    /// The block.
    let json: JSON
    /// The characters (UTF-16 units) of its texts.
    let characters: Int

    /// A heading, in plain text where it fits Slack's 150 characters, else bold text.
    static func header(_ title: String) -> [SlackBlock] {
        guard title.utf16.count <= SlackLimits.headerCharacters else {
            return section([SlackText.escaped(title)])
        }
        let text = JSON.object([
            ("type", .string("plain_text")), ("text", .string(title)), ("emoji", .bool(false)),
        ])
        return [
            SlackBlock(
                json: .object([("type", .string("header")), ("text", text)]),
                characters: title.utf16.count)
        ]
    }

    /// Escaped lines as section blocks, as many as their length asks for.
    static func section(_ lines: [String]) -> [SlackBlock] {
        SlackText.chunks(lines, limit: SlackLimits.sectionCharacters).map { text in
            SlackBlock(
                json: .object([("type", .string("section")), ("text", mrkdwn(text))]),
                characters: text.utf16.count)
        }
    }

    /// A line across the message.
    static let divider = SlackBlock(json: .object([("type", .string("divider"))]), characters: 0)

    private static func mrkdwn(_ text: String) -> JSON {
        // `verbatim` keeps Slack from making links and mentions out of words that look like them.
        .object([
            ("type", .string("mrkdwn")), ("text", .string(text)), ("verbatim", .bool(true)),
        ])
    }
}

/// What Slack accepts, with room to spare (docs.slack.dev, Block Kit reference; bolt-js issue 2509
/// for the sum).
enum SlackLimits {
    /// Blocks of a message.
    static let blocks = 50
    /// Characters of a section's text.
    static let sectionCharacters = 2_900
    /// Characters of a header.
    static let headerCharacters = 150
    /// Characters over all blocks of a message.
    static let messageCharacters = 11_500
}

/// Divides blocks into messages that Slack accepts.
enum SlackMessages {
    /// The blocks of each message.
    ///
    /// - Parameters:
    ///   - parts: blocks that belong together; a part begins a new message rather than be divided,
    ///     unless it is too large for one.
    ///   - reservedCharacters: characters that each message keeps free for its heading, beside one
    ///     block.
    /// - Returns: the messages, none empty.
    static func divided(
        _ parts: [[SlackBlock]], reservedCharacters: Int
    ) -> [[SlackBlock]] {
        let room = SlackLimits.messageCharacters - reservedCharacters
        var messages: [[SlackBlock]] = []
        var message: [SlackBlock] = []
        func fits(_ blocks: [SlackBlock], after message: [SlackBlock]) -> Bool {
            message.count + blocks.count < SlackLimits.blocks
                && (message + blocks).reduce(0) { $0 + $1.characters } <= room
        }
        for part in parts {
            if !message.isEmpty, !fits(part, after: message), fits(part, after: []) {
                messages.append(message)
                message = []
            }
            for block in part {
                if !message.isEmpty, !fits([block], after: message) {
                    messages.append(message)
                    message = []
                }
                message.append(block)
            }
        }
        return message.isEmpty ? messages : messages + [message]
    }
}
