internal import Mustache

/// Escapes data for HTML, scalar by scalar.
///
/// swift-mustache's own escaping looks at whole characters, so a `<` or `"` with a combining mark behind it would
/// pass unescaped.
struct EscapedHTML: MustacheContentType {
    /// The name under which templates ask for it.
    static let name = "SHIRUBE_HTML"

    func escapeText(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
