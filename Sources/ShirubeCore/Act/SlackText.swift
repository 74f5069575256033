/// Text for Slack's mrkdwn in which nothing that came from data acts.
enum SlackText {
    /// The text with all that Slack would act on made inert.
    ///
    /// `&`, `<` and `>` are escaped as Slack asks, which disarms `<!channel>`, `<@U…>` and links.
    /// Slack has no escape for `*`, `_`, `~`, `` ` ``, `@` and the `:` of `:emoji:`, so they become
    /// their full-width twins; only the colon of a time such as 09:00 stays.
    static func escaped(_ text: String) -> String {
        let scalars = Array(Inert.line(text).unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "*": result.append("＊")
            case "_": result.append("＿")
            case "~": result.append("～")
            case "`": result.append("｀")
            case ":" where !isBetweenDigits(index, of: scalars): result.append("：")
            case "@": result.append("＠")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isBetweenDigits(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
        return index > 0 && index + 1 < scalars.count && digits.contains(scalars[index - 1])
            && digits.contains(scalars[index + 1])
    }

    /// Lines joined into texts of at most `limit` UTF-16 units, each beginning with a whole line
    /// where it can.
    ///
    /// A line that is too long by itself is divided after a sentence, else wherever the text is
    /// full, never inside an escape.
    static func chunks(_ lines: [String], limit: Int) -> [String] {
        var chunks: [String] = []
        var chunk = ""
        for piece in lines.flatMap({ ChatText.pieces(of: $0, limit: limit, count: \.utf16.count) })
        {
            if !chunk.isEmpty, chunk.utf16.count + 1 + piece.utf16.count > limit {
                chunks.append(chunk)
                chunk = ""
            }
            chunk += (chunk.isEmpty ? "" : "\n") + piece
        }
        return chunk.isEmpty ? chunks : chunks + [chunk]
    }
}
