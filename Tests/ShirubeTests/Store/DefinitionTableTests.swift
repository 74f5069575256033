import Foundation
import Logging
@testable import Shirube
import ShirubeCore
import Testing

@Suite struct DefinitionTableTests {
    private let folder: TemporaryFolder
    private let store: Store
    private let setup: Setup
    private let logger = Logger(label: "test")

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.path + "/ledger.sqlite", now: Self.moment(0))
        let file = TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml").path
        setup = Setup(
            configuration: Configuration(
                file: "", strategies: [file], state: folder.path, drops: folder.path),
            strategies: [try StrategyFile.read(path: file)])
    }

    private static func moment(_ second: Int64) -> Timestamp {
        Timestamp(milliseconds: 1_600_000_000_000 + second * 1_000)
    }

    @Test func `every definition and the whole file come back as they were`() throws {
        let taken = try DefinitionRegister.takeUp(
            setup, store: store, now: Self.moment(1), logger: logger)
        let strategy = setup.strategies[0]
        #expect(taken.strategies == [strategy])
        #expect(
            try store.read { try $0.edition(of: strategy.id, knownAt: Self.moment(1)) } == strategy)
        #expect(try store.read { try $0.edition(of: strategy.id, knownAt: Self.moment(0)) } == nil)
        let recorded = try store.read { try $0.definitions(of: strategy.id) }
        #expect(recorded.count == strategy.indicators.count)
        for indicator in strategy.indicators {
            #expect(recorded[indicator.id]?.newest.indicator == indicator)
            #expect(recorded[indicator.id]?.newest.number == 1)
        }
        let again = try DefinitionRegister.takeUp(
            setup, store: store, now: Self.moment(2), logger: logger)
        #expect(again == taken)
    }

    @Test func `no key of a definition is lost on its way into the ledger and back`() throws {
        let strategy = setup.strategies[0]
        let first = strategy.indicators[0]
        let fiscal = try #require(Period(code: "FY2024"))
        let full = Indicator(
            id: first.id, name: "指標", program: nil, measure: nil, goal: first.goal,
            departments: first.departments, unit: "円",
            baseline: Anchor(value: 0.1, period: try #require(Period(code: "FY2018"))),
            target: Anchor(value: -2.5, period: fiscal), kind: .milestone, sense: .maintain,
            cumulative: .periodTotal, calendar: .fiscal, cadence: .half,
            due: .months(2, day: 20), isPublicMoney: true, plan: [2021: 1.5, 2022: 3],
            activeMonths: [12, 1], stages: Stage.standard(target: fiscal), baselineN: 1_000,
            tolerance: 0.5, commonCauseYears: [2020, 2021], blocked: true, questions: ["なぜ"],
            gap: "欠落", notes: ["備考"])
        for due in [DueRule.months(2, day: 20), .months(1, day: nil), .workingDays(5)] {
            let row = Indicator(
                id: Identifier("due-\(due)"), name: "指標", program: nil, measure: nil,
                goal: first.goal, departments: first.departments, unit: "人", baseline: nil,
                target: full.target, kind: .level, sense: .atLeast, cumulative: .none,
                calendar: .fiscal, cadence: .quarter, due: due)
            try expectKept(row)
        }
        try expectKept(full)
    }

    private func expectKept(_ indicator: Indicator) throws {
        let strategy = setup.strategies[0]
        let version = DefinitionVersion(
            number: 1, validFrom: CivilDate(dayNumber: 19_000), knownAt: Self.moment(1),
            indicator: indicator, term: 2020...2024)
        let kept = try store.write { ledger in
            try ledger.insert(version, strategy: strategy.id)
            return try ledger.definitions(of: strategy.id)[indicator.id]?.newest
        }
        #expect(kept == version)
    }

    @Test func `what a file held at a moment is known, and nothing of later`() throws {
        _ = try DefinitionRegister.takeUp(setup, store: store, now: Self.moment(1), logger: logger)
        let strategy = setup.strategies[0]
        let before = try store.read {
            try DefinitionRegister.read(strategy, knownAt: Self.moment(0), from: $0)
        }
        let after = try store.read {
            try DefinitionRegister.read(strategy, knownAt: Self.moment(1), from: $0)
        }
        #expect(before.strategy == after.strategy)
    }

    @Test func `a table of letters gets a version of its own whenever it changes`() throws {
        func version(_ letters: LetterTable, _ second: Int64) throws -> String {
            let changed = Setup(
                configuration: Configuration(
                    file: "", strategies: setup.configuration.strategies, state: folder.path,
                    drops: folder.path, letters: letters), strategies: setup.strategies)
            return try DefinitionRegister.takeUp(
                changed, store: store, now: Self.moment(second), logger: logger
            ).letters.version
        }
        let other = LetterTable(version: "city", letters: [.achieved: "◎"])
        #expect(try version(.standard, 1) == "1")
        #expect(try version(.standard, 2) == "1")
        #expect(try version(other, 3) == "2")
        #expect(try version(.standard, 4) == "3")
        let then = try store.read { try $0.letters(knownAt: Self.moment(3)) }
        #expect(then == other.recorded(as: 2))
        #expect(try store.read { try $0.letters(knownAt: Self.moment(0)) } == nil)
    }
}
