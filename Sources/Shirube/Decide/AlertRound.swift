import ShirubeCore

/// Tells each person once of the alerts that are due for them, and the planning division of what has happened.
///
/// It runs inside the transaction that records the run, so that what it tells is told once, whenever it is killed. While plans
/// run side by side, one round speaks of all of them.
struct AlertRound {
    /// The plans, the one whose run it is first.
    let strategies: [Strategy]
    let postbox: Postbox
    let now: Timestamp

    /// Makes one run.
    ///
    /// - Returns: what was done, for the journal.
    func run(_ job: DueJob, in ledger: Ledger) throws -> String {
        let parts = try strategies.map { strategy in
            try AlertRoundPart(strategy: strategy, postbox: postbox, now: now, in: ledger)
        }
        let everybody = Recipient.distinct(parts.flatMap(\.recipients))
        for recipient in everybody {
            try tell(recipient, parts.filter { $0.concerns(recipient) }, job, in: ledger)
        }
        for part in parts { try part.recordTold(in: ledger) }
        let count = parts.reduce(0) { $0 + $1.dueCount }
        return everybody.isEmpty ? "nothing is due" : "told \(everybody.count) of \(count) alerts"
    }

    private func tell(
        _ recipient: Recipient, _ parts: [AlertRoundPart], _ job: DueJob, in ledger: Ledger
    ) throws {
        guard let first = strategies.first else { return }
        let configuration = postbox.configuration
        let told = parts.map { $0.told(to: recipient) }
        let strategy = told.first?.strategy ?? first
        let words = AlertRoundNotice.text(
            told, on: now.japanDate, perHead: configuration.alerts.perHead,
            mark: configuration.mark, language: configuration.language)
        let letter = Postbox.Letter(
            key: "alertRound/\(first.id)/\(job.period)/\(recipient.key)", kind: .alertRound,
            subject: words.subject, text: words.body,
            indicators: parts.flatMap { $0.indicators(of: recipient) },
            attachments: told.compactMap { part in
                AlertAnswerForm.attachment(
                    part.items.map(\.row), on: now.japanDate,
                    plan: postbox.setup.nameInFiles(of: part.strategy))
            }, thread: Postbox.Letter.thread("alerts", strategy, on: now.japanDate))
        let notice = try postbox.notice(
            letter, to: [recipient], strategy: strategy, now: now, delay: .untilOffice)
        try ledger.enqueue(notice, strategy: strategy.id, now: now)
    }
}

extension Recipient {
    /// What tells it from others in a key.
    var key: String {
        switch route {
        case .mail(let address): "mail/\(address)"
        case .webhook(let channel): "channel/\(channel)"
        }
    }
}
