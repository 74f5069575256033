/// What a channel is told, before it is written in the channel's own dialect.
///
/// All dialects are rendered from this, so that their words and figures are the same.
package struct ChatMessage: Sendable {
    /// The heading; where there is little room, of the first post.
    package let title: String
    /// The heading of the posts after the first.
    let shortTitle: String
    /// The sentence that stands beside the title in notifications; nil for none.
    let lead: String?
    /// What belongs together, in order.
    let sections: [Section]
    /// The whole as plain text.
    let text: String
    /// What it is about, for programs.
    let about: About
    /// The figures of a summary, for programs; nil for notices.
    let figures: JSON?

    /// What a message is about, for programs.
    package struct About: Sendable {
        /// The notice's key, which is the same however often it is sent.
        let key: String
        /// The kind of notice, such as `lagging`.
        let kind: String
        /// The strategy's id; nil where it speaks of none.
        let strategy: String?
        /// When it was made.
        let at: Timestamp
        /// The language of the text.
        let language: Language
        /// The ids of the indicators that it speaks of.
        let indicators: [String]

        /// Says what a message is about.
        package init(
            key: String, kind: String, strategy: String?, at: Timestamp, language: Language,
            indicators: [String] = []
        ) {
            self.key = key
            self.kind = kind
            self.strategy = strategy
            self.at = at
            self.language = language
            self.indicators = indicators
        }
    }

    /// Lines that belong together.
    struct Section: Sendable {
        /// Whether a rule stands above it where the dialect has one.
        var isRuled = false
        var lines: [Line]
    }

    /// One line, as yet with everything that came from data in it.
    struct Line: Sendable {
        enum Style: Sendable {
            case heading
            case plain
            case item
            case subitem
        }

        let style: Style
        let text: String

        static func heading(_ text: String) -> Line { Line(style: .heading, text: text) }
        static func plain(_ text: String) -> Line { Line(style: .plain, text: text) }
        static func item(_ text: String) -> Line { Line(style: .item, text: text) }
        static func subitem(_ text: String) -> Line { Line(style: .subitem, text: text) }
    }

    /// UTF-16 units of a heading that leave room for a number in each service.
    private static let headingUnits = 130

    init(
        title: String, shortTitle: String, lead: String?, sections: [Section], text: String,
        about: About, figures: JSON?
    ) {
        let title = Inert.line(title)
        let short = Self.shortened(title)
        self.title = short
        self.shortTitle = Self.shortened(Inert.line(shortTitle))
        self.lead = lead
        // A heading that had to be shortened stands whole below.
        self.sections =
            (short == title ? [] : [Section(lines: [.plain(title)])])
            + sections.filter { !$0.lines.isEmpty }
        self.text = text
        self.about = about
        self.figures = figures
    }

    /// The message of a notice: its subject, and its text as it stands in the mail.
    package init(subject: String, text: String, about: About) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Line.plain(String($0)) }
        let last = lines.lastIndex { !$0.text.isEmpty } ?? -1
        self.init(
            title: subject, shortTitle: subject, lead: nil,
            sections: [Section(lines: Array(lines[...last]))], text: text, about: about,
            figures: nil)
    }

    private static func shortened(_ title: String) -> String {
        guard title.utf16.count > headingUnits else { return title }
        var short = ""
        for character in title {
            if short.utf16.count + character.utf16.count >= headingUnits { break }
            short.append(character)
        }
        return short + "…"
    }
}
