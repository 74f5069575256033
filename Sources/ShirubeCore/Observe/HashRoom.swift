/// Where hashes are laid aside that are more than should lie in memory: added at the end, and read back by their places.
package struct HashRoom {
    /// Adds hashes at the end; throws where there is no room for them.
    package let append: ([UInt64]) throws -> Void
    /// The hashes of a range of places; throws where they cannot be read.
    package let read: (Range<Int>) throws -> [UInt64]

    /// Makes room of what adds hashes at the end, and what reads those of a range of places.
    package init(
        append: @escaping ([UInt64]) throws -> Void,
        read: @escaping (Range<Int>) throws -> [UInt64]
    ) {
        self.append = append
        self.read = read
    }

    /// Room in memory, where there is no other.
    package static func inMemory() -> HashRoom {
        final class Pile { var hashes: [UInt64] = [] }
        let pile = Pile()
        return HashRoom(
            append: { pile.hashes += $0 }, read: { Array(pile.hashes[$0]) })
    }
}
