import ShirubeCore

/// Records the answers to alerts that a department has dropped into its folder (状況回答).
struct AlertReply {
    let submission: Submission
    let now: Timestamp

    /// What the answers come to: those that can be recorded, or what is wrong with them.
    ///
    /// A department answers the alerts of its own indicators, alone or jointly, and no others.
    func checked(
        _ answers: AlertAnswers, in ledger: Ledger
    ) throws -> (answers: [AlertAnswers.Answer], parsed: ParsedDrop) {
        let strategy = submission.strategy
        var named: Set<Int> = []
        let checked = try answers.checked(on: now.japanDate) { number in
            guard let alert = try ledger.alert(number, strategy: strategy.id),
                let id = alert.indicator
            else { return false }
            if let place = strategy.indicators.firstIndex(where: { $0.id == id }) {
                named.insert(place)
            }
            guard alert.closedAt == nil else { return false }
            return strategy.indicator(id)?.departments.contains(submission.department.id) ?? false
        }
        return (
            checked.answers,
            ParsedDrop(
                readingCount: 0, findings: checked.findings, encoding: answers.encoding,
                named: named)
        )
    }

    /// Records answers.
    func record(_ answers: [AlertAnswers.Answer], in ledger: Ledger) throws {
        let department = submission.department.name
        for answer in answers {
            guard let alert = try ledger.alert(answer.alert, strategy: submission.strategy.id)
            else { continue }
            let author = answer.author.isEmpty ? department : "\(department) \(answer.author)"
            let reason = Wording(ja: answer.reason, en: answer.reason)
            _ = try ledger.append(
                AlertTransition(
                    .acknowledged, at: now,
                    reason: Standing.Reason(code: "answer", text: reason), author: author,
                    answer: answer.answer), to: alert)
        }
    }
}
