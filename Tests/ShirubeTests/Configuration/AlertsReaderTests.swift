import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct AlertsReaderTests {
    private func rules(_ text: String) throws -> AlertRules? {
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let problems = ProblemList(file: path)
        let rules = try YAMLFile.read(path, into: problems).map(AlertsReader.rules)
        #expect(problems.isEmpty, "\(problems.sorted)")
        return rules
    }

    @Test func `each key arrives where it belongs, and what is left out is standard`() throws {
        let all = try rules(
            """
            escalateToManagerAfter: 3
            escalateToDirectorAfter: 7
            repeat: week
            repeatTimes: 4
            massPercent: 30
            massAtLeast: 10
            massDays: 21
            perHead: 8
            onsetsPerHundred: 4
            """)
        #expect(
            all
                == AlertRules(
                    escalateToManagerAfter: 3, escalateToDirectorAfter: 7, repeats: .week,
                    repeatTimes: 4, massPercent: 30, massDays: 21, massAtLeast: 10, perHead: 8,
                    onsetsPerHundred: 4))
        #expect(try rules("repeat: never") == AlertRules(repeats: .never))
    }
}
