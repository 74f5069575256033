/// Writes messages for the services that take lines of text: Mattermost, Teams, Google Chat, Discord, LINE WORKS.
enum ChatPosts {
    typealias Line = ChatMessage.Line

    /// The posts, in order.
    static func posts(_ message: ChatMessage, in dialect: ChatDialect) -> [JSON] {
        let sections = message.sections.map { section in
            section.lines.map { Line(style: $0.style, text: ChatText.inert($0.text)) }
        }
        let posts = divided(sections, room: ChatRoom(dialect))
        return posts.enumerated().map { index, sections in
            let number = posts.count > 1 ? " (\(index + 1)/\(posts.count))" : ""
            let title = (index == 0 ? message.title : message.shortTitle) + number
            return post(ChatText.lineStart(ChatText.inert(title)), sections, in: dialect)
        }
    }

    /// The sections of each post: a section begins a new post rather than be divided, unless it is too large for one.
    static func divided(_ sections: [[Line]], room: ChatRoom) -> [[[Line]]] {
        var posts: [[[Line]]] = []
        var post: [[Line]] = []
        var used = 0
        for piece in sections.flatMap({ pieces(of: $0, room: room) }) {
            let cost = piece.reduce(0) { $0 + Self.cost(of: $1, in: room) }
            if !post.isEmpty, used + cost > room.post || post.count == room.sections {
                posts.append(post)
                (post, used) = ([], 0)
            }
            post.append(piece)
            used += cost
        }
        return post.isEmpty && !posts.isEmpty ? posts : posts + [post]
    }

    private static func cost(of line: Line, in room: ChatRoom) -> Int {
        room.unit.count(line.text) + room.line
    }

    /// A section whole where it fits, else by paragraphs, else by lines, else by sentences.
    private static func pieces(of section: [Line], room: ChatRoom) -> [[Line]] {
        let limit = min(room.section, room.post)
        func cost(_ lines: [Line]) -> Int {
            lines.reduce(0) { $0 + Self.cost(of: $1, in: room) }
        }
        guard cost(section) > limit else { return [section] }
        var pieces: [[Line]] = []
        var piece: [Line] = []
        var used = 0
        func add(_ lines: [Line]) {
            let more = cost(lines)
            if !piece.isEmpty, used + more > limit {
                pieces.append(piece)
                (piece, used) = ([], 0)
            }
            piece += lines
            used += more
        }
        for paragraph in paragraphs(of: section) {
            if cost(paragraph) <= limit {
                add(paragraph)
                continue
            }
            for line in paragraph {
                let texts = ChatText.pieces(
                    of: line.text, limit: limit - room.line, count: room.unit.count)
                for (index, text) in texts.enumerated() {
                    add([Line(style: index == 0 ? line.style : .plain, text: text)])
                }
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func paragraphs(of lines: [Line]) -> [[Line]] {
        var paragraphs: [[Line]] = [[]]
        for line in lines {
            paragraphs[paragraphs.count - 1].append(line)
            if line.text.isEmpty { paragraphs.append([]) }
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    // MARK: - Dialects

    private static func post(
        _ title: String, _ sections: [[Line]], in dialect: ChatDialect
    ) -> JSON {
        func text(bold: String) -> [String] {
            sections.map { section in
                section.map { decorated($0, bold: bold) }.joined(separator: "\n")
            }
        }
        func whole(bold: String, heading: String) -> JSON {
            .string(([heading] + text(bold: bold)).joined(separator: "\n\n"))
        }
        switch dialect {
        case .mattermost:
            return .object([("text", whole(bold: "**", heading: "#### " + title))])
        case .googleChat:
            return .object([("text", whole(bold: "*", heading: "*\(title)*"))])
        case .discord:
            return .object([
                ("content", .string("**\(title)**")),
                (
                    "embeds",
                    .array(text(bold: "**").map { .object([("description", .string($0))]) })
                ),
                ("allowed_mentions", .object([("parse", .array([]))])),
            ])
        case .lineWorks:
            let body = text(bold: "").joined(separator: "\n\n")
            return .object([
                ("title", .string(title)), ("body", .object([("text", .string(body))])),
            ])
        case .teams: return card(title, sections)
        case .slack, .json: return .null
        }
    }

    private static func decorated(_ line: Line, bold: String) -> String {
        switch line.style {
        case .heading: bold.isEmpty ? "■ \(line.text)" : "\(bold)\(line.text)\(bold)"
        case .plain: ChatText.lineStart(line.text)
        case .item: "・\(line.text)"
        case .subitem: "　◦ \(line.text)"
        }
    }

    /// A card of runs of text, which are no Markdown, each line a block of its own.
    private static func card(_ title: String, _ sections: [[Line]]) -> JSON {
        let body = sections.flatMap { section in
            section.enumerated().filter { !$0.element.text.isEmpty }.map { index, line in
                let starts = index == 0 || section[index - 1].text.isEmpty
                return block(
                    line.style == .heading ? line.text : decorated(line, bold: ""),
                    isBold: line.style == .heading, spacing: starts ? "Medium" : "None")
            }
        }
        let content = JSON.object([
            ("$schema", .string("http://adaptivecards.io/schemas/adaptive-card.json")),
            ("type", .string("AdaptiveCard")), ("version", .string("1.4")),
            ("msteams", .object([("width", .string("Full"))])),
            ("body", .array([block(title, isBold: true, spacing: "None")] + body)),
        ])
        return .object([
            ("type", .string("message")),
            (
                "attachments",
                .array([
                    .object([
                        ("contentType", .string("application/vnd.microsoft.card.adaptive")),
                        ("content", content),
                    ])
                ])
            ),
        ])
    }

    private static func block(_ text: String, isBold: Bool, spacing: String) -> JSON {
        var run: [(String, JSON)] = [("type", .string("TextRun")), ("text", .string(text))]
        if isBold { run.append(("weight", .string("Bolder"))) }
        return .object([
            ("type", .string("RichTextBlock")), ("spacing", .string(spacing)),
            ("inlines", .array([.object(run)])),
        ])
    }
}
