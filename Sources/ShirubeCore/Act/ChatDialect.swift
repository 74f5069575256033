/// What a channel understands: the form of the JSON that is posted to it.
package enum ChatDialect: String, Sendable, CaseIterable {
    /// Slack's Block Kit.
    case slack
    /// Mattermost's Markdown.
    case mattermost
    /// An Adaptive Card, as a workflow of Microsoft Teams takes it.
    case teams
    /// Google Chat's text.
    case googleChat
    /// Discord's embeds.
    case discord
    /// The Incoming Webhook app of LINE WORKS.
    case lineWorks
    /// A plain document for a city's own systems (docs/webhook.schema.json).
    case json

    /// The posts that bring a message, in order; each is within the service's limits.
    package func posts(_ message: ChatMessage) -> [JSON] {
        switch self {
        case .slack: SlackPosts.posts(message)
        case .json: [ChatDocument.document(message)]
        case .mattermost, .teams, .googleChat, .discord, .lineWorks:
            ChatPosts.posts(message, in: self)
        }
    }

    /// Milliseconds from the start of one post to the start of the next, where the configuration names none.
    ///
    /// Discord takes 30 posts a minute, the others about one a second; a system of one's own takes what it is given.
    package var gapMilliseconds: Int {
        switch self {
        case .discord: 2_000
        case .json: 0
        case .slack, .mattermost, .teams, .googleChat, .lineWorks: 1_000
        }
    }
}

/// How much a service takes in one post, with room to spare for what stands around the text.
struct ChatRoom {
    /// How the service counts.
    enum Unit {
        /// Characters as Unicode scalars.
        case scalars
        /// Characters as UTF-16 units.
        case utf16
        /// Bytes of the JSON, in UTF-8 or UTF-16, whichever are more.
        case bytes

        /// The length of a text.
        func count(_ text: String) -> Int {
            switch self {
            case .scalars: text.unicodeScalars.count
            case .utf16: text.utf16.count
            case .bytes: max(JSON.string(text).compact.utf8.count - 2, 2 * text.utf16.count)
            }
        }
    }

    /// How the service counts.
    let unit: Unit
    /// Most units of a post's lines.
    let post: Int
    /// Most units of a section.
    var section = Int.max
    /// Most sections of a post.
    var sections = Int.max
    /// What each line costs beside its text: bullet, emphasis, line end, or the element that it stands in.
    var line = 16

    /// The room of a post in a dialect that `ChatPosts` writes.
    init(_ dialect: ChatDialect) {
        switch dialect {
        case .slack, .json:
            // They are written elsewhere; Slack's numbers are in `SlackLimits`.
            (unit, post) = (.utf16, SlackLimits.messageCharacters)
        case .mattermost:
            // 16,383 characters; the heading takes up to 150.
            (unit, post) = (.scalars, 16_000)
        case .teams:
            // 28 KB, whichever way they are counted.
            (unit, post, line) = (.bytes, 26_500, 200)
        case .googleChat:
            // 32,000 bytes.
            (unit, post) = (.bytes, 31_000)
        case .discord:
            // 6,000 characters over 10 embeds of 4,096 each, and 2,000 of content for the heading.
            (unit, post, section, sections) = (.utf16, 5_800, 4_000, 10)
        case .lineWorks:
            // A guess on the safe side: no limit of the app's own is known to us.
            (unit, post) = (.utf16, 1_900)
        }
    }
}
