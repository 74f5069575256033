import ArgumentParser
import ShirubeCore

/// How a summary is written: as text, page or figures, or as the posts to channels of a kind.
///
/// `json` are the figures; what a channel of kind json gets holds them, and `shirube preview` shows it.
enum SummaryFormat: ExpressibleByArgument, CaseIterable, RawRepresentable, Equatable {
    case text
    case html
    case json
    case posts(ChatDialect)

    static let allCases: [SummaryFormat] =
        [.text, .html, .json] + ChatDialect.allCases.filter { $0 != .json }.map(Self.posts)

    /// The words that may be given, for help.
    static let words = allCases.map(\.rawValue).joined(separator: "|")

    init?(rawValue: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else {
            return nil
        }
        self = format
    }

    var rawValue: String {
        switch self {
        case .text: "text"
        case .html: "html"
        case .json: "json"
        case .posts(let kind): kind.rawValue
        }
    }
}
