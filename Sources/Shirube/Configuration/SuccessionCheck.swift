import ShirubeCore

/// Holds a plan to the one that it succeeds, lest a history be carried over that means something else.
///
/// It asks the ledger about a plan that the configuration has no more.
struct SuccessionCheck {
    let setup: Setup
    let ledger: Ledger

    /// What is wrong, over all strategies; empty where every succession is in order.
    func problems() throws -> [ConfigurationProblem] {
        try setup.strategies.flatMap { strategy -> [ConfigurationProblem] in
            guard let before = strategy.succeeds else { return [] }
            let lines = setup.lines(of: strategy)
            let problems = ProblemList(file: lines.file)
            if isCycle(strategy) {
                reportCycle(strategy, before, lines, problems)
            } else {
                try check(strategy, against: before, lines, problems)
            }
            return problems.sorted
        }
    }

    /// Whether the plans before lead back to the strategy.
    private func isCycle(_ strategy: Strategy) -> Bool {
        var seen = [strategy.id]
        var next = strategy.succeeds
        while let id = next {
            if seen.contains(id) { return id == strategy.id }
            seen.append(id)
            next = setup.strategies.first { $0.id == id }?.succeeds
        }
        return false
    }

    private func check(
        _ strategy: Strategy, against id: Identifier<Strategy>, _ lines: SuccessionLines,
        _ problems: ProblemList
    ) throws {
        let listed = setup.strategies.first { $0.id == id }
        let recorded = try ledger.definitions(of: id)
        let edition =
            try listed ?? ledger.edition(of: id, knownAt: Timestamp(milliseconds: .max))
        guard let edition else {
            reportUnknown(id, among: setup.strategies, lines, problems)
            return
        }
        if strategy.term.lowerBound <= edition.term.lowerBound {
            reportOrder(strategy, edition, lines, problems)
        }
        let known = Definitions(of: edition, recorded: recorded).strategy
        for indicator in strategy.indicators {
            guard let continuation = indicator.continues else { continue }
            let line = lines.continues[indicator.id]
            guard let before = known.indicator(continuation.indicator) else {
                report(missing: continuation.indicator, of: indicator, in: known, line, problems)
                continue
            }
            for difference in ContinuationDifference.between(before, and: indicator) {
                report(difference, between: before, and: indicator, line, problems)
            }
        }
    }

    // MARK: - Sentences

    private func reportCycle(
        _ strategy: Strategy, _ before: Identifier<Strategy>, _ lines: SuccessionLines,
        _ problems: ProblemList
    ) {
        problems.add(
            lines.succeeds,
            Wording(
                ja: "戦略「\(strategy.id)」の前の計画（succeeds: \(before)）をたどると、この戦略自身に戻ります。",
                en: "The plans before `\(strategy.id)` (succeeds: \(before)) lead back to itself."),
            remedy: Wording(
                ja: "新しい計画だけに succeeds を書き、前の計画からは消してください。",
                en: "Write `succeeds` in the newer plan alone."))
    }

    private func reportUnknown(
        _ id: Identifier<Strategy>, among strategies: [Strategy], _ lines: SuccessionLines,
        _ problems: ProblemList
    ) {
        problems.add(
            lines.succeeds,
            Wording(
                ja: "前の計画「\(id)」は、設定にも台帳にもありません。",
                en: "The plan before, `\(id)`, is neither in the configuration nor in the ledger."),
            remedy: NearestWord.remedy(
                id.text, among: strategies.map(\.id.text),
                otherwise: Wording(
                    ja: "つづりを直すか、前の計画のファイルを設定の strategies に加えてください。",
                    en: "Mend its spelling, or add that plan's file to `strategies`.")))
    }

    private func reportOrder(
        _ strategy: Strategy, _ before: Strategy, _ lines: SuccessionLines,
        _ problems: ProblemList
    ) {
        let (own, other) = (strategy.term.lowerBound, before.term.lowerBound)
        problems.add(
            lines.succeeds,
            Wording(
                ja: "前の計画「\(before.id)」の始まり（FY\(other)）が、この計画の始まり（FY\(own)）より前ではありません。",
                en: "The plan before, `\(before.id)`, does not begin (FY\(other)) before this one"
                    + " (FY\(own))."),
            remedy: Wording(
                ja: "term か succeeds を直してください。", en: "Mend `term` or `succeeds`."))
    }

    private func report(
        missing id: Identifier<Indicator>, of indicator: Indicator, in before: Strategy,
        _ line: Int?, _ problems: ProblemList
    ) {
        problems.add(
            line,
            Wording(
                ja: "「\(indicator.id)」が引き継ぐ指標「\(id)」は、前の計画「\(before.id)」にありません。",
                en:
                    "`\(indicator.id)` continues `\(id)`, which the plan `\(before.id)` does not have."
            ),
            remedy: NearestWord.remedy(
                id.text, among: before.indicators.map(\.id.text),
                otherwise: Wording(
                    ja: "前の計画の指標のidを書くか、新しい指標なら continues を消してください。",
                    en:
                        "Write the id of one of its indicators, or remove `continues` where this one is new."
                )))
    }

    private func report(
        _ difference: ContinuationDifference, between before: Indicator,
        and indicator: Indicator, _ line: Int?, _ problems: ProblemList
    ) {
        let (old, new) = (Inert.line(difference.old), Inert.line(difference.new))
        let newSeries = "continues: {indicator: \(before.id), newSeries: 理由}"
        switch difference.kind {
        case .unit:
            problems.add(
                line,
                Wording(
                    ja: "「\(indicator.id)」の単位（\(new)）が、引き継ぐ「\(before.id)」の単位（\(old)）と違います。",
                    en: "`\(indicator.id)` is counted in \(new), but `\(before.id)`, which it"
                        + " continues, in \(old)."),
                remedy: Wording(
                    ja:
                        "換算できるなら「continues: {indicator: \(before.id), factor: 1\(old)を\(new)で表した数}」、"
                        + "比べられないなら「\(newSeries)」と書いてください。",
                    en:
                        "Write `continues: {indicator: \(before.id), factor: …}` with what one \(old)"
                        + " makes in \(new), or `newSeries: why` where they cannot be compared."))
        case .needlessFactor:
            problems.add(
                line,
                Wording(
                    ja: "「\(indicator.id)」に換算の factor がありますが、換算するものがありません"
                        + "（単位はどちらも \(new)、または段階の指標）。",
                    en: "`\(indicator.id)` has a `factor` although nothing is to be converted (both"
                        + " are counted in \(new), or in stages)."),
                remedy: Wording(ja: "factor を消してください。", en: "Remove `factor`."))
        case .key(let key):
            problems.add(
                line,
                Wording(
                    ja: "「\(indicator.id)」の \(key.rawValue)（\(new)）が、引き継ぐ「\(before.id)」の"
                        + " \(key.rawValue)（\(old)）と違うので、実績を続けて見られません。",
                    en:
                        "`\(key.rawValue)` of `\(indicator.id)` is \(new), that of `\(before.id)`, which"
                        + " it continues, is \(old): the figures are no one series."),
                remedy: Wording(
                    ja: "同じにするか、「\(newSeries)」と書いて実績を引き継がない続きにしてください。",
                    en:
                        "Make them the same, or write `newSeries: why` so that no figures are taken over."
                ))
        }
    }
}
