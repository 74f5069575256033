/// Draws a few figures in the height of one line.
package enum Sparkline {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    /// What stands for a figure that is missing.
    private static let gap: Character = "·"

    /// A block for each value, from the lowest `▁` to the highest `█`, and `·` for nil; empty for no values.
    ///
    /// The blocks say how the values lie to each other, not how far they are from zero. Where all are the same, each is
    /// the block in the middle.
    package static func text(_ values: [Double?]) -> String {
        let known = values.compactMap(\.self).filter(\.isFinite)
        guard let least = known.min(), let most = known.max() else {
            return String(values.map { _ in gap })
        }
        return String(
            values.map { value in
                guard let value, value.isFinite else { return gap }
                guard most > least else { return blocks[3] }
                // Halved first: the way from the lowest to the highest number is no number.
                let share = (value / 2 - least / 2) / (most / 2 - least / 2)
                return blocks[min(blocks.count - 1, Int(share * Double(blocks.count)))]
            })
    }
}
