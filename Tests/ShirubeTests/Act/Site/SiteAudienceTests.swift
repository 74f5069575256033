import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// What the city hall alone may see is in no file of a site for everyone.
@Suite struct SiteAudienceTests {
    /// A site in which every internal field holds a word that occurs nowhere else.
    private func site(_ audience: ReportAudience) throws -> Site {
        let quarter = try #require(Period(code: "FY2022Q2"))
        let strategy = try SampleSite.strategy
        let made = MadeUpFigures.report(of: strategy, quarter: quarter, seed: 7)
        let summary = made.summary
        let standings = summary.standings.map { standing in
            Standing(
                indicator: standing.indicator, period: standing.period, value: standing.value,
                expected: standing.expected, achievementRate: standing.achievementRate,
                progressRate: standing.progressRate,
                prospect: Standing.Prospect(median: 12, low80: 10, high80: 14, probability: 0.4321),
                status: standing.status,
                reasons: [.init(code: "x", text: Wording(ja: "内部理由", en: "inner reason"))],
                rule: standing.rule)
        }
        let first = try #require(strategy.indicators.first)
        let cutoff = summary.cutoff
        let told = QuarterlySummary(
            strategy: strategy, quarter: quarter, cutoff: cutoff, standings: standings,
            earlier: summary.earlier,
            overrides: [
                first.id: Override(
                    status: .onTrack, reason: "内部見解", author: "内部担当", at: cutoff,
                    until: nil, period: nil)
            ],
            answers: strategy.departments.map {
                .init(department: $0.id, owed: 4, given: 1, lastAccepted: nil, rejected: 3)
            },
            deeds: [.init(at: cutoff, text: Wording(ja: "内部記録", en: "inner deed"))], mark: nil)
        let decision = Decision(
            number: 1,
            draft: Decision.Draft(
                subject: .indicator(first.id), quarter: quarter, verdict: .improve, post: "内部職",
                reason: "内部決定理由", act: Decision.Act(text: "公開の取組", due: quarter.lastDay),
                effectBy: nil), author: "内部氏名", at: cutoff)
        let histories = made.histories.map { history in
            let number = strategy.indicators.firstIndex { $0.id == history.indicator.id } ?? 0
            let quarters = history.quarters.map {
                IndicatorHistory.Quarter(period: $0.period, standing: standings[number])
            }
            return IndicatorHistory(
                indicator: history.indicator,
                versions: history.versions.map {
                    DefinitionVersion(
                        number: $0.number, validFrom: $0.validFrom, decidedBy: "内部決裁者",
                        decision: "内部番号", reason: $0.reason, knownAt: $0.knownAt,
                        indicator: $0.indicator, term: $0.term)
                }, figures: history.figures, quarters: quarters)
        }
        return Site(
            report: Report(summary: told, histories: histories),
            editions: [.init(summary: told, sentAt: cutoff)], decisions: [decision],
            publishing: Publishing(audience: audience))
    }

    private static let inner = ["内部", "inner ", "43.21", "0.4321", "43%", "未回答"]

    @Test func `no internal field is in what everyone sees`() throws {
        for (path, bytes) in try SampleSite.files(of: site(.everyone(showsProbability: false))) {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in Self.inner { #expect(!text.contains(word), "\(path) has \(word)") }
        }
    }

    @Test func `the chance is there once the city allows it, and nothing else of the city hall`()
        throws
    {
        let files = try SampleSite.files(of: site(.everyone(showsProbability: true)))
        let index = String(decoding: files["indicators.html"] ?? [], as: UTF8.self)
        #expect(index.contains("43%"))
        for (path, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("内部") && !text.contains("inner "), "\(path)")
        }
    }

    @Test func `the city hall sees reasons, views, decisions and who is late`() throws {
        let site = try site(.cityHall)
        let files = try SampleSite.files(of: site)
        let first = try #require(site.report.summary.strategy.indicators.first)
        let page = String(decoding: files["kpi/\(first.id).html"] ?? [], as: UTF8.self)
        for word in ["内部理由", "内部見解", "内部決定理由", "内部氏名", "公開の取組"] {
            #expect(page.contains(word), "\(word)")
        }
        let index = String(decoding: files["index.html"] ?? [], as: UTF8.self)
        #expect(index.contains("未回答の課") && index.contains("庁内版"))
    }

    @Test func `hostile names and notes act nowhere`() throws {
        let evil =
            "=cmd|' /C calc'!A1<script>alert(1)</script>\u{202E}&\"'"
            + String(repeating: "長", count: 10_000)
        let summary = SampleSummary.naming(evil)
        let history = IndicatorHistory(
            indicator: try #require(summary.strategy.indicators.first),
            versions: Definitions(of: summary.strategy).history(
                of: try #require(summary.strategy.indicators.first)
            ).versions, figures: [],
            quarters: [
                .init(period: summary.quarter, standing: try #require(summary.standings.first))
            ])
        let site = Site(
            report: Report(summary: summary, histories: [history]),
            publishing: Publishing(publisher: evil, contact: evil))
        for (path, bytes) in try SampleSite.files(of: site) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("\u{202E}"), "\(path)")
            if path.hasSuffix(".html") { #expect(!text.contains("<script>"), "\(path)") }
            if path.hasSuffix(".csv") {
                #expect(!text.contains(",=cmd") && !text.contains("\"=cmd"), "\(path)")
            }
        }
    }
}
