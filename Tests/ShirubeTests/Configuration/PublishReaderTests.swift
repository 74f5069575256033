import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct PublishReaderTests {
    private func read(_ text: String) throws -> (Publishing?, [ConfigurationProblem]) {
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let problems = ProblemList(file: path)
        let publishing = try YAMLFile.read(path, into: problems).map(PublishReader.publishing)
        return (publishing, problems.sorted)
    }

    @Test func `everyone's pages show no chances unless the city says so`() throws {
        #expect(try read("contact: 企画課\n").0?.audience == .everyone(showsProbability: false))
        #expect(try read("probability: true\n").0?.audience == .everyone(showsProbability: true))
        #expect(try read("edition: internal\n").0?.audience == .cityHall)
        let whole = try read("publisher: 例市\nbaseURL: https://city.example/s/\n").0
        #expect(whole?.publisher == "例市" && whole?.base == "https://city.example/s/")
    }

    @Test func `counts of the population come in the order of their days`() throws {
        let (publishing, problems) = try read(
            """
            population:
              - {on: 2022-09-30, persons: 168000, source: 住民基本台帳}
              - {on: 2020-10-01, persons: 170000, source: 国勢調査}
            """)
        #expect(problems.isEmpty)
        #expect(publishing?.population.map(\.persons) == [170_000, 168_000])
    }

    @Test(arguments: [
        "baseURL: https://city.example/s\n", "baseURL: ftp://city.example/\n",
        "baseURL: https://me:secret@city.example/\n", "edition: secret\n", "probability: perhaps\n",
        "population:\n  - {on: 2022-09-31, persons: 1, source: x}\n",
        "population:\n  - {on: 2022-09-30, persons: 0, source: x}\n",
        "population:\n  - {on: 2022-09-30, persons: 1, source: x}\n  - {on: 2022-09-30, persons: 2, source: y}\n",
    ])
    func `what cannot be is refused once, with a remedy`(block: String) throws {
        let problems = try read(block).1
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { !$0.text(.japanese).isEmpty && !$0.text(.english).isEmpty })
    }
}
