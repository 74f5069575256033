import ShirubeCore
import Testing

@Suite struct SilenceTests {
    @Test func `a silence covers what it names, until its day`() throws {
        let until = try #require(CivilDate(2022, 12, 28))
        func covers(_ indicator: String?, _ department: String?, _ type: AlertType?) throws -> Bool
        {
            let silence = Silence(
                indicator: indicator.map { Identifier($0) },
                department: department.map { Identifier($0) }, type: type, until: until,
                reason: "改修", author: "課長", at: japanTime("2022-10-17"))
            #expect(silence.holds(on: until) && !silence.holds(on: until.adding(days: 1)))
            return silence.covers(
                try #require(AlertSteps.alert(.lagging)), departments: [Identifier("a")])
        }
        #expect(
            try covers("i-1", nil, nil) && covers(nil, "a", nil) && covers("i-1", nil, .lagging))
        #expect(
            try !covers("i-2", nil, nil) && !covers(nil, "b", nil) && !covers("i-1", nil, .overdue))
    }

    @Test func `a failure of the program cannot be silenced`() throws {
        let silence = Silence(
            indicator: nil, department: nil, type: nil,
            until: try #require(CivilDate(2022, 12, 28)),
            reason: "", author: "", at: japanTime("2022-10-17"))
        #expect(!silence.covers(try #require(AlertSteps.alert(.failure)), departments: []))
    }
}
