import ShirubeCore
import Testing

@Suite struct JudgeByDefinitionTests {
    private static func version(
        _ number: Int, from date: String, target: Double, isRetired: Bool = false
    ) -> DefinitionVersion {
        DefinitionVersion(
            number: number, validFrom: day(date), decidedOn: day(date), decidedBy: "市長",
            decision: "第1号", reason: "統合", knownAt: japanTime("2020-05-01"),
            indicator: indicator(.level, baseline: 100, target: target), term: 2020...2024,
            isRetired: isRetired)
    }

    private func standing(
        _ versions: [DefinitionVersion], at moment: String, through code: String? = nil
    ) throws -> Standing {
        let history = try #require(DefinitionHistory(versions))
        let row = history.newest.indicator
        let definitions = Definitions(of: strategy([row]), recorded: [row.id: history])
        return Judge.standing(
            of: row, in: definitions,
            current: CurrentReadings(ledger([Figure("FY2022Q2", 120)])),
            at: Judge.Occasion(now: japanTime(moment), through: code.map(period)))
    }

    @Test func `the version of the day of judging counts, for a quarter that of its last day`()
        throws
    {
        let versions = [
            Self.version(1, from: "2020-04-01", target: 200),
            Self.version(2, from: "2022-10-01", target: 240),
        ]
        let now = try standing(versions, at: "2022-10-17")
        #expect(now.definition == 2)
        #expect(now.achievementRate == 50)
        let quarter = try standing(versions, at: "2022-10-17", through: "FY2022Q2")
        #expect(quarter.definition == 1)
        #expect(quarter.achievementRate == 60)
    }

    @Test func `an ended indicator keeps its figures and says by what decision it ended`() throws {
        let versions = [
            Self.version(1, from: "2020-04-01", target: 200),
            Self.version(2, from: "2022-10-01", target: 200, isRetired: true),
        ]
        let ended = try standing(versions, at: "2022-10-17")
        #expect(ended.status == .discontinued)
        #expect(ended.value == 120)
        #expect(ended.reasons.map(\.code) == ["ended"])
        #expect(
            ended.reasons.first?.text.japanese
                == "この指標は令和4年10月1日（土）に終了しました（市長 第1号：統合）。")
        #expect(try standing(versions, at: "2022-09-30").status != .discontinued)
    }
}
