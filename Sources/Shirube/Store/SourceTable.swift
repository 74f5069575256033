import GRDB
import ShirubeCore

extension Ledger {
    /// Where the figures in force are from, in the order of their periods.
    ///
    /// Each with the indicator that it was reported for, and as it was reported: a figure that was taken over from the
    /// plan before stands in that plan's unit.
    /// Of a figure of which only the sum of its many parts is known, the last part's line stands for all.
    func sources(of current: CurrentReadings) throws -> [JudgementAccount.Source] {
        try current.figures.flatMap { figure in
            let numbers = figure.partSum.map { [$0.sequence] } ?? figure.readings.map(\.sequence)
            return try numbers.compactMap { number in
                try source(number, parts: figure.partSum?.count)
            }
        }
    }

    private func source(
        _ reading: Int64, parts: Int?
    ) throws -> JudgementAccount.Source? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT g.period, g.basis, r.part, r.value, r.stage, r.certainty, r.line, f.name,
                    f.taken_at, g.sum, i.strategy, i.name AS indicator
                FROM reading r JOIN file_figure g ON g.id = r.figure_id
                JOIN indicator i ON i.id = g.indicator_id
                JOIN drop_file f ON f.id = g.file_id WHERE r.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [reading]) else { return nil }
        let part: String = row["part"]
        let stage: String? = row["stage"]
        let number: Double? = row["value"]
        return JudgementAccount.Source(
            period: try Self.period(row["period"]), basis: try Code.basis(row["basis"]),
            part: parts.map { "内訳\($0)件" } ?? (part.isEmpty ? nil : part),
            value: parts.map { _ in .number(row["sum"]) } ?? stage.map(Reading.Reported.stage)
                ?? number.map(Reading.Reported.number),
            certainty: try Code.certainty(row["certainty"]), file: row["name"], line: row["line"],
            takenAt: row["taken_at"],
            place: IndicatorPlace(
                strategy: Identifier(row["strategy"] as String),
                indicator: Identifier(row["indicator"] as String)))
    }
}
