import ShirubeCore

// The pictures of the pages, each with what it shows in words and its figures as a table.

extension SitePages {
    /// How many indicators stand how, in a bar for each part.
    func statusBars(_ title: String, _ parts: [(name: String, indicators: [Indicator])]) -> [Fields]
    {
        []
    }

    /// How an indicator came where it stands, and where it is likely to go.
    func charts(_ history: IndicatorHistory, _ row: IndicatorRow) -> [Fields] {
        []
    }

    /// All indicators on one sheet.
    var sheet: Page {
        Page(
            path: "sheet.html", title: label("sheet"), template: "list",
            fields: ["items": [Fields](), "bars": [Fields]()])
    }
}
