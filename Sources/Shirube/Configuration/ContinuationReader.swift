import ShirubeCore

/// Where a strategy file says what it takes over from the plan before, for problems that show only beside that plan.
struct SuccessionLines: Sendable, Equatable {
    /// The file as it was named.
    let file: String
    /// The line of `succeeds`; nil where it is not written.
    var succeeds: Int?
    /// The line of each indicator's `continues`.
    var continues: [Identifier<Indicator>: Int] = [:]
}

/// Reads what an indicator goes on from: the id alone, or a block with what must be said besides.
struct ContinuationReader {
    let reading: StrategyReading

    /// The continuation of a row; nil where it has none, or after a report.
    func read(_ map: YAMLMap) -> Continuation? {
        guard let value = map.optional("continues") else { return nil }
        let found: Continuation? =
            value.isBlock
            ? value.map(block) : value.identifier().map { Continuation(of: $0) }
        guard let found else { return nil }
        guard reading.lines.succeeds != nil else {
            value.report(
                Wording(
                    ja: "前の計画の指標（continues: \(found.indicator)）があるのに、戦略に succeeds がありません。",
                    en: "It `continues` \(found.indicator), but the strategy has no `succeeds`."),
                remedy: Wording(
                    ja: "ファイルの先頭に「succeeds: 前の戦略のid」を書くか、continues を消してください。",
                    en: "Write `succeeds: ID-OF-THE-PLAN-BEFORE` at the top, or remove `continues`."
                ))
            return nil
        }
        if let line = reading.predecessors[found.indicator] {
            value.report(
                Wording(
                    ja: "前の計画の指標「\(found.indicator)」は、\(line)行目の指標がすでに引き継いでいます。",
                    en: "The indicator `\(found.indicator)` is already continued on line \(line)."),
                remedy: Wording(
                    ja: "引き継ぐ指標は一つにし、もう一方の continues を消してください。",
                    en: "Let one indicator continue it, and remove the other `continues`."))
            return nil
        }
        reading.predecessors[found.indicator] = value.line
        return found
    }

    private func block(_ map: YAMLMap) -> Continuation? {
        let id: Identifier<Indicator>? = map.required("indicator")?.identifier()
        let factor = map.optional("factor")?.number()
        let newSeries = map.optional("newSeries")?.text()
        if let factor, factor <= 0 {
            map.problems.add(
                map.line(of: "factor"),
                Wording(
                    ja: "換算の factor（\(NumberText.plain(factor))）が0以下です。",
                    en: "The `factor` \(NumberText.plain(factor)) is not above zero."),
                remedy: Wording(
                    ja: "前の単位の1が、この指標の単位でいくつになるかを書いてください。",
                    en: "Write how many of this unit one of the former unit makes."))
            return nil
        }
        guard let id else { return nil }
        return Continuation(of: id, factor: factor ?? 1, newSeries: newSeries)
    }
}
