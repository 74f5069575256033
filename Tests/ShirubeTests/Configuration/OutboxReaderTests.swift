import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct OutboxReaderTests {
    private func read(_ text: String, _ alerts: AlertRules) throws -> (Int?, [ConfigurationProblem])
    {
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let problems = ProblemList(file: path)
        let years = try YAMLFile.read(path, into: problems).map {
            OutboxReader.keepYears($0, alerts: alerts)
        }
        return (years, problems.sorted)
    }

    @Test func `a reminder of what is not kept any more is refused, others are not`() throws {
        let monthly = AlertRules(repeats: .month, repeatTimes: 12)
        let (_, problems) = try read("keepYears: 1", monthly)
        #expect(problems.count == 1)
        #expect(problems.first?.text(.japanese).contains("12か月後まで") == true)
        #expect(try read("keepYears: 2", monthly).1.isEmpty)
        #expect(try read("keepYears: 1", AlertRules(repeats: .week, repeatTimes: 12)).1.isEmpty)
        #expect(try read("keepYears: 1", AlertRules(repeats: .never)).1.isEmpty)
        #expect(try read("keepYears: 30", AlertRules()).0 == 30)
        #expect(try read("keepYears: 0", AlertRules()).1.count == 1)
    }
}
