package import ShirubeCore

/// Gathers the quarterly summary from the ledger.
package enum SummaryEdition {
    /// The summary of a quarter by what was known at `cutoff`.
    ///
    /// - Parameters:
    ///   - definitions: the strategy with the versions that were known at `cutoff`.
    ///   - quarter: a quarter of a fiscal year.
    ///   - cutoff: the moment.
    ///   - source: where the judgements come from.
    ///   - setup: the configuration, for due days and the mark that every title carries, and all strategies.
    ///   - ledger: the ledger.
    /// - Returns: the summary.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ definitions: Definitions, quarter: Period, cutoff: Timestamp, source: JudgementSource,
        setup: Setup, from ledger: Ledger
    ) throws -> QuarterlySummary {
        try gather(
            by: StandingBoard(
                definitions, quarter: quarter, cutoff: cutoff, source: source, setup: setup,
                from: ledger), from: ledger)
    }

    /// The summary of a board's quarter by what was known at its moment.
    static func gather(by board: StandingBoard, from ledger: Ledger) throws -> QuarterlySummary {
        let (quarter, cutoff) = (board.quarter, board.cutoff)
        let (strategy, configuration) = (board.strategy, board.setup.configuration)
        let before = Period.lastClosedQuarter(.fiscal, on: quarter.firstDay)
        let start = Timestamp(japanDate: quarter.lastDay.adding(days: 1))
        let files = try ledger.dropFiles(strategy: strategy.id, from: start, through: cutoff)
        let date = Judge.Occasion(now: cutoff, through: quarter).definitionDay
        let answers = try AnswersBoard.answers(
            of: board.definitions.strategyInUse(on: date, knownAt: cutoff), quarter: quarter,
            current: board.current, files: files, dueDays: configuration.dueDays, at: cutoff,
            from: ledger)
        let standings = try board.standings(through: quarter)
        return QuarterlySummary(
            strategy: strategy, quarter: quarter, cutoff: cutoff, standings: standings,
            earlier: try board.standings(through: before),
            overrides: try ledger.overridesInForce(
                beside: standings, strategy: strategy.id, at: cutoff),
            answers: answers,
            deeds: try deeds(board.definitions, files, from: start, to: cutoff, in: ledger),
            mark: configuration.mark, isRejudged: board.source == .rejudged
        ).with(
            try outcomes(
                quarter, beside: standings, strategy: strategy, cutoff: cutoff, in: ledger),
            openActs: try ledger.decisions(strategy: strategy.id, knownAt: cutoff).filter {
                $0.openAct != nil
            })
    }

    /// The decisions that belong into a quarter's summary, with how their indicators stood then and stand now.
    private static func outcomes(
        _ quarter: Period, beside standings: [Standing], strategy: Strategy, cutoff: Timestamp,
        in ledger: Ledger
    ) throws -> [DecisionOutcome] {
        try ledger.decisions(strategy: strategy.id, knownAt: cutoff)
            .filter { QuarterlySummary.shows($0, in: quarter) }
            .map { try outcome($0, beside: standings, strategy: strategy, in: ledger) }
    }

    /// A decision with how its indicators stood when it was recorded, and how they stand now.
    package static func outcome(
        _ decision: Decision, beside standings: [Standing], strategy: Strategy, in ledger: Ledger
    ) throws -> DecisionOutcome {
        let now = Dictionary(standings.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        let comparisons = try decision.draft.subject.indicators(in: strategy).map { indicator in
            DecisionOutcome.Comparison(
                indicator: indicator.id,
                before: try ledger.standing(
                    of: indicator.id, strategy: strategy.id, asOf: decision.at),
                after: now[indicator.id])
        }
        return DecisionOutcome(decision: decision, comparisons: comparisons)
    }

    /// What was done from the quarter's end on: files taken in and rejected, people told, alerts closed.
    private static func deeds(
        _ definitions: Definitions, _ files: [DropFileRow], from start: Timestamp,
        to end: Timestamp,
        in ledger: Ledger
    ) throws -> [QuarterlySummary.Deed] {
        let strategy = definitions.strategy
        var deeds: [QuarterlySummary.Deed] = []
        // An answer to an alert brings no reading.
        let accepted = files.filter { $0.outcome == .accepted && $0.readingCount > 0 }
        if let first = accepted.first {
            let departments = Set(accepted.map(\.department)).count
            deeds.append(
                QuarterlySummary.Deed(
                    at: first.takenAt,
                    text: Wording(
                        ja: "\(departments)課から\(accepted.count)件のファイルを受け取り、実績に反映しました。",
                        en: "Took in \(accepted.count) files from \(departments) departments.")))
        }
        for file in files where file.outcome == .rejected {
            let name = strategy.department(file.department)?.name ?? file.department.text
            deeds.append(
                QuarterlySummary.Deed(
                    at: file.takenAt,
                    text: Wording(
                        ja: "\(name)のファイル「\(file.name)」を差し戻しました。",
                        en: "Sent the file \"\(file.name)\" of \(name) back.")))
        }
        for notice in try ledger.notices(strategy: strategy.id, from: start, through: end)
        where notice.kind == .lagging {
            deeds.append(
                QuarterlySummary.Deed(
                    at: notice.at,
                    text: Wording(
                        ja: "担当課に知らせました：「\(notice.subject)」",
                        en: "Told the departments in charge: \(notice.subject)")))
        }
        for alert in try ledger.lags(strategy: strategy.id, from: start, through: end) {
            guard let closed = alert.closedAt, closed <= end, let status = alert.status,
                let indicator = strategy.indicator(Identifier(alert.subject))
            else { continue }
            let version = definitions.inForce(indicator, on: closed.japanDate, knownAt: closed)
            let end = try ledger.alert(alert.id, strategy: strategy.id)?.transitions.last?.reason
            if let end, end.code == AlertDecision.succeeded {
                deeds.append(QuarterlySummary.Deed(at: closed, text: takenOver(indicator, end)))
                continue
            }
            deeds.append(
                QuarterlySummary.Deed(
                    at: closed,
                    text: version.isRetired
                        ? Wording(
                            ja: "「\(indicator.name)」は終了したため、警告を閉じました。",
                            en: "\"\(indicator.name)\" has ended; its alert was closed.")
                        : Wording(
                            ja: "「\(indicator.name)」は\(status.wording.japanese)から回復しました。",
                            en: "\"\(indicator.name)\" has recovered.")))
        }
        deeds += try answers(strategy, from: start, to: end, in: ledger)
        deeds += revisions(definitions, from: start, to: end)
        return deeds.sorted { $0.at < $1.at }
    }

    private static func takenOver(
        _ indicator: Indicator, _ reason: Standing.Reason
    ) -> Wording {
        Wording(
            ja: "「\(indicator.name)」の警告を閉じました。\(reason.text.japanese)",
            en: "The alert of \"\(indicator.name)\" was closed. \(reason.text.english)")
    }

    /// What was answered to alerts.
    private static func answers(
        _ strategy: Strategy, from start: Timestamp, to end: Timestamp, in ledger: Ledger
    ) throws -> [QuarterlySummary.Deed] {
        try ledger.acknowledgements(strategy: strategy.id, from: start, through: end).compactMap {
            indicator, step in
            guard let name = strategy.indicator(indicator).map(strategy.title),
                let answer = step.answer
            else { return nil }
            let author = step.author ?? ""
            return QuarterlySummary.Deed(
                at: step.at,
                text: Wording(
                    ja:
                        "「\(name)」の警告に\(author)が対応を記録しました：\(answer.action)（見直し \(answer.reviewOn)）。",
                    en:
                        "\(author) answered the alert of \"\(name)\": \(answer.action) (review \(answer.reviewOn))."
                )
            )
        }
    }

    /// The decisions that altered definitions, those recorded together in one sentence.
    private static func revisions(
        _ definitions: Definitions, from start: Timestamp, to end: Timestamp
    ) -> [QuarterlySummary.Deed] {
        let versions = definitions.strategy.indicators.flatMap { indicator in
            definitions.history(of: indicator).versions.filter {
                $0.decidedOn != nil && start <= $0.knownAt && $0.knownAt <= end
            }
        }
        return Dictionary(grouping: versions, by: \.knownAt).compactMap { moment, versions in
            versions.first.map {
                QuarterlySummary.Deed(at: moment, text: revision($0, count: versions.count))
            }
        }
    }

    private static func revision(_ version: DefinitionVersion, count: Int) -> Wording {
        let name = version.indicator.name
        let others =
            count == 1
            ? Wording(ja: "", en: "")
            : Wording(ja: "ほか\(count - 1)指標", en: " and \(count - 1) more")
        let deed =
            version.isRetired
            ? Wording(ja: "を終了としました", en: "has ended")
            : Wording(ja: "の定義を改定しました", en: "was redefined")
        let number = version.decision.map { " \($0)" } ?? ""
        return Wording(
            ja: "「\(name)」\(others.japanese)\(deed.japanese)（\(version.validFrom)から、"
                + "\(version.decidedBy)\(number)：\(version.reason)）。",
            en: "\"\(name)\"\(others.english) \(deed.english) from \(version.validFrom) on "
                + "(\(version.decidedBy)\(number): \(version.reason)).")
    }
}
