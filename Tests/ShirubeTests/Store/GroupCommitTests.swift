import Foundation
import GRDB
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct GroupCommitTests {
    private let temporary: TemporaryFolder
    private let store: Store

    private struct Refused: Error, Equatable {
        let number: Int
    }

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(
            path: temporary.path + "/ledger.sqlite", now: Timestamp(milliseconds: 1_000_000))
        try store.write { ledger in
            try ledger.db.execute(sql: "CREATE TABLE mark (number INTEGER PRIMARY KEY)")
        }
    }

    private func marks() throws -> [Int] {
        try store.read { try Int.fetchAll($0.db, sql: "SELECT number FROM mark ORDER BY number") }
    }

    /// Has many threads write at the same time, and gives what each of them got, by its number.
    private func together(
        _ count: Int, _ body: @escaping @Sendable (Int, Ledger) throws -> Int
    ) async -> [Int: Result<Int, Refused>] {
        let store = store
        return await withTaskGroup { group in
            for number in 0..<count {
                let executor = BlockingExecutor(label: "test.\(number)")
                group.addTask(executorPreference: executor) {
                    do {
                        let value = try store.writeTogether(lightly: number % 3 > 0) {
                            try body(number, $0)
                        }
                        return (number, Result<Int, Refused>.success(value))
                    } catch {
                        return (number, .failure(error as? Refused ?? Refused(number: -1)))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test func `each gets its own result, and all is there`() async throws {
        let results = await together(40) { number, ledger in
            try ledger.db.execute(sql: "INSERT INTO mark VALUES (?)", arguments: [number])
            return number * 2
        }
        #expect(
            results == Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, .success($0 * 2)) }))
        #expect(try marks() == Array(0..<40))
    }

    @Test func `who fails is told, leaves nothing, and takes nobody along`() async throws {
        let results = await together(40) { number, ledger in
            try ledger.db.execute(sql: "INSERT INTO mark VALUES (?)", arguments: [number])
            if number % 7 == 3 { throw Refused(number: number) }
            return number
        }
        let failing = Array(stride(from: 3, to: 40, by: 7))
        #expect(
            results.filter { $0.value == .failure(Refused(number: $0.key)) }.keys.sorted()
                == failing)
        #expect(try marks() == (0..<40).filter { !failing.contains($0) })
    }

    @Test func `those that come while one is committed share the next transaction`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let store = store
        let first = Task.detached(executorPreference: BlockingExecutor(label: "test.first")) {
            try store.writeTogether(lightly: false) { _ in gate.wait() }
        }
        // The audit's hashes are given at the end of each transaction: all of one have the same batch.
        async let others = together(20) { number, ledger in
            try ledger.db.execute(
                sql: "INSERT INTO audit (fact, key, content) VALUES ('test', ?, '{}')",
                arguments: ["\(number)"])
            return number
        }
        try await Task.sleep(for: .seconds(1))
        gate.signal()
        try await first.value
        #expect(await others.count == 20)
        let batches = try store.read {
            try Int.fetchOne(
                $0.db, sql: "SELECT COUNT(DISTINCT batch) FROM audit WHERE fact = 'test'")
        }
        // A thread that the machine was slow to start may come late.
        #expect((1...10) ~= batches ?? 0)
    }

    @Test
    func `a commit that is not light is followed by light ones, and waits for the disk itself`()
        throws
    {
        try store.writeTogether(lightly: true) {
            try $0.db.execute(sql: "INSERT INTO mark VALUES (1)")
        }
        let level = try store.read { try Int.fetchOne($0.db, sql: "PRAGMA synchronous") }
        #expect(level == 2)
        #expect(throws: Refused(number: 1)) {
            try store.writeTogether(lightly: true) { _ in throw Refused(number: 1) }
        }
        #expect(try store.read { try Int.fetchOne($0.db, sql: "PRAGMA synchronous") } == 2)
    }
}
