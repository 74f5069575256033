/// Finds the hashes that occur more than once among very many, in bounded memory and in time that grows with their number.
///
/// What does not fit into memory is laid aside in runs, each in ascending order. In the end every run is read once, a
/// slice of all runs at a time: equal hashes lie in the same slice.
struct HashSieve {
    /// Most hashes that are kept in memory: 8 MiB, and as much again while they are put in order.
    static let capacity = 1 << 20

    /// A run is read in so many slices, by the first bits of its hashes.
    private static let sliceBits = 8

    private let capacity: Int
    /// Where more hashes than these occur twice, it is not said which.
    private let maximumRepeated: Int
    private let makeRoom: () throws -> HashRoom
    private var hashes: [UInt64] = []
    /// Where hashes are laid aside; nil as long as all of them are in memory.
    private var room: HashRoom?
    /// Where each slice of each run begins in that room, and where the run ends.
    private var runs: [[Int]] = []
    /// Those that were found to occur more than once already.
    private var known: Set<UInt64> = []
    private var failure: (any Error)?

    /// Makes an empty sieve, which keeps `capacity` hashes in memory and asks for room for those beyond.
    ///
    /// Where more than `maximumRepeated` hashes occur twice, it does not say which.
    init(
        capacity: Int = HashSieve.capacity,
        maximumRepeated: Int = DropLimits().maximumRepetitions,
        room: @escaping () throws -> HashRoom = { .inMemory() }
    ) {
        self.capacity = capacity
        self.maximumRepeated = maximumRepeated
        makeRoom = room
    }

    /// Takes a hash.
    @inline(__always)
    mutating func add(_ hash: UInt64) {
        hashes.append(hash)
        if hashes.count >= capacity { layAside() }
    }

    /// The hashes that were added more than once; nil where they are more than `maximumRepeated`.
    ///
    /// The sieve is empty afterwards.
    ///
    /// - Throws: what kept hashes from being laid aside, or from being read back.
    mutating func repeated() throws -> Set<UInt64>? {
        defer {
            self = HashSieve(
                capacity: capacity, maximumRepeated: maximumRepeated, room: makeRoom)
        }
        if !runs.isEmpty { layAside() }
        if let failure { throw failure }
        guard let room else {
            putInOrder()
            return known.count > maximumRepeated ? nil : known
        }
        for slice in 0..<1 << Self.sliceBits {
            hashes.removeAll(keepingCapacity: true)
            for run in runs where run[slice] < run[slice + 1] {
                hashes += try room.read(run[slice]..<run[slice + 1])
            }
            putInOrder(commonBits: Self.sliceBits)
            if known.count > maximumRepeated { return nil }
        }
        return known
    }

    /// Lays aside what is in memory as a run.
    private mutating func layAside() {
        putInOrder()
        // The same hash over and over takes no room of its own.
        guard hashes.count > capacity / 2 || !runs.isEmpty, failure == nil else { return }
        do {
            let room = try room ?? makeRoom()
            self.room = room
            let start = runs.last?.last ?? 0
            var places: [Int] = []
            for (position, hash) in hashes.enumerated() {
                while places.count <= Int(hash >> UInt64(64 - Self.sliceBits)) {
                    places.append(start + position)
                }
            }
            while places.count <= 1 << Self.sliceBits { places.append(start + hashes.count) }
            try room.append(hashes)
            runs.append(places)
        } catch {
            failure = error
        }
        hashes.removeAll(keepingCapacity: true)
    }

    /// Puts the hashes in memory in ascending order, each once, and takes note of those that are there more than once.
    ///
    /// `commonBits` is how many of their first bits all of them share.
    private mutating func putInOrder(commonBits: Int = 0) {
        hashes = Self.ordered(hashes, commonBits: commonBits)
        var kept = 0
        for hash in hashes {
            if kept > 0, hashes[kept - 1] == hash {
                // Beyond so many it does not matter which.
                if known.count <= maximumRepeated { known.insert(hash) }
            } else {
                hashes[kept] = hash
                kept += 1
            }
        }
        hashes.removeLast(hashes.count - kept)
    }

    private static func ordered(_ taken: [UInt64], commonBits: Int) -> [UInt64] {
        guard taken.count > 1 else { return taken }
        // Hashes are spread evenly, so that a bucket for every four holds few.
        let bits = max(1, Int.bitWidth - taken.count.leadingZeroBitCount - 2)
        let free = UInt64(64 - commonBits - bits)
        let mask = UInt64(1) << UInt64(bits) - 1
        var ends = [Int32](repeating: 0, count: 1 << bits + 1)
        for hash in taken { ends[Int(hash >> free & mask) + 1] += 1 }
        for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
        var ordered = [UInt64](repeating: 0, count: taken.count)
        for hash in taken {
            let bucket = Int(hash >> free & mask)
            ordered[Int(ends[bucket])] = hash
            ends[bucket] += 1
        }
        // By now each end is where its own bucket ends.
        var start = 0
        for bucket in 0..<ends.count - 1 {
            let end = Int(ends[bucket])
            order(&ordered, start..<end)
            start = end
        }
        return ordered
    }

    /// Puts the hashes of a bucket in ascending order.
    private static func order(_ hashes: inout [UInt64], _ bucket: Range<Int>) {
        // Rows that are all alike fall into one bucket; few others hold more than a handful.
        if bucket.count > 32 {
            hashes[bucket].sort()
            return
        }
        for position in bucket.dropFirst() {
            let hash = hashes[position]
            var place = position
            while place > bucket.lowerBound, hashes[place - 1] > hash {
                hashes[place] = hashes[place - 1]
                place -= 1
            }
            hashes[place] = hash
        }
    }
}
