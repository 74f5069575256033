import ShirubeCore
import Synchronization
import Testing

@testable import Shirube

/// Whatever several threads make of a drop is what one makes of it.
@Suite struct DropReadingTests {
    private static let strategy = SampleSummary.strategy
    private static let today = CivilDate(dayNumber: 19_282)
    private static let header = "指標ID,年度,期間,内訳,実績値,区分\r\n"

    /// Takes readings, and fails at the batch of a number.
    private struct Pile: ReadingSink {
        struct Full: Error {}

        let takesReadings = true
        var fullAt: Int?
        var batches = 0
        var readings: [Reading] = []

        mutating func begin() { readings = [] }

        mutating func take(_ batch: ReadingBatch) throws {
            batches += 1
            if batches == fullAt { throw Full() }
            readings += batch.readings(of: strategy, department: Identifier("shoko"))
        }
    }

    private static var id: String {
        get throws {
            try #require(
                strategy.indicators.first {
                    $0.departments.contains(Identifier("shoko")) && $0.kind.isFlow
                }
            ).id.text
        }
    }

    /// Rows enough for a drop to be large, each with a part of its own.
    private static func rows() throws -> String {
        let id = try id
        let name = String(repeating: "Branch ", count: 15)
        return (1...10_000).map { "\(id),R4,Q\($0 % 2 + 1),\(name)\($0),\($0 * 7 % 1_000),確報" }
            .joined(separator: "\r\n")
    }

    private static func reading(
        _ bytes: [UInt8], progress: @escaping (Int) -> Void = { _ in }
    ) -> DropReading {
        DropReading(
            parser: DropParser(strategy: strategy, department: Identifier("shoko")),
            content: { Array(bytes[$0]) }, size: bytes.count, name: "a.csv", today: today,
            progress: progress)
    }

    private static func expectAlike(_ bytes: [UInt8]) throws -> ParsedDrop {
        try #require(bytes.count > DropReading.largeSize)
        var alone = Pile()
        let parser = DropParser(strategy: strategy, department: Identifier("shoko"))
        let expected = try parser.parse(
            DropBytes(bytes), fileName: "a.csv", today: today, into: &alone)
        #expect(try reading(bytes).check() == expected)
        var pile = Pile()
        let drop = try reading(bytes).read(history: { _ in CurrentReadings([]) }, into: &pile)
        #expect(drop == expected)
        #expect(pile.readings == alone.readings)
        return drop
    }

    @Test(arguments: ["utf8", "cp932"])
    func `a large drop is read by several threads as by one`(encoding: String) throws {
        let text = try Self.header + Self.rows()
        let bytes = encoding == "utf8" ? Array(text.utf8) : try CP932.encode(text)
        let drop = try Self.expectAlike(bytes)
        #expect(drop.isAcceptable)
        #expect(drop.readingCount == 10_000)
    }

    @Test func `an encoding that shows only far below the beginning is found`() throws {
        let ascii = "# " + String(repeating: "x", count: 300_000) + "\r\n"
        let text = try Self.header + Self.rows()
        let drop = try Self.expectAlike(Array(ascii.utf8) + CP932.encode(text))
        #expect(drop.encoding == TextEncoding.cp932.rawValue)
    }

    @Test func `a byte that fits no encoding refuses a drop, however late it comes`() throws {
        let bytes = try Array((Self.header + Self.rows()).utf8) + [0xFF, 0xFF, 0x0A]
        #expect(try Self.expectAlike(bytes).findings.map(\.rule) == [Rule.encodingUnknown.rawValue])
    }

    @Test func `figures given twice are found across all of a large drop`() throws {
        let rows = try Self.rows()
        let last = try #require(rows.split(separator: "\r\n").last)
        let again = "\r\n" + last.replacing(",確報", with: "1,確報") + "\r\n"
        let drop = try Self.expectAlike(Array((Self.header + rows + again).utf8))
        #expect(drop.findings.map(\.rule) == [Rule.duplicateDifferent.rawValue])
    }

    @Test func `where the ledger fails the parser ends, and the reason is thrown`() throws {
        let bytes = try Array((Self.header + Self.rows()).utf8)
        for batch in [1, 2, 3] {
            var pile = Pile(fullAt: batch)
            #expect(throws: Pile.Full.self) {
                try Self.reading(bytes).read(history: { _ in CurrentReadings([]) }, into: &pile)
            }
            #expect(pile.batches == batch)
        }
        var pile = Pile()
        #expect(throws: Pile.Full.self) {
            try Self.reading(bytes).read(history: { _ in throw Pile.Full() }, into: &pile)
        }
    }

    @Test func `where the content cannot be read that is thrown`() throws {
        let whole = try Array((Self.header + Self.rows()).utf8)
        let short = DropReading(
            parser: DropParser(strategy: Self.strategy, department: Identifier("shoko")),
            content: { Array(whole[$0].prefix(600_000 - $0.lowerBound)) }, size: whole.count,
            name: "a.csv", today: Self.today, progress: { _ in })
        #expect(throws: DropBytes.Shortfall.self) { try short.check() }
        var pile = Pile()
        #expect(throws: DropBytes.Shortfall.self) {
            try short.read(history: { _ in CurrentReadings([]) }, into: &pile)
        }
    }

    @Test func `how far it is can be told while it is read`() throws {
        let bytes = try Array((Self.header + Self.rows()).utf8)
        let told = Mutex(0)
        _ = try Self.reading(bytes) { count in told.withLock { $0 += count } }.check()
        #expect(told.withLock { $0 } >= bytes.count)
    }
}
