import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// Sites of made-up figures for the tests of pages.
enum SampleSite {
    static var strategy: Strategy {
        get throws {
            let file = TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml").path
            return try StrategyFile.read(path: file)
        }
    }

    /// The strategy of Tomakomai with made-up figures.
    static func tomakomai(_ publishing: Publishing = Publishing()) throws -> Site {
        let quarter = try #require(Period(code: "FY2022Q2"))
        let strategy = try strategy
        let report = MadeUpFigures.report(of: strategy, quarter: quarter, seed: 7)
        let before = try #require(Period(code: "FY2022Q1"))
        let earlier = MadeUpFigures.report(of: strategy, quarter: before, seed: 7).summary
        return Site(
            report: report,
            editions: [earlier, report.summary].map {
                Site.Edition(summary: $0, sentAt: $0.cutoff.adding(seconds: 3_600))
            }, publishing: publishing)
    }

    /// All files of a site, by path.
    static func files(of site: Site) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try site.write { file in
            #expect(files[file.path] == nil, "\(file.path) is made twice")
            files[file.path] = file.bytes
        }
        return files
    }

    /// The text of a file.
    static func text(_ path: String, of site: Site) throws -> String {
        String(decoding: try #require(files(of: site)[path]), as: UTF8.self)
    }
}
