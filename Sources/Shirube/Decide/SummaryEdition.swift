package import ShirubeCore

/// Gathers the quarterly summary from the ledger, and addresses it.
package enum SummaryEdition {
    /// The summary of a quarter by what is known at `cutoff`.
    package static func gather(
        _ strategy: Strategy, quarter: Period, cutoff: Timestamp, configuration: Configuration,
        from ledger: Ledger
    ) throws -> QuarterlySummary {
        let current = try ledger.currentReadings(of: strategy, knownAt: cutoff)
        let before = Period.quarter(.fiscal, containing: quarter.firstDay.adding(days: -1))
        let start = Timestamp(japanDate: quarter.lastDay.adding(days: 1))
        let files = try ledger.dropFiles(strategy: strategy.id, from: start, through: cutoff)
        let rejected = files.filter { $0.outcome == .rejected }
        let answers = Answers.answers(
            strategy: strategy, quarter: quarter, current: current,
            dueDays: configuration.dueDays, on: cutoff.japanDate,
            lastAccepted: try ledger.lastAccepted(strategy: strategy.id, through: cutoff),
            rejected: Dictionary(grouping: rejected, by: \.department).mapValues(\.count))
        return QuarterlySummary(
            strategy: strategy, quarter: quarter, cutoff: cutoff,
            standings: standings(strategy, current, through: quarter, now: cutoff),
            earlier: standings(strategy, current, through: before, now: cutoff),
            answers: answers,
            deeds: try deeds(strategy, files, from: start, to: cutoff, in: ledger),
            mark: configuration.mark)
    }

    /// The notice that brings the summary to everyone it is meant for.
    static func notice(
        _ summary: QuarterlySummary, postbox: Postbox, now: Timestamp
    ) throws -> Notice {
        let configuration = postbox.configuration
        let view = SummaryView(summary, language: configuration.language)
        let letter = Postbox.Letter(
            key: "summary/\(summary.strategy.id)/\(summary.quarter)", kind: .summary,
            subject: view.title, text: SummaryText.render(view),
            html: try SummaryHTML.render(view),
            headers: [("X-Shirube-Period", summary.quarter.description)])
        let notice = try postbox.notice(
            letter, to: configuration.routes.summaryMail, strategy: summary.strategy, now: now)
        let posts = SummarySlack.messages(view).map { Array($0.compact.utf8) }
        let channels = configuration.routes.summaryChannels.flatMap { channel in
            posts.enumerated().map { part, payload in
                Notice.Message(route: .webhook(channel: channel), part: part, payload: payload)
            }
        }
        return Notice(
            key: notice.key, kind: notice.kind, subject: notice.subject,
            messages: notice.messages + channels)
    }

    private static func standings(
        _ strategy: Strategy, _ current: [Identifier<Indicator>: CurrentReadings],
        through: Period, now: Timestamp
    ) -> [Standing] {
        strategy.indicators.map { indicator in
            Judge.standing(
                of: indicator, in: strategy, current: current[indicator.id] ?? CurrentReadings([]),
                through: through, now: now)
        }
    }

    /// What was done from the quarter's end on: files taken in and rejected, people told, alerts closed.
    private static func deeds(
        _ strategy: Strategy, _ files: [DropFileRow], from start: Timestamp, to end: Timestamp,
        in ledger: Ledger
    ) throws -> [QuarterlySummary.Deed] {
        var deeds: [QuarterlySummary.Deed] = []
        let accepted = files.filter { $0.outcome == .accepted }
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
        for alert in try ledger.alerts(strategy: strategy.id, from: start, through: end) {
            guard let closed = alert.closedAt, closed <= end,
                let indicator = strategy.indicator(alert.indicator)
            else { continue }
            deeds.append(
                QuarterlySummary.Deed(
                    at: closed,
                    text: Wording(
                        ja: "「\(indicator.name)」は\(alert.status.wording.japanese)から回復しました。",
                        en: "\"\(indicator.name)\" has recovered.")))
        }
        return deeds.sorted { $0.at < $1.at }
    }
}
