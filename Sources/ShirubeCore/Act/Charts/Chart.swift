/// A picture of figures, with what it shows in words and the figures themselves.
package struct Chart: Sendable, Equatable {
    /// What it is called.
    package let title: String
    /// The picture: an `svg` element that needs nothing else.
    package let svg: String
    /// What it shows, in words, for those who do not see it.
    package let alternative: String
    /// The headings of its figures.
    package let heads: [String]
    /// Its figures, a line each, as many cells as there are headings; the first names the line.
    package let lines: [[String]]
}

/// How large a chart is, and how much it says.
package enum ChartSize: Sendable {
    /// For a web page, as wide as that.
    case page
    /// For a mail.
    case mail

    var width: Double {
        switch self {
        case .page: 800
        case .mail: 560
        }
    }

    var height: Double {
        switch self {
        case .page: 340
        case .mail: 290
        }
    }
}
