import ShirubeCore

/// Reads how drops are taken in.
enum IntakeReader {
    /// The settings of the block `intake`.
    static func intake(_ map: YAMLMap) -> Configuration.Intake? {
        let standard = Configuration.Intake()
        let settle = map.optional("settleSeconds")?.seconds(in: 0...3_600)
        let poll = map.optional("pollSeconds")?.seconds(in: 1...86_400)
        let bytes = map.optional("maximumBytes")?.bytes(upTo: 64 << 30)
        let limits = limits(map)
        let pending = map.optional("maximumPending")?.integer(in: 1...1_000_000)
        let turn = map.optional("maximumPerTurn")?.integer(in: 1...10_000)
        let free = map.optional("minimumFreeBytes")?.bytes(upTo: 1 << 50)
        let done = map.optional("doneFiles")?.flag()
        let answer = map.optional("answerSeconds")?.seconds(in: 1...3_600)
        return Configuration.Intake(
            settleSeconds: settle ?? standard.settleSeconds, pollSeconds: poll,
            maximumBytes: bytes ?? standard.maximumBytes, limits: limits,
            maximumPending: pending ?? standard.maximumPending,
            maximumPerTurn: turn ?? standard.maximumPerTurn,
            minimumFreeBytes: free ?? standard.minimumFreeBytes,
            doneFiles: done ?? standard.doneFiles,
            answerSeconds: answer ?? standard.answerSeconds)
    }

    private static func limits(_ map: YAMLMap) -> DropLimits {
        let standard = DropLimits()
        let rows = map.optional("maximumRows")?.integer(in: 1...1_000_000_000)
        let columns = map.optional("maximumColumns")?.integer(in: 1...16_384)
        let cell = map.optional("maximumCellLength")?.integer(in: 1...1_000_000)
        return DropLimits(
            maximumRows: rows ?? standard.maximumRows,
            maximumColumns: columns ?? standard.maximumColumns,
            maximumCellLength: cell ?? standard.maximumCellLength)
    }
}
