import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct StoreTests {
    private let temporary: TemporaryFolder
    private let strategy = Identifier<Strategy>("s")
    private let start = Timestamp(milliseconds: 1_000_000)

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func makeStore() throws -> Store {
        try Store(path: temporary.path + "/ledger.sqlite", now: start)
    }

    private func file(_ claim: String, _ outcome: DropOutcome = .accepted) -> DropFileRow {
        DropFileRow(
            strategy: strategy, department: Identifier("d"), claim: claim, name: "a.csv",
            sha256: "00", bytes: 1, encoding: "UTF-8", outcome: outcome, readingCount: 1,
            findingCount: 0, takenAt: start)
    }

    @Test func `a transaction that throws leaves nothing behind`() throws {
        struct Interruption: Error {}
        let store = try makeStore()
        #expect(throws: Interruption.self) {
            try store.write { ledger in
                try ledger.insert(file("c1"), readings: nil)
                throw Interruption()
            }
        }
        #expect(try store.read { try $0.dropFile(claim: "c1") } == nil)
    }

    @Test func `a judgement is stored once, and found as of any moment`() throws {
        func standing(_ value: Double, _ status: Status) -> Standing {
            Standing(
                indicator: Identifier("k"), period: Period(code: "FY2022Q2"), value: value,
                expected: 12.5, achievementRate: nil, progressRate: 33.25, status: status,
                reasons: [
                    Standing.Reason(code: "pace", text: Wording(ja: "遅い", en: "slow")),
                    Standing.Reason(code: "gap", text: Wording(ja: "欠け", en: "gap")),
                ], rule: "pace-1")
        }
        let store = try makeStore()
        let later = start.adding(seconds: 60)
        let steps = [(8.0, Status.lagging, start), (8, .lagging, later), (9, .watch, later)]
        let stored = try store.write { ledger in
            try steps.map { value, status, moment in
                try ledger.insertIfChanged(
                    standing(value, status), strategy: strategy, now: moment)
            }
        }
        #expect(stored == [true, false, true])
        func newest(_ moment: Timestamp) throws -> Standing? {
            try store.read {
                try $0.standing(of: Identifier("k"), strategy: strategy, asOf: moment)
            }
        }
        #expect(try newest(start.adding(seconds: -1)) == nil)
        #expect(try newest(start) == standing(8, .lagging))
        #expect(try newest(later) == standing(9, .watch))
    }

    @Test func `one cause makes one notice, however often it is told`() throws {
        let store = try makeStore()
        let notice = Notice(
            key: "summary/s/FY2022Q2", kind: .summary, subject: "まとめ",
            messages: [
                Notice.Message(route: .mail(address: "a@city.example"), payload: [1]),
                Notice.Message(route: .webhook(channel: "chat"), part: 1, payload: [2]),
            ])
        try store.write { ledger in
            try ledger.enqueue(notice, strategy: strategy, now: start)
            try ledger.enqueue(notice, strategy: strategy, now: start)
        }
        let due = try store.write { ledger in
            try [Lane.mail, .channel("chat")].flatMap {
                try ledger.grant($0, limit: 10, boot: "b", now: start)
            }
        }
        #expect(due.map(\.payload) == [[1], [2]])
        #expect(due.map(\.route) == [.mail(address: "a@city.example"), .webhook(channel: "chat")])
    }

    @Test func `a ledger keeps its birth when it is opened again`() throws {
        _ = try makeStore()
        let again = try Store(
            path: temporary.path + "/ledger.sqlite", now: start.adding(seconds: 9))
        #expect(try again.read { try $0.created() } == start)
    }

    @Test func `where no daemon has run an empty ledger is read, and no file is made`() throws {
        let store = try Store(readingFrom: temporary.path + "/none.sqlite")
        #expect(try store.read { try $0.dropFile(claim: "c1") } == nil)
        #expect(temporary.names("").isEmpty)
    }

    @Test func `a file that is no ledger is refused with its path and a remedy`() throws {
        try temporary.write("ledger.sqlite", String(repeating: "no database ", count: 100))
        do {
            _ = try makeStore()
            Issue.record("a text file was opened as a ledger")
        } catch {
            #expect("\(error)".contains("ledger.sqlite"))
            #expect("\(error)".contains("restore a backup"))
        }
    }
}
