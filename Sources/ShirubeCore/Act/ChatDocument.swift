/// A message as a document for a city's own systems.
///
/// docs/webhook.schema.json describes it; what it says is data, and nothing in it has been made inert for a reader.
enum ChatDocument {
    /// The document.
    static func document(_ message: ChatMessage) -> JSON {
        let about = message.about
        return .object([
            ("schema", .string("shirube-message-1")), ("notice", .string(about.key)),
            ("kind", .string(about.kind)), ("at", .string(about.at.japanDescription)),
            ("language", .string(about.language.rawValue)),
            ("strategy", .optional(about.strategy)), ("subject", .string(message.title)),
            ("text", .string(message.text)),
            ("indicators", .array(about.indicators.map(JSON.string))),
            ("summary", message.figures ?? .null),
        ])
    }
}
