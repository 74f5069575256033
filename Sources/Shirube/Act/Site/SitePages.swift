internal import Mustache
import ShirubeCore

/// Makes the pages of a site in one language.
struct SitePages {
    /// What a template may name; each level has every key, because a missing one would be sought further out.
    typealias Fields = [String: Any]

    /// A page, before the layout is put around it.
    struct Page {
        /// Its path within its language, such as `kpi/m01-1-1.html`.
        let path: String
        /// Its heading.
        let title: String
        /// The pages above it but for the first: their headings and paths.
        var crumbs: [(title: String, path: String)] = []
        /// The template of its content.
        let template: String
        /// What the template may name.
        let fields: Fields
    }

    let site: Site
    let language: Language
    let files: [DataCatalog.File]
    private let library: MustacheLibrary
    private let labels: [String: String]
    /// Every indicator as the summary shows it, in the strategy's order.
    let rows: [Identifier<Indicator>: IndicatorRow]

    init(
        site: Site, language: Language, library: MustacheLibrary, files: [DataCatalog.File]
    ) {
        self.site = site
        self.language = language
        self.library = library
        self.files = files
        let shared: [String: Wording] = [
            "indicator": SummaryWords.indicator, "status": SummaryWords.status,
            "value": SummaryWords.value, "expected": SummaryWords.expected,
            "target": SummaryWords.target, "achievement": SummaryWords.achievement,
            "progress": SummaryWords.progress, "forecast": SummaryWords.forecast,
            "department": SummaryWords.department,
        ]
        labels = SiteWords.labels.merging(shared) { own, _ in own }.mapValues { $0[language] }
        rows = Self.rows(of: site.report.summary, language)
    }

    /// Every indicator of a summary as it is shown.
    static func rows(
        of summary: QuarterlySummary, _ language: Language
    ) -> [Identifier<Indicator>: IndicatorRow] {
        Dictionary(
            SummaryView.rows(of: summary, language).map { (Identifier($0.id), $0) },
            uniquingKeysWith: { $1 })
    }

    var strategy: Strategy { site.report.summary.strategy }

    var audience: ReportAudience { site.publishing.audience }

    /// A label in the pages' language.
    func label(_ name: String) -> String { labels[name] ?? name }

    /// Makes every page, one after the other.
    ///
    /// - Throws: what `take` throws.
    func write(_ take: (Site.File) throws -> Void) throws {
        try take(file(overview))
        try take(file(indicatorList))
        try take(file(sheet))
        for goal in strategy.goals { try take(file(page(of: goal))) }
        for measure in strategy.measures { try take(file(page(of: measure))) }
        for program in strategy.programs { try take(file(page(of: program))) }
        for history in site.report.histories { try take(file(page(of: history))) }
        try take(file(departmentList))
        for department in strategy.departments { try take(file(page(of: department))) }
        try take(file(sustainableList))
        for number in sustainableGoals { try take(file(page(ofSustainableGoal: number))) }
        try take(file(archive))
        for edition in site.editions { try take(file(page(of: edition))) }
        try take(file(methods))
        try take(file(data))
    }

    // MARK: - The layout

    /// Where the pages of a language begin, from the site's folder.
    static func folder(of language: Language) -> String {
        language == .japanese ? "" : "\(language.rawValue)/"
    }

