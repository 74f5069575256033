/// The figures of a drop, each with a number: the place at which it was first spoken of.
///
/// They lie in blocks, so that a batch that is on its way can share them with the list while that goes on growing.
package struct FigureList: Sendable {
    private static let blockSize = 1 << 10
    private var blocks: [[ReadingBatch.Figure]] = []
    /// How many there are.
    package private(set) var count = 0

    /// The figure with a number, from 0.
    package subscript(number: Int) -> ReadingBatch.Figure {
        blocks[number / Self.blockSize][number % Self.blockSize]
    }

    /// All numbers, in order.
    package var indices: Range<Int> { 0..<count }

    /// Makes an empty list.
    package init() {}

    mutating func append(_ figure: ReadingBatch.Figure) {
        if count % Self.blockSize == 0 { blocks.append([]) }
        blocks[count / Self.blockSize].append(figure)
        count += 1
    }
}
