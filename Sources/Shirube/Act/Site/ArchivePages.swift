import ShirubeCore

// What was sent before, how is judged, and what can be downloaded.

extension SitePages {
    /// Every edition that was sent, the newest first.
    var archive: Page {
        Page(
            path: "archive.html", title: label("archive"), template: "editions",
            fields: [
                "items": site.editions.reversed().map { edition in
                    [
                        "href": "archive/\(edition.name).html", "title": title(of: edition),
                        "counts": "\(label("sentOn")) \(edition.sentAt.longWording[language])",
                    ] as Fields
                }
            ])
    }

    private func title(of edition: Site.Edition) -> String {
        let summary = edition.summary
        return SummaryWords.shortTitle(
            summary.quarter, ending: Closing(summary)?.kind, edition: summary.edition.number,
            isLate: summary.edition.isLate)[language]
    }

    /// An edition as it was known when it was sent.
    func page(of edition: Site.Edition) -> Page {
        let summary = edition.summary
        let path = "archive/\(edition.name).html"
        let rows = Self.rows(of: summary, language)
        let ordered = summary.strategy.indicators.compactMap { rows[$0.id] }
        let corrections = SummaryView.corrections(of: summary, for: audience, language)
        let sent = "\(label("sentOn")) \(edition.sentAt.longWording[language])"
        let cutoff = "\(SummaryWords.cutoff[language]) \(summary.cutoff.longWording[language])"
        return Page(
            path: path, title: title(of: edition), crumbs: [(label("archive"), "archive.html")],
            template: "branch",
            fields: [
                "lead": [sent, cutoff] + corrections, "tiles": tiles(ordered.map(\.status)),
                "bars": [Fields](), "lists": [Fields](),
                "tables": [table(title(of: edition), ordered, up: Self.up(from: path))],
            ])
    }

    /// How is judged, and what the words mean.
    var methods: Page {
        Page(
            path: "methods.html", title: label("methods"), template: "methods",
            fields: [
                "paragraphs": SiteWords.method.map { $0[language] },
                "statuses": Status.fromBestToWorst.map { status in
                    [
                        "style": status.group.style, "symbol": status.symbol,
                        "name": status.wording[language],
                        "group": status.group.wording[language],
                        "meaning": status.meaning[language],
                    ] as Fields
                },
                "terms": SiteWords.terms.map { term in
                    [
                        "word": term.word[language],
                        "reading": language == .japanese ? [term.reading] : [],
                        "meaning": term.meaning[language],
                    ] as Fields
                },
            ])
    }

    /// What can be downloaded, and under which terms.
    var data: Page {
        Page(
            path: "data.html", title: label("data"), template: "data",
            fields: [
                "files": files.map { file in
                    [
                        "href": file.path, "path": file.path,
                        "what": SiteData.wording(of: file.path)[language],
                        "size": NumberText.grouped(Double(file.bytes)),
                    ] as Fields
                },
                "notice": OpenDataLicence.notice(publisher: publisher)[language],
                "licenceName": OpenDataLicence.name[language],
                "licenceHref": OpenDataLicence.address[language],
            ])
    }
}
