/// A drawing in SVG 1.1, as it grows.
///
/// Everything that it looks like stands in presentation attributes: pages whose Content-Security-Policy allows no styles show it,
/// and so does librsvg. The same drawing always has the same bytes.
struct Drawing {
    /// How a line or an area is drawn; nil leaves out.
    struct Ink {
        var fill: String?
        var stroke: String?
        var width = 1.0
        var dashes: String?

        /// An area of one colour.
        static func area(_ colour: String) -> Ink { Ink(fill: colour) }

        /// A line.
        static func line(_ colour: String, _ width: Double = 1, dashes: String? = nil) -> Ink {
            Ink(stroke: colour, width: width, dashes: dashes)
        }

        fileprivate var attributes: String {
            var text = " fill=\"\(fill ?? "none")\""
            if let stroke {
                text += " stroke=\"\(stroke)\""
                if width != 1 { text += " stroke-width=\"\(Drawing.number(width))\"" }
                if let dashes { text += " stroke-dasharray=\"\(dashes)\"" }
            }
            return text
        }
    }

    /// Which side of its place a text stands on.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    let width: Double
    let height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Fonts with Japanese characters, which the program looks for at its start.
    static let fonts =
        "Noto Sans CJK JP,Noto Sans JP,IPAexGothic,Hiragino Sans,Yu Gothic,Meiryo,sans-serif"

    /// The whole picture, which says what it is to those who do not see it.
    ///
    /// - Parameters:
    ///   - title: what it is called.
    ///   - alternative: what it shows, in words.
    /// - Returns: an `svg` element.
    func text(title: String, alternative: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.number(width))" height="\(Self.number(height))" \
        viewBox="0 0 \(Self.number(width)) \(Self.number(height))" role="img" \
        aria-label="\(Self.escaped("\(title)：\(alternative)"))" font-family="\(Self.fonts)" font-size="12">
        \(body)</svg>
        """
    }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink)
    {
        body +=
            "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\""
            + " height=\"\(Self.number(max(0, height)))\"\(ink.attributes)/>\n"
    }

    mutating func line(_ points: [(x: Double, y: Double)], _ ink: Ink, closed: Bool = false) {
        guard points.count > 1 else { return }
        let path = points.enumerated().map { place, point in
            "\(place == 0 ? "M" : "L")\(Self.number(point.x)) \(Self.number(point.y))"
        }.joined()
        body += "<path d=\"\(path)\(closed ? "Z" : "")\"\(ink.attributes)/>\n"
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ ink: Ink) {
        body +=
            "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\"\(ink.attributes)/>\n"
    }

    mutating func write(
        _ text: String, _ x: Double, _ y: Double, _ colour: String, size: Double = 12,
        _ anchor: Anchor = .start, isBold: Bool = false
    ) {
        var attributes = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" fill=\"\(colour)\""
        if size != 12 { attributes += " font-size=\"\(Self.number(size))\"" }
        if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
        if isBold { attributes += " font-weight=\"bold\"" }
        body += "<text \(attributes)>\(Self.escaped(text))</text>\n"
    }

    /// Draws something within the whole, moved by so much.
    mutating func group(_ x: Double, _ y: Double, _ draw: (inout Drawing) -> Void) {
        body += "<g transform=\"translate(\(Self.number(x)) \(Self.number(y)))\">\n"
        draw(&self)
        body += "</g>\n"
    }

    /// A coordinate with at most two decimals; what is no number is 0.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e7 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0
            ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(zeroPadded(rest, 2))"
    }

    /// Text in which nothing acts, for the content of an element or an attribute.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in Inert.line(text).unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\u{FFFE}", "\u{FFFF}": continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// About how wide a text is drawn: a full-width character is as wide as it is high.
    static func width(of text: String, size: Double = 12) -> Double {
        Double(TextWidth.columns(text)) * size / 2
    }

    /// A text cut so that it fits a width.
    static func fitting(_ text: String, _ width: Double, size: Double = 12) -> String {
        TextWidth.shortened(Inert.line(text), to: max(2, Int(width / size * 2)))
    }
}

/// The colours of charts.
///
/// They differ in lightness, so that they part in grey print, and along the axis from blue to orange, which those see too who do
/// not tell red from green (Okabe and Ito, Color Universal Design, 2008).
enum ChartColour {
    static let ink = "#1d252d"
    static let soft = "#4a5561"
    static let grid = "#d9dfe5"
    static let band = "#f4f6f8"
    static let paper = "#ffffff"
    /// What was reported.
    static let actual = "#00507d"
    /// What the path asks for.
    static let path = "#6b7580"
    /// What may come.
    static let fan = "#cfe4f3"
    static let forecast = "#0072b2"
    static let target = "#b34a00"
}

extension StatusGroup {
    /// The colour of its areas, and of what is written on them: neighbours differ in lightness, so that they part in grey print too.
    package var fill: (area: String, text: String) {
        switch self {
        case .good: ("#2f7d68", "#ffffff")
        case .watch: ("#f0c24b", "#1d252d")
        case .action: ("#a3201c", "#ffffff")
        case .open: ("#d5dae0", "#1d252d")
        }
    }
}
