import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct SiteTests {
    @Test func `the same site has the same bytes, and a page for each thing in each language`()
        throws
    {
        let site = try SampleSite.tomakomai()
        let files = try SampleSite.files(of: site)
        #expect(try SampleSite.files(of: site) == files)
        let strategy = site.report.summary.strategy
        let paths =
            ["index", "indicators", "sheet", "departments", "sdgs", "archive", "methods", "data"]
            + strategy.goals.map { "goals/\($0.id)" }
            + strategy.measures.map { "measures/\($0.id)" }
            + strategy.programs.map { "programs/\($0.id)" }
            + strategy.indicators.map { "kpi/\($0.id)" }
            + strategy.departments.map { "departments/\($0.id)" }
            + ["archive/FY2022Q1-1", "archive/FY2022Q2-1"]
        for path in paths {
            #expect(files["\(path).html"] != nil && files["en/\(path).html"] != nil, "\(path)")
        }
        #expect(files.count <= site.expectedFiles + 40)
    }

    @Test func `every link within the site leads to a file of it`() throws {
        let files = try SampleSite.files(of: SampleSite.tomakomai())
        var followed = 0
        for (path, bytes) in files where path.hasSuffix(".html") {
            let base = try #require(URL(string: "http://site/\(path)"))
            let page = String(decoding: bytes, as: UTF8.self)
            for match in page.matches(of: #/(?:href|src)="([^"#]+)"/#) {
                let target = String(match.1)
                guard !target.hasPrefix("https://") else { continue }
                let file = URL(string: target, relativeTo: base)?.absoluteURL.path ?? ""
                #expect(files[String(file.dropFirst())] != nil, "\(path) → \(target)")
                followed += 1
            }
        }
        #expect(followed > 5_000)
    }

    @Test func `nothing is loaded from elsewhere, and nothing is styled or run in the page`() throws
    {
        for (path, bytes) in try SampleSite.files(of: SampleSite.tomakomai())
        where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("default-src 'none'"))
            #expect(!page.contains(" style=\"") && !page.contains("<style"), "\(path)")
            #expect(page.matches(of: #/<script/#).count == 1 && !page.contains(" onclick"))
            #expect(!page.contains("src=\"http"))
            let language = path.hasPrefix("en/") ? "en" : "ja"
            #expect(page.contains("<html lang=\"\(language)\">"))
        }
    }

    @Test func `the first page is at most 60 KB with its style and script`() throws {
        let files = try SampleSite.files(of: SampleSite.tomakomai())
        let first = ["index.html", "assets/style.css", "assets/site.js"]
        #expect(first.reduce(0) { $0 + (files[$1]?.count ?? 1_000_000) } <= 60_000)
    }

    @Test(arguments: Language.allCases)
    func `an indicator's page says what the summary says of it`(language: Language) throws {
        let site = try SampleSite.tomakomai()
        let files = try SampleSite.files(of: site)
        let rows = SitePages.rows(of: site.report.summary, language)
        for (id, row) in rows {
            let path = SitePages.folder(of: language) + "kpi/\(id).html"
            let page = String(decoding: files[path] ?? [], as: UTF8.self)
            for text in [row.valueText, row.expectedText, row.achievementText, row.forecastText] {
                #expect(page.contains(text), "\(id): \(text)")
            }
            #expect(page.contains(row.status.wording[language]))
        }
    }

    @Test func `the population stands beside its outlook, or it is said that there is none`() throws
    {
        let none = try SampleSite.text("index.html", of: SampleSite.tomakomai())
        #expect(none.contains("まだ登録されていません") && none.contains("150,000"))
        let day = try #require(CivilDate(iso: "2022-09-30"))
        let counted = Publishing(population: [
            .init(day: day, persons: 168_000, source: "架空の台帳")
        ])
        let page = try SampleSite.text("index.html", of: SampleSite.tomakomai(counted))
        #expect(page.contains("168,000") && page.contains("18,000人多く") && page.contains("架空の台帳"))
    }
}
