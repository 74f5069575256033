import Testing

@testable import ShirubeCore

@Suite struct HashSieveTests {
    private func repeated(_ hashes: [UInt64], capacity: Int) -> (Set<UInt64>, passes: Int) {
        var first = HashSieve(capacity: capacity)
        for hash in hashes { first.add(hash) }
        var found = first.repeated()
        for share in 1..<max(1, first.shareCount) {
            var sieve = HashSieve(share: share, of: first.shareCount, capacity: capacity)
            for hash in hashes { sieve.add(hash) }
            found.formUnion(sieve.repeated())
        }
        return (found, first.shareCount)
    }

    @Test(arguments: [10, 100, 1_000, 100_000])
    func `what occurs twice is found, in one share or in many`(capacity: Int) {
        var random = SeededSequence(state: 7)
        let once = (0..<5_000).map { _ in random.next() }
        let twice = Array(once.prefix(37))
        let (found, passes) = repeated(once + twice, capacity: capacity)
        #expect(found == Set(twice))
        #expect((passes == 1) == (capacity > 5_037))
    }

    @Test func `a hash that all share is one, and no hash is none`() {
        #expect(repeated(Array(repeating: 42, count: 3_000), capacity: 10_000).0 == [42])
        let endless = repeated(Array(repeating: 42, count: 3_000), capacity: 10)
        #expect(endless.0 == [42] && endless.passes == 1)
        #expect(repeated([], capacity: 10).0 == [])
        #expect(repeated([0], capacity: 10).0 == [])
        #expect(repeated([0, .max, 0, .max], capacity: 10).0 == [0, .max])
    }
}
