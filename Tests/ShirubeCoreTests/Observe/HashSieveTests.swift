import Testing

@testable import ShirubeCore

@Suite struct HashSieveTests {
    /// Counts what is laid aside, and may refuse it.
    private final class Room {
        struct Full: Error {}

        var hashes: [UInt64] = []
        var capacity = Int.max

        var room: HashRoom {
            HashRoom(
                append: { added in
                    guard self.hashes.count + added.count <= self.capacity else { throw Full() }
                    self.hashes += added
                }, read: { Array(self.hashes[$0]) })
        }
    }

    private func repeated(
        _ hashes: [UInt64], capacity: Int, maximum: Int = 100_000
    ) throws -> (found: Set<UInt64>?, laidAside: Int) {
        let room = Room()
        var sieve = HashSieve(capacity: capacity, maximumRepeated: maximum) { room.room }
        for hash in hashes { sieve.add(hash) }
        return (try sieve.repeated(), room.hashes.count)
    }

    @Test(arguments: [10, 100, 1_000, 5_037, 5_038, 100_000])
    func `what occurs twice is found, in memory or laid aside`(capacity: Int) throws {
        var random = SeededSequence(state: 7)
        let once = (0..<5_000).map { _ in random.next() }
        let twice = Array(once.prefix(37))
        let (found, laidAside) = try repeated(once + twice, capacity: capacity)
        #expect(found == Set(twice))
        #expect((laidAside == 0) == (capacity > 5_037))
        #expect(laidAside <= 5_037)
    }

    @Test func `a hash that all share is one, and no hash is none`() throws {
        let same = [UInt64](repeating: 42, count: 3_000)
        #expect(try repeated(same, capacity: 10_000).found == [42])
        let endless = try repeated(same, capacity: 10)
        #expect(endless.found == [42] && endless.laidAside == 0)
        #expect(try repeated([], capacity: 10).found == [])
        #expect(try repeated([0], capacity: 10).found == [])
        for capacity in [2, 10] {
            #expect(try repeated([0, .max, 0, .max], capacity: capacity).found == [0, .max])
        }
    }

    @Test(arguments: [50, 1 << 20])
    func `of too many that occur twice it is not said which`(capacity: Int) throws {
        let hashes = (0...1_000).map { ByteWord.mixed(UInt64($0)) }
        let fewer = hashes.dropLast()
        #expect(try repeated(hashes + hashes, capacity: capacity, maximum: 1_000).found == nil)
        #expect(
            try repeated(hashes + fewer, capacity: capacity, maximum: 1_000).found == Set(fewer))
    }

    @Test func `what could not be laid aside is said in the end, and not forgotten`() {
        let room = Room()
        room.capacity = 20
        var sieve = HashSieve(capacity: 10) { room.room }
        for number in 0..<100 { sieve.add(ByteWord.mixed(UInt64(number))) }
        #expect(throws: Room.Full.self) { try sieve.repeated() }
    }
}
