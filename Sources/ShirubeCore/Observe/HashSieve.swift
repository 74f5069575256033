/// Finds the hashes that occur more than once among very many, in bounded memory.
///
/// At first it takes all hashes. Once there are more than it keeps, it forgets those outside a share of all hashes,
/// halving the share as often as it takes; those outside are looked at by reading the same hashes again, one share at
/// a time.
struct HashSieve {
    /// Most hashes that are kept: 16 MiB, and as much again while they are looked through.
    static let capacity = 2 << 20

    /// How many equal shares there are; a power of two.
    private(set) var shareCount: Int
    /// Which share is taken.
    private let share: Int
    private var hashes: [UInt64] = []
    /// Those that were found to occur more than once already.
    private var known: Set<UInt64> = []
    private let capacity: Int
    private var shift: Int

    /// More shares are not made, however the hashes lie: a drop is not read without end.
    private static let maximumShares = 1_024

    /// Makes a sieve for one of `shareCount` shares; the first one may turn out to need more of them.
    init(share: Int = 0, of shareCount: Int = 1, capacity: Int = HashSieve.capacity) {
        self.share = share
        self.shareCount = shareCount
        self.capacity = capacity
        shift = 64 - shareCount.trailingZeroBitCount
    }

    /// Takes a hash, if it is of the sieve's share.
    @inline(__always)
    mutating func add(_ hash: UInt64) {
        // A shift by 64 gives zero: the only share is number 0.
        guard hash >> UInt64(shift) == UInt64(share) else { return }
        hashes.append(hash)
        if hashes.count > capacity, share == 0 { makeRoom() }
    }

    private mutating func makeRoom() {
        // The same over and over takes no room of its own.
        hashes.sort()
        var kept = 0
        for hash in hashes {
            if kept > 0, hashes[kept - 1] == hash {
                known.insert(hash)
            } else {
                hashes[kept] = hash
                kept += 1
            }
        }
        hashes.removeLast(hashes.count - kept)
        guard shareCount < Self.maximumShares else { return }
        while hashes.count > capacity / 2, shareCount < Self.maximumShares {
            shareCount *= 2
            shift -= 1
            hashes.removeAll { $0 >> UInt64(shift) != 0 }
        }
        known = known.filter { $0 >> UInt64(shift) == 0 }
    }

    /// The hashes that were added more than once; the sieve is empty afterwards.
    mutating func repeated() -> Set<UInt64> {
        defer {
            hashes = []
            known = []
        }
        return known.union(Self.repeated(in: hashes, shareCount: shareCount))
    }

    private static func repeated(in taken: [UInt64], shareCount: Int) -> Set<UInt64> {
        var repeated: Set<UInt64> = []
        guard taken.count > 1 else { return repeated }
        // Hashes are spread evenly, so that a bucket for every four holds few.
        let bits = max(1, Int.bitWidth - taken.count.leadingZeroBitCount - 2)
        let free = UInt64(64 - shareCount.trailingZeroBitCount - bits)
        let mask = UInt64(1) << UInt64(bits) - 1
        var ends = [Int32](repeating: 0, count: 1 << bits + 1)
        for hash in taken { ends[Int(hash >> free & mask) + 1] += 1 }
        for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
        var sorted = [UInt64](repeating: 0, count: taken.count)
        for hash in taken {
            let bucket = Int(hash >> free & mask)
            let start = ends[bucket]
            sorted[Int(start)] = hash
            ends[bucket] += 1
        }
        // By now each end is where its own bucket ends.
        var start = 0
        for bucket in 0..<ends.count - 1 {
            let end = Int(ends[bucket])
            if end - start > 1 { compare(sorted[start..<end], into: &repeated) }
            start = end
        }
        return repeated
    }

    private static func compare(_ bucket: ArraySlice<UInt64>, into repeated: inout Set<UInt64>) {
        // Rows that are all alike fall into one bucket; few others hold more than a handful.
        if bucket.count > 32 {
            var last: UInt64?
            for hash in bucket.sorted() {
                if hash == last { repeated.insert(hash) }
                last = hash
            }
            return
        }
        for position in bucket.indices.dropFirst()
        where bucket[..<position].contains(bucket[position]) {
            repeated.insert(bucket[position])
        }
    }
}
