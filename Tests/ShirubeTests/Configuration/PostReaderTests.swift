import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct PostReaderTests {
    private func posts(_ text: String) throws -> (posts: [Post], problems: [ConfigurationProblem]) {
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let problems = ProblemList(file: path)
        let posts = try YAMLFile.read(path, into: problems).map(
            PostReader(channels: ["chat"]).posts)
        return (posts ?? [], problems.sorted)
    }

    @Test func `terms come in any order, and a list of addresses is one without dates`() throws {
        let read = try posts(
            """
            tanto:
              - {from: 2027-04-01, channels: [chat]}
              - {from: 2026-04-01, until: 2026-12-31, mail: [a@city.example.jp]}
            kacho: [k@city.example.jp]
            """)
        #expect(read.problems.isEmpty)
        #expect(read.posts.map(\.terms.count) == [2, 1])
        #expect(read.posts[0].terms.map(\.from) == [CivilDate(2026, 4, 1), CivilDate(2027, 4, 1)])
        #expect(read.posts[1].terms[0].from == nil)
    }

    @Test func `an end that lies in the next term overlaps, the day before does not`() throws {
        for (end, count) in [("2027-03-31", 0), ("2027-04-01", 1)] {
            let read = try posts(
                """
                tanto:
                  - {from: 2026-04-01, until: \(end), mail: [a@city.example.jp]}
                  - {from: 2027-04-01, mail: [b@city.example.jp]}
                """)
            #expect(read.problems.count == count, "\(end)")
        }
    }
}
