package import ShirubeCore

/// What the web pages of a strategy are made of.
package struct Site: Sendable {
    /// A summary that was sent.
    package struct Edition: Sendable {
        /// The summary as it was known when it was sent.
        package let summary: QuarterlySummary
        /// When it was sent.
        package let sentAt: Timestamp

        /// Makes an edition.
        package init(summary: QuarterlySummary, sentAt: Timestamp) {
            self.summary = summary
            self.sentAt = sentAt
        }

        /// The name of its page.
        var name: String { "\(summary.quarter)-\(summary.edition.number)" }
    }

    /// A file of the site.
    package struct File: Sendable, Equatable {
        /// Its path within the site, with slashes.
        package let path: String
        /// Its bytes.
        package let bytes: [UInt8]
    }

    /// What is shown.
    package let report: Report
    /// The editions that were sent, the oldest first; empty for none.
    package let editions: [Edition]
    /// What was decided, the oldest first; empty for nothing.
    package let decisions: [Decision]
    /// How the pages are made.
    package let publishing: Publishing

    /// Makes a site.
    package init(
        report: Report, editions: [Edition] = [], decisions: [Decision] = [],
        publishing: Publishing = Publishing()
    ) {
        self.report = report
        self.editions = editions
        self.decisions = decisions
        self.publishing = publishing
    }

    /// About how many files it has.
    package var expectedFiles: Int {
        let strategy = report.summary.strategy
        let pages =
            strategy.goals.count + strategy.measures.count + strategy.programs.count
            + strategy.departments.count + editions.count
        return Language.allCases.count * (2 * strategy.indicators.count + pages + 20)
    }

    /// Makes every file, one after the other, so that a large site needs no more memory than a small one.
    ///
    /// - Parameter take: called with each file; the same site always gives the same files in the same order.
    /// - Throws: what `take` throws, or an error of swift-mustache where a template is malformed.
    package func write(_ take: (File) throws -> Void) throws {
        let library = try SiteTemplates.library()
        for asset in SiteAssets.files { try take(asset) }
        for language in Language.allCases {
            let folder = SitePages.folder(of: language)
            let data = SiteData(site: self, language: language)
            for file in data.files { try take(File(path: folder + file.path, bytes: file.bytes)) }
            try SitePages(site: self, language: language, library: library, files: data.listing)
                .write(take)
        }
    }
}
