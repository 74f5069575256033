import ShirubeCore

/// Asks departments and the planning division what has become of the acts that were decided on.
struct ActFollowing {
    let strategy: Strategy
    let postbox: Postbox

    /// The decisions whose acts are to be asked for now, by number; empty where none is.
    func due(in ledger: Ledger, now: Timestamp) throws -> [Decision] {
        let open = try ledger.decisions(strategy: strategy.id, knownAt: now).filter {
            $0.openAct != nil
        }
        guard !open.isEmpty else { return [] }
        let asked = try ledger.followUps(strategy: strategy.id)
        return open.filter { decision in
            guard let act = decision.openAct else { return false }
            return ActFollowUp.moment(
                due: act.due, last: asked[decision.number], office: postbox.configuration.office,
                now: now) != nil
        }
    }

    /// Puts the questions into the outbox and records them, in one transaction: each person gets one message, which holds
    /// only what is theirs.
    ///
    /// - Returns: how many acts are asked for.
    func ask(in ledger: Ledger, now: Timestamp) throws -> Int {
        let due = try due(in: ledger, now: now)
        guard !due.isEmpty else { return 0 }
        var wanted: [Recipient: [Decision]] = [:]
        var order: [Recipient] = []
        for decision in due {
            try ledger.insertFollowUp(of: decision.number, now: now)
            for recipient in recipients(of: decision, at: now) {
                if wanted[recipient] == nil { order.append(recipient) }
                wanted[recipient, default: []].append(decision)
            }
        }
        for (numbers, recipients) in groups(order, wanted) {
            try send(
                due.filter { numbers.contains($0.number) }, to: recipients, in: ledger, now: now)
        }
        return due.count
    }

    /// The departments' staff and the planning division, each address and channel once.
    private func recipients(of decision: Decision, at now: Timestamp) -> [Recipient] {
        let staff = decision.draft.subject.departments(in: strategy).flatMap {
            postbox.staff(of: $0, in: strategy, at: now)
        }
        let planning = postbox.routing(for: strategy).previewRecipients(
            planningDepartment: strategy.planningDepartment, on: now.japanDate)
        return Recipient.distinct(staff + planning)
    }

    /// Those who are asked for the same acts get the same message.
    private func groups(
        _ order: [Recipient], _ wanted: [Recipient: [Decision]]
    ) -> [(numbers: [Int64], recipients: [Recipient])] {
        // One address may be reached by several posts: all that it is asked for goes into one message.
        var byRoute: [Delivery.Route: [Int64]] = [:]
        for recipient in order {
            let numbers = wanted[recipient, default: []].map(\.number)
            byRoute[recipient.route] = Array(
                Set(byRoute[recipient.route, default: []] + numbers)
            ).sorted()
        }
        var groups: [(numbers: [Int64], recipients: [Recipient])] = []
        for recipient in Recipient.distinct(order) {
            let numbers = byRoute[recipient.route] ?? []
            if let index = groups.firstIndex(where: { $0.numbers == numbers }) {
                groups[index].recipients.append(recipient)
            } else {
                groups.append((numbers, [recipient]))
            }
        }
        return groups
    }

    private func send(
        _ decisions: [Decision], to recipients: [Recipient], in ledger: Ledger, now: Timestamp
    ) throws {
        let configuration = postbox.configuration
        let words = ActNotice.text(
            decisions.map { DecisionListing.Row($0, in: strategy) }, strategy: strategy,
            on: now.japanDate, mark: configuration.mark, language: configuration.language)
        let numbers = decisions.map { "\($0.number)" }.joined(separator: "+")
        let letter = Postbox.Letter(
            key: "act/\(strategy.id)/\(now.japanDate)/\(numbers)", kind: .act,
            subject: words.subject, text: words.body,
            indicators: decisions.flatMap { $0.draft.subject.indicators(in: strategy).map(\.id) },
            thread: Postbox.Letter.thread("acts", strategy, on: now.japanDate))
        try ledger.enqueue(
            try postbox.notice(
                letter, to: recipients, strategy: strategy, now: now, delay: .untilOffice),
            strategy: strategy.id, now: now)
    }
}
