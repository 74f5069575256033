import ShirubeCore

/// The files that a site offers to download, in one language; their paths are within the folder of that.
struct SiteData {
    /// The files, in order.
    let files: [Site.File]
    /// The same as the catalogue names them, the catalogue among them.
    let listing: [DataCatalog.File]

    /// Makes the files of a site in one language.
    init(site: Site, language: Language) {
        let (report, publishing) = (site.report, site.publishing)
        func table(_ path: String, _ histories: [IndicatorHistory]? = nil) -> Site.File {
            let text = ReportCSV.text(
                report, of: histories, for: publishing.audience, language: language)
            return Site.File(path: path, bytes: Array(text.utf8))
        }
        let tables =
            [table(Self.whole)]
            + report.histories.map { table(Self.path(of: $0.indicator.id), [$0]) }
        let listed = tables.map(Self.listed)
        let strategy = report.summary.strategy
        let catalog = DataCatalog(
            title: Wording(ja: strategy.heading, en: strategy.heading),
            publisher: Inert.line(publishing.publisher ?? strategy.city),
            contact: publishing.contact.map(Inert.line),
            base: publishing.base.map { $0 + SitePages.folder(of: language) },
            days: strategy.firstDay...max(strategy.firstDay, report.summary.quarter.lastDay),
            modified: report.summary.cutoff, files: listed)
        let index = Site.File(path: Self.index, bytes: Array(catalog.document.pretty.utf8))
        files = tables + [index]
        listing = listed.prefix(1) + [Self.listed(index)] + listed.dropFirst()
    }

    private static let whole = "data/indicators.csv"
    private static let index = "data/catalog.jsonld"

    private static func listed(_ file: Site.File) -> DataCatalog.File {
        DataCatalog.File(
            path: file.path, mediaType: file.path == index ? "application/ld+json" : "text/csv",
            bytes: file.bytes.count)
    }

    /// The file of one indicator.
    static func path(of indicator: Identifier<Indicator>) -> String { "data/\(indicator).csv" }

    /// What a file holds.
    static func wording(of path: String) -> Wording {
        switch path {
        case index: Wording(ja: "データカタログ（DCAT、JSON-LD）", en: "Catalogue (DCAT, JSON-LD)")
        case whole: Wording(ja: "全指標、全四半期", en: "All indicators, all quarters")
        default: Wording(ja: "1指標、全四半期", en: "One indicator, all quarters")
        }
    }
}
