import Testing

@testable import Shirube
@testable import ShirubeCore

@Suite struct FailureDeskTests {
    private let strategy = Strategy(
        id: Identifier("s"), name: "s", city: "s", term: 2020...2024, outlook: [],
        departments: [Department(id: Identifier("a"), name: "甲課")],
        planningDepartment: Identifier("a"), goals: [], directions: [], measures: [], programs: [],
        indicators: [])

    @Test func `what fails is one alert as long as it does, and closed once it is known to work`()
        throws
    {
        let folder = try TemporaryFolder()
        let now = Timestamp(milliseconds: 1_000)
        let store = try Store(path: folder.path + "/l.sqlite", now: now)
        let desk = FailureDesk(strategy: strategy, now: now)
        func settle(_ folders: [String], closes: Bool = true) throws -> [String] {
            try store.write { ledger in
                try desk.settle(
                    prefix: "folder:", failing: folders.map(FailureDesk.Failure.init(folder:)),
                    closes: closes, in: ledger)
                try desk.settle(prefix: "route:", failing: [], in: ledger)
                return try ledger.openAlerts(strategy: strategy.id).map { "\($0.id) \($0.subject)" }
            }
        }
        #expect(try settle(["a"]) == ["1 folder:a"])
        #expect(try settle(["a", "b"]) == ["1 folder:a", "2 folder:b"])
        #expect(try settle(["b"], closes: false) == ["1 folder:a", "2 folder:b"])
        #expect(try settle(["b"]) == ["2 folder:b"])
        #expect(try settle([]) == [])
        #expect(try settle(["a"]) == ["3 folder:a"])
        let first = try store.read { try $0.alert(1, strategy: strategy.id) }
        #expect(first?.transitions.map(\.kind) == [.opened, .closed])
        #expect(first?.spur.reason.text.japanese.contains("フォルダーaが応答しません") == true)
    }

    @Test func `what the configuration does not name any more fails no longer`() throws {
        let folder = try TemporaryFolder()
        let now = Timestamp(milliseconds: 0)
        let store = try Store(path: folder.path + "/l.sqlite", now: now)
        let desk = FailureDesk(strategy: strategy, now: now)
        func settle(known: Set<String>) throws -> [String] {
            try store.write { ledger in
                try desk.settle(
                    prefix: "route:",
                    failing: ["a", "b"].map {
                        FailureDesk.Failure(name: $0, text: Wording(ja: "x", en: "x"))
                    }, isKnown: known.contains, in: ledger)
                return try ledger.openAlerts(strategy: strategy.id).map(\.subject)
            }
        }
        #expect(try settle(known: ["a", "b"]) == ["route:a", "route:b"])
        #expect(try settle(known: ["b"]) == ["route:b"])
        let closed = try store.read { try $0.alert(1, strategy: strategy.id) }
        #expect(closed?.transitions.last?.reason.text.japanese == "設定からなくなりました。")
    }

    @Test func `a route by which the last message was given up fails until one arrives`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(
            path: folder.path + "/l.sqlite", now: Timestamp(milliseconds: 0))
        func send(_ key: String, _ fate: Ledger.Fate, at second: Int64) throws {
            let now = Timestamp(milliseconds: second * 1_000)
            try store.write { ledger in
                let notice = Notice(
                    key: key, kind: .alert, subject: key,
                    messages: [
                        Notice.Message(route: .mail(address: "a@city.example"), payload: [1])
                    ])
                try ledger.enqueue(notice, strategy: strategy.id, now: now)
                let due = try ledger.grant(.mail, limit: 1, boot: "b", now: now)
                let delivery = try #require(due.first)
                let begun = try ledger.beginAttempt(delivery, now: now)
                let attempt = try #require(begun)
                try ledger.endAttempt(attempt, outcome: "x", detail: "", fate: fate, now: now)
            }
        }
        func dead() throws -> [Timestamp] {
            try store.read {
                try $0.deadRoutes(strategy: strategy.id, since: Timestamp(milliseconds: 0))
                    .map(\.at)
            }
        }
        try send("one", .delivered, at: 1)
        #expect(try dead() == [])
        try send("two", .dead, at: 2)
        #expect(try dead() == [Timestamp(milliseconds: 2_000)])
        try send("three", .delivered, at: 3)
        #expect(try dead() == [])
    }
}
