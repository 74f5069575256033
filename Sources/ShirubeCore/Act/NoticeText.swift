/// Subject and text of a mail, in one language.
package struct NoticeText: Sendable, Equatable {
    /// The subject, on one line.
    package let subject: String
    /// The text, lines ended by `\n`.
    package let body: String
}

/// Sets the text of notices: paragraphs broken at the width of a mail, and labelled lines.
enum NoticeLines {
    /// A paragraph, broken.
    static func paragraph(_ text: String) -> [String] {
        LineBreaking.lines(text, width: SummaryText.width)
    }

    /// A line of a list, broken.
    static func item(_ text: String) -> [String] {
        LineBreaking.lines(text, width: SummaryText.width, first: "  ・", hanging: "    ")
    }

    /// Labels and what they say, the texts below each other.
    static func labelled(
        _ pairs: [(label: String, text: String)], indent: Int = 2
    ) -> [String] {
        let width = pairs.map { TextWidth.columns($0.label) }.max() ?? 0
        let margin = String(repeating: " ", count: indent)
        let blank = String(repeating: " ", count: width + 2) + margin
        return pairs.flatMap { pair in
            LineBreaking.lines(
                pair.text, width: SummaryText.width,
                first: margin + TextWidth.padded(pair.label, to: width) + "  ", hanging: blank)
        }
    }

    /// The lines as a text, with the line under it that says who wrote it.
    static func body(_ lines: [String], _ language: Language) -> String {
        (lines + ["", "--", SummaryWords.footer[language]]).joined(separator: "\n") + "\n"
    }
}
