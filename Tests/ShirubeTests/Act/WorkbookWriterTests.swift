import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// What stands in a workbook is tested by FormRoundTripTests, with an independent reader.
@Suite struct WorkbookWriterTests {
    private static func form(stages: [String]) throws -> Form {
        let period = try #require(Period(code: "FY2024"))
        let id = Identifier<Department>("shobo")
        let indicator = Indicator(
            id: Identifier("m01-1-1"), name: "ロボット=1+1\u{202E}", program: nil, measure: nil,
            goal: Identifier("g1"), departments: [id], unit: "式", baseline: nil,
            target: Anchor(value: 1, period: period), kind: .milestone, sense: .atLeast,
            cumulative: .none, calendar: .fiscal, cadence: .quarter,
            stages: stages.map { Stage(name: $0, weight: 1, due: nil) })
        let strategy = Strategy(
            id: Identifier("s"), name: "総合戦略", city: "市", term: 2020...2024, outlook: [],
            departments: [Department(id: id, name: "消防課")], planningDepartment: id, goals: [],
            directions: [], measures: [], programs: [], indicators: [indicator])
        return Form(
            Form.Occasion(
                strategy: strategy, department: strategy.departments[0],
                quarter: try #require(Period(code: "FY2022Q4")), due: nil, dueDays: DueDays(),
                folder: "/drops",
                mark: nil), current: [:], language: .japanese)
    }

    @Test func `the same form and moment give the same bytes, whenever they are written`() throws {
        let form = try Self.form(stages: ["着手", "完了"])
        let moment = Timestamp(milliseconds: 1_680_000_000_000)
        let first = try WorkbookWriter.bytes(of: form, created: moment)
        #expect(first.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(try WorkbookWriter.bytes(of: form, created: moment) == first)
        let later = Timestamp(milliseconds: 1_690_000_000_000)
        #expect(try WorkbookWriter.bytes(of: form, created: later) != first)
    }

    @Test func `more words than a list can offer leave the cell free`() throws {
        let stages = (1...60).map { "段階その\($0)" }
        let form = try Self.form(stages: stages)
        let bytes = try WorkbookWriter.bytes(of: form, created: Timestamp(milliseconds: 0))
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    }

    @Test func `a sheet holds no file open once it is written`() throws {
        let form = try Self.form(stages: ["着手", "完了"])
        let count = {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter {
                let path = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/self/fd/" + $0)
                return path?.contains("memfd:shirube") == true
            }.count
        }
        for _ in 0..<20 {
            _ = try WorkbookWriter.bytes(of: form, created: Timestamp(milliseconds: 0))
        }
        #expect(try count() < 5)
    }
}
