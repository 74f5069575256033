import Testing

@testable import Shirube
@testable import ShirubeCore

@Suite struct SilenceTableTests {
    @Test func `a silence holds until its day, or until it is ended`() throws {
        let folder = try TemporaryFolder()
        let now = Timestamp(milliseconds: 0)
        let store = try Store(path: folder.path + "/l.sqlite", now: now)
        let strategy = Identifier<Strategy>("s")
        let until = try #require(CivilDate(iso: "2022-12-28"))
        let silence = Silence(
            indicator: Identifier("i-1"), department: nil, type: .lagging, until: until,
            reason: "改修", author: "課長", at: now)
        func holding(_ day: CivilDate) throws -> [Int64] {
            try store.read {
                try $0.silences(strategy: strategy, at: Timestamp(japanDate: day)).map(\.id)
            }
        }
        let ids = try store.write { ledger in
            try (0..<2).map { _ in try ledger.insert(silence, strategy: strategy) }
        }
        #expect(ids == [1, 2])
        #expect(try holding(until) == [1, 2])
        #expect(try holding(until.adding(days: 1)) == [])
        try store.write {
            try $0.endSilence(1, strategy: strategy, reason: "済み", by: "課長", now: now)
        }
        #expect(try holding(until) == [2])
        let kept = try store.read {
            try $0.silences(strategy: strategy, at: Timestamp(japanDate: until)).first
        }
        #expect(kept?.type == .lagging && kept?.indicator == Identifier("i-1"))
        #expect(kept?.reason == "改修" && kept?.until == until)
    }
}
