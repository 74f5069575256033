import Foundation
import Shirube
import ShirubeCore
import Testing

@Suite struct StrategyFileTests {
    static let golden = ConfigurationFixtures("strategy")
    static let tomakomai = Self.golden.folder.appendingPathComponent(
        "../../../../config/strategies/tomakomai-2020.yaml"
    ).path

    @Test(arguments: golden.badInputs)
    func `a strategy that breaks a rule is refused with line and remedy`(name: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try StrategyFile.read(path: Self.golden.path(name + ".yaml"))
        }
        let text = error.text(.japanese) + "\n" + error.text(.english) + "\n"
        try Self.golden.expect(text, matches: name)
    }

    @Test func `every rule has its bad strategy`() {
        #expect(Self.golden.badInputs.count > 40)
    }

    @Test func `a file that does not exist is told in one sentence`() {
        let path = Self.golden.path("nowhere.yaml")
        #expect {
            try StrategyFile.read(path: path)
        } throws: { error in
            (error as? ConfigurationError)?.text(.english)
                == "\(path): The file does not exist. Check its place and spelling."
        }
    }

    @Test(arguments: ["/dev/null", "/tmp"])
    func `a device or folder is not read as a strategy`(path: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try StrategyFile.read(path: path)
        }
        #expect(error.problems.map(\.message.english) == ["This is not a regular file."])
    }

    @Test func `a file above 4 MiB is refused unread, and deep nesting without a crash`() throws {
        let large = String(repeating: "# filler\n", count: 500_000)
        let tooLarge = try #require(throws: ConfigurationError.self) { try read(large) }
        #expect(tooLarge.problems[0].message.english.contains("4 MiB"))
        let deep = String(repeating: "[", count: 1_000_000)
        let tooDeep = try #require(throws: ConfigurationError.self) { try read(deep) }
        #expect(tooDeep.problems[0].message.english.hasPrefix("This is not YAML"))
    }

    @Test func `a byte order mark and Windows line ends do no harm`() throws {
        let plain = try String(contentsOfFile: Self.golden.path("good.yaml"), encoding: .utf8)
        let windows = "\u{feff}" + plain.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try read(windows) == read(plain))
    }

    @Test func `what is left out takes its default, and programs hand down their departments`()
        throws
    {
        let strategy = try StrategyFile.read(path: Self.golden.path("good.yaml"))
        let indicator = try #require(strategy.indicator(Identifier("m01-1-1")))
        #expect(indicator.departments == [Identifier("shoko")])
        #expect(indicator.sense == .atLeast)
        #expect(indicator.calendar == .fiscal)
        #expect(indicator.cadence == .quarter)
        #expect(indicator.program == Identifier("m01-1"))
        #expect(indicator.measure == Identifier("m01"))
        #expect(indicator.goal == Identifier("g1"))
        #expect(strategy.indicators.map(\.id.text) == ["g1-1", "m01-1-1"])
        #expect(strategy.indicators[0].cumulative == Cumulative.none)
        #expect(strategy.indicators[0].program == nil)
        #expect(strategy.measures[0].direction == Identifier("1-1"))
    }

    @Test func `a milestone without stages has the standard ones, due with its target`() throws {
        let plain = try String(contentsOfFile: Self.golden.path("good.yaml"), encoding: .utf8)
        let strategy = try read(plain.replacingOccurrences(of: "kind: K4", with: "kind: K8"))
        let target = strategy.indicators[0].target.period
        #expect(strategy.indicators[0].stages == Stage.standard(target: target))
    }

    @Test func `a strategy's years of a common cause hold for every indicator`() throws {
        let plain = try String(contentsOfFile: Self.golden.path("good.yaml"), encoding: .utf8)
        let strategy = try read(
            plain.replacingOccurrences(
                of: "\ndepartments:", with: "\ncommonCauseYears: [FY2020]\ndepartments:"))
        #expect(strategy.indicators.allSatisfy { $0.commonCauseYears.contains(2020) })
        let kept = try read(
            plain.replacingOccurrences(
                of: "kind: K4", with: "kind: K7\n        sense: maintain\n        tolerance: 2"))
        #expect(kept.indicators[0].tolerance == 2)
    }

    @Test func `the skeleton passes the check and shows every key`() throws {
        let strategy = try read(StrategyFile.skeleton)
        #expect(strategy.ownerQuestions().isEmpty)
        #expect(strategy.indicators.count == 3)
        #expect(strategy.indicators[0].plan[2027] == 45)
        #expect(strategy.indicators[0].activeMonths == [4, 10])
        #expect(strategy.indicators[0].commonCauseYears == [2026])
        #expect(strategy.indicators[1].baselineN == 240)
        #expect(strategy.indicators[2].stages.map(\.weight) == [0.3, 0.6, 1])
        #expect(strategy.measures.last?.direction == nil)
        #expect(strategy.term == 2025...2029)
        #expect(strategy.outlook == [PopulationOutlook(year: 2040, population: 50_000)])
    }

    @Test func `the shipped strategy is read whole`() throws {
        let strategy = try StrategyFile.read(path: Self.tomakomai)
        #expect(strategy.indicators.count == 88)
        #expect(strategy.indicators.count { $0.program == nil } == 10)
        #expect(strategy.programs.count == 61)
        #expect(strategy.measures.count == 18)
        #expect(strategy.departments.count == 26)
        #expect(strategy.goals.count == 4)
        #expect(strategy.term == 2020...2024)
        let floors = strategy.indicators.filter { $0.kind == .floor }
        #expect(floors.count == 7)
        #expect(strategy.ownerQuestions() == [])
    }

    private func read(_ text: String) throws -> Strategy {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(UUID().uuidString).yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try StrategyFile.read(path: file.path)
    }
}
