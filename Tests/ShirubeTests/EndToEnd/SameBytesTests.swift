import Foundation
import Testing

/// What is judged and printed depends on the ledger alone: not on the language, the time zone or the hashes of a process.
@Suite struct SameBytesTests {
    private static let environments: [[String: String]] = [
        ["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "ja_JP.UTF-8", "TZ": "Asia/Tokyo"],
        ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"],
        ["LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"],
    ]

    private static let commands: [[String]] = [
        ["status", "--as-of", "2022-10-17", "--format", "json"],
        ["status", "--as-of", "2022-10-17", "--rejudge", "--format", "csv"],
        ["status", "--as-of", "2022-10-17", "--by", "department"],
        ["report", "--as-of", "2022-10-17", "--quarter", "2022Q2", "--format", "html"],
        ["explain", "g1-1", "--as-of", "2022-10-17"],
        ["calendar", "2022"],
    ]

    @Test func `the language and the time zone of the machine change no byte`() async throws {
        let city = try await TestCity()
        let samples = TestServer.root.appending(path: "config/samples/drops")
        for department in ["seisaku-suishin", "kogyo-koyo", "kanko-shinko"] {
            let folder = samples.appending(path: department)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
                try city.drop(
                    name, department, [UInt8](Data(contentsOf: folder.appending(path: name))))
            }
        }
        let once = try await city.run("once", "--now", "2022-10-17T10:00")
        try #require(once.code == 0, "\(once.errors)")
        for command in Self.commands {
            var first: String?
            for environment in Self.environments {
                let result = try await city.start(
                    command + ["--config", city.configuration], environment: environment
                ).end()
                #expect(result.code == 0, "\(command) \(result.errors)")
                #expect(!result.output.isEmpty)
                if let first { #expect(result.output == first, "\(command) \(environment)") }
                first = first ?? result.output
            }
        }
    }
}