    /// The way from a page to the folder of its language.
    static func up(from path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    private var other: Language { language == .japanese ? .english : .japanese }

    private func file(_ page: Page) -> Site.File {
        let up = Self.up(from: page.path)
        let root = up + (language == .japanese ? "" : "../")
        let siteTitle = Self.clipped(strategy.heading)
        var fields = page.fields
        fields["label"] = labels
        let body = library.render(fields, withTemplate: page.template) ?? ""
        let layout: Fields = [
            "label": labels, "language": language.rawValue, "other": other.rawValue,
            "title": page.title, "siteTitle": siteTitle, "root": root, "body": body,
            "fullTitle": page.path == "index.html"
                ? Title.marked(siteTitle, mark: site.report.summary.mark)
                : Title.marked(
                    "\(Self.clipped(page.title)) - \(siteTitle)", mark: site.report.summary.mark),
            "home": "\(up)index.html",
            "alternate": "\(root)\(Self.folder(of: other))\(page.path)",
            "badges": badges, "navigation": navigation(on: page.path, up: up),
            "hasCrumbs": page.path != "index.html",
            "crumbs": ([(label("overview"), "index.html")] + page.crumbs).map {
                ["title": Self.clipped($0.0), "href": up + $0.1] as Fields
            },
            "facts": facts, "publisher": publisher,
            "contact": site.publishing.contact.map { [Inert.line($0)] } ?? [],
            "licence": label("licence"), "licenceName": OpenDataLicence.name[language],
            "licenceHref": OpenDataLicence.address[language],
        ]
        let text = library.render(layout, withTemplate: "layout") ?? ""
        return Site.File(
            path: Self.folder(of: language) + page.path, bytes: Array(text.utf8))
    }

    var publisher: String { Inert.line(site.publishing.publisher ?? strategy.city) }

    private var badges: [String] {
        let mark = site.report.summary.mark.map(Inert.line)
        return [mark, audience.isInternal ? label("internal") : nil].compactMap(\.self)
    }

    /// The period, and up to when data is in it.
    private var facts: [String] {
        let summary = site.report.summary
        return [
            "\(SummaryWords.period[language]) \(summary.quarter.wording[language])",
            "\(SummaryWords.cutoff[language]) \(summary.cutoff.longWording[language])",
        ]
    }

    private func navigation(on path: String, up: String) -> [Fields] {
        [
            ("overview", "index.html"), ("indicators", "indicators.html"), ("sheet", "sheet.html"),
            ("departments", "departments.html"), ("sdgs", "sdgs.html"),
            ("archive", "archive.html"), ("methods", "methods.html"), ("data", "data.html"),
        ].map { name, target in
            ["title": label(name), "href": up + target, "isCurrent": target == path]
        }
    }

    // MARK: - What pages have in common

    /// No more columns than this of a name stand in a list.
    private static let longest = 120

    /// A name short enough for a list; whole on its own page.
    static func clipped(_ text: String) -> String {
        TextWidth.shortened(text, to: longest)
    }

    /// Indicators in a table; empty where there are none.
    func table(
        _ caption: String, _ indicators: [Indicator], up: String, isSearchable: Bool = false
    ) -> [Fields] {
        let rows = indicators.compactMap { self.rows[$0.id] }
        return rows.isEmpty ? [] : [table(caption, rows, up: up, isSearchable: isSearchable)]
    }

    /// Rows in a table.
    func table(
        _ caption: String, _ rows: [IndicatorRow], up: String, isSearchable: Bool = false
    ) -> Fields {
        [
            "caption": caption, "isSearchable": isSearchable,
            "showsChance": audience.showsProbability, "rows": rows.map { fields($0, up: up) },
        ]
    }

    private func fields(_ row: IndicatorRow, up: String) -> Fields {
        [
            "href": "\(up)kpi/\(row.id).html", "name": Self.clipped(row.name),
            "why": audience.isInternal && !row.reasonText.isEmpty ? [row.reasonText] : [],
            "symbol": row.status.symbol, "status": statusWord(row), "style": row.status.group.style,
            "value": row.valueText, "valueSort": Self.sortable(row.value),
            "period": row.periodText.map { [SummaryWords.asOf($0)[language]] } ?? [],
            "expected": row.expectedText, "expectedSort": Self.sortable(row.expected),
            "target": row.targetText,
            "targetSort": Self.sortable(strategy.indicator(Identifier(row.id))?.target.value),
            "achievement": row.achievementText,
            "achievementSort": Self.sortable(row.achievementRate),
            "forecast": row.forecastText, "forecastSort": Self.sortable(row.prospect.median),
            "chance": audience.showsProbability ? [row.probabilityText] : [],
            "departments": row.departments,
        ]
    }

    /// The status in words; the owner's view beside it stays inside the city hall.
    func statusWord(_ row: IndicatorRow) -> String {
        let word = row.status.wording[language]
        guard row.isRecovering else { return word }
        let more = Standing.Lag.recovering[language]
        return Wording(ja: "\(word)（\(more)）", en: "\(word) (\(more))")[language]
    }

    static func sortable(_ number: Double?) -> String { number.map(NumberText.plain) ?? "" }

    /// A plain table.
    ///
    /// - Parameters:
    ///   - caption: what it is called.
    ///   - heads: the heading of each column.
    ///   - numbers: the columns that hold figures, from 0.
    ///   - lines: the cells of each line, of which the first names it.
    /// - Returns: what the template may name.
    func grid(
        _ caption: String, heads: [String], numbers: Set<Int> = [], lines: [[String]]
    ) -> Fields {
        func cells(_ texts: [String], from first: Int) -> [Fields] {
            texts.enumerated().dropFirst(first).map {
                ["text": $1, "isNumber": numbers.contains($0)]
            }
        }
        return [
            "caption": caption, "heads": cells(heads, from: 0),
            "lines": lines.map { line in
                ["first": line.first ?? "", "rest": cells(line, from: 1)] as Fields
            },
        ]
    }

    /// The four groups with how many of the indicators are in each.
    func tiles(_ indicators: [Indicator]) -> [Fields] {
        tiles(indicators.compactMap { rows[$0.id]?.status })
    }

    /// The four groups with how many of the statuses are in each.
    func tiles(_ statuses: [Status]) -> [Fields] {
        StatusGroup.allCases.map { group in
            let those = group.statuses.filter(statuses.contains)
            return [
                "style": group.style, "count": statuses.count { $0.group == group },
                "name": group.wording[language],
                "statuses": those.map { status in
                    "\(status.symbol) \(status.wording[language]) \(statuses.count { $0 == status })"
                }.joined(separator: " / "),
            ]
        }
    }

    /// How many of the indicators are in which group, in a line.
    func counts(_ indicators: [Indicator]) -> String {
        let groups = indicators.compactMap { rows[$0.id]?.status.group }
        let parts = StatusGroup.allCases.compactMap { group -> String? in
            let count = groups.count { $0 == group }
            return count > 0 ? "\(group.wording[language]) \(count)" : nil
        }
        let total = Wording(ja: "\(groups.count)指標", en: "\(groups.count) indicators")[language]
        return ([total] + parts).joined(separator: " / ")
    }
}
