import ShirubeCore

/// Moves alerts on inside the transaction that judges, and tells people at once of what cannot wait.
struct AlertDesk {
    /// A step of an alert that people may have to be told of at once.
    struct News {
        let alert: AlertState
        let indicator: Indicator
        let standing: Standing
        /// How it was judged before; nil where it was not.
        let before: Standing?
    }

    let strategy: Strategy
    let postbox: Postbox
    /// Whether nobody is told: an alert that history reveals is opened, so that it is not new later, but not mailed.
    let isQuiet: Bool
    let now: Timestamp

    private var configuration: Configuration { postbox.configuration }
    private var calendar: BusinessCalendar { configuration.dueDays.calendar }

    /// Records what a standing does to the alerts of its indicator.
    ///
    /// - Returns: the steps that somebody may have to be told of.
    func take(
        _ standing: Standing, of indicator: Indicator, before: Standing?, in ledger: Ledger
    ) throws -> [News] {
        let open = try ledger.openAlerts(strategy: strategy.id, subject: indicator.id.text)
        let calls = AlertDecision.calls(of: standing, indicator: indicator, now: now)
        let successor = successor(of: indicator)
        return try AlertType.allCases.compactMap { type in
            let alert = open.first { $0.type == type }
            let heir = type.endsWithPlan ? successor : nil
            guard let call = heir == nil ? calls[type] : .clear,
                let kind = AlertDecision.step(alert, call)
            else { return nil }
            let turned = try record(
                kind, type, alert, standing, heir: heir, subject: indicator.id.text, in: ledger)
            guard let turned, turned.spur.kind == kind else { return nil }
            return News(alert: turned, indicator: indicator, standing: standing, before: before)
        }
    }

    private func record(
        _ kind: AlertTransition.Kind, _ type: AlertType, _ alert: AlertState?,
        _ standing: Standing, heir: Standing.Reason?, subject: String, in ledger: Ledger
    ) throws -> AlertState? {
        var reason = heir ?? AlertDecision.reason(of: kind, type, standing: standing)
        if isQuiet, kind != .closed {
            reason = Standing.Reason(code: AlertTransition.backfill, text: reason.text)
        }
        let transition = AlertTransition(
            kind, at: now, status: standing.status, reason: reason)
        guard let alert else {
            return try ledger.openAlert(
                type, subject: subject, strategy: strategy.id, transition)
        }
        return try ledger.append(transition, to: alert)
    }

    /// Why alerts of an indicator end once the next plan, which goes on with it, has begun; nil before, and without one.
    private func successor(of indicator: Indicator) -> Standing.Reason? {
        for next in postbox.setup.successors(of: [indicator.id], in: strategy)
        where next.strategy.firstDay <= now.japanDate {
            if let heir = next.indicators.first {
                return AlertDecision.takenOver(by: next.strategy, as: heir)
            }
        }
        return nil
    }

    /// Records whose answers have come to the day on which they are looked at again.
    func lapse(in ledger: Ledger) throws {
        let today = now.japanDate
        for alert in try ledger.openAlerts(strategy: strategy.id)
        where alert.isLapsed(on: today) {
            let day = alert.acknowledgement?.answer.reviewOn ?? today
            let text = Wording(
                ja: "記録された対応の見直しの日（\(day)）になりました。",
                en: "The day on which the answer is reviewed (\(day)) has come.")
            _ = try ledger.append(
                AlertTransition(
                    .lapsed, at: now, reason: Standing.Reason(code: "review", text: text)),
                to: alert)
        }
    }

    /// Tells people at once of what a pass has brought to light, one letter an indicator.
    func tell(_ news: [News], in ledger: Ledger) throws {
        if isQuiet || news.isEmpty { return }
        let silences = try ledger.silences(strategy: strategy.id, at: now)
        let plan = AlertPlan(rules: configuration.alerts, calendar: calendar, on: now.japanDate)
        var told: [(news: News, tellings: [AlertTransition.Telling])] = []
        for item in news {
            let isSilenced = silences.contains {
                $0.covers(item.alert, departments: item.indicator.departments)
            }
            let tellings = plan.tellings(
                of: item.alert, isSilenced: isSilenced,
                worseThisQuarter: try ledger.wasToldOfWorse(
                    item.alert.subject, strategy: strategy.id, since: quarterStart))
            if !tellings.isEmpty { told.append((item, tellings)) }
        }
        let together = try tellTogether(told, in: ledger)
        told.removeAll { item in together.contains { $0.id == item.news.alert.id } }
        var seen: Set<Identifier<Indicator>> = []
        for id in told.map(\.news.indicator.id) where seen.insert(id).inserted {
            try tell(told.filter { $0.news.indicator.id == id }, in: ledger)
        }
    }

    /// Tells of onsets in one notice where many indicators have got an alert within days.
    ///
    /// - Returns: the alerts that were told of so; empty where they were not many.
    private func tellTogether(
        _ told: [(news: News, tellings: [AlertTransition.Telling])], in ledger: Ledger
    ) throws -> [AlertState] {
        let rules = configuration.alerts
        let onsets = told.map(\.news).filter {
            $0.alert.spur.kind == .opened && $0.alert.type.asksForAnswer
        }
        let since = now.adding(seconds: -rules.massDays * 86_400)
        let count = try ledger.onsets(strategy: strategy.id, since: since)
        guard let first = onsets.first,
            rules.isMass(onsets: count, of: strategy.indicators.count)
        else { return [] }
        let ids = Set(onsets.map(\.indicator.id))
        let words = CommonCauseNotice.text(
            strategy.indicators.filter { ids.contains($0.id) }, onsets: count,
            days: rules.massDays, in: strategy, mark: configuration.mark,
            language: configuration.language)
        // The planning division sees the first of them; what comes after stands in its digest.
        let isFirst = try !ledger.wasToldOfCommonCause(
            .planning, strategy: strategy.id, since: since)
        let planning =
            isFirst
            ? postbox.routing(for: strategy).previewRecipients(
                planningDepartment: strategy.planningDepartment, on: now.japanDate) : []
        let roles: [Role] = [.staff, .manager]
        let heads = onsets.flatMap { news in
            roles.flatMap { recipients(of: $0, news.indicator) }
        }
        let letter = Postbox.Letter(
            key: "common/\(strategy.id)/\(first.alert.id)", kind: .alert, subject: words.subject,
            text: words.body, indicators: onsets.map(\.indicator.id),
            thread: Postbox.Letter.thread("alerts", strategy, on: now.japanDate))
        try ledger.enqueue(
            try postbox.notice(
                letter, to: heads + planning, strategy: strategy, now: now, delay: .untilOffice),
            strategy: strategy.id, now: now)
        for news in onsets {
            let told =
                roles.map { ($0, recipients(of: $0, news.indicator)) } + [(.planning, planning)]
            for (role, recipients) in told {
                try record(
                    AlertTransition.Telling(role: role, stage: .common), of: news.alert,
                    to: recipients, in: ledger)
            }
        }
        return onsets.map(\.alert)
    }

    private var quarterStart: Timestamp {
        Timestamp(japanDate: Period.quarter(.fiscal, containing: now.japanDate).firstDay)
    }

    private func tell(
        _ told: [(news: News, tellings: [AlertTransition.Telling])], in ledger: Ledger
    ) throws {
        guard let first = told.first?.news else { return }
        let words = AlertNotice.text(
            matter(told.map(\.news)), in: strategy, mark: configuration.mark,
            language: configuration.language)
        let roles = Set(told.flatMap(\.tellings).map(\.role))
        let recipients = roles.sorted { $0.rawValue < $1.rawValue }.flatMap {
            self.recipients(of: $0, first.indicator)
        }
        let isLag = first.alert.type == .lagging
        let form = AlertAnswerForm.attachment(
            told.map { AlertBoard.row($0.news.alert, strategy, []) }, on: now.japanDate,
            plan: postbox.setup.nameInFiles(of: strategy))
        let letter = Postbox.Letter(
            key: key(first), kind: isLag ? .lagging : .alert, subject: words.subject,
            text: words.body,
            headers: [
                ("X-Shirube-Indicator", first.indicator.id.text),
                ("X-Shirube-Period", first.standing.period?.description ?? "none"),
            ], indicators: told.map(\.news.indicator.id), attachments: form.map { [$0] } ?? [],
            thread: "indicator/\(strategy.id)/\(first.indicator.id)")
        let notice = try postbox.notice(
            letter, to: recipients, strategy: strategy, now: now, delay: .untilOffice)
        try ledger.enqueue(notice, strategy: strategy.id, now: now)
        for (news, tellings) in told {
            for telling in tellings {
                try record(
                    telling, of: news.alert, to: self.recipients(of: telling.role, news.indicator),
                    in: ledger)
            }
        }
    }

    private func key(_ news: News) -> String {
        let alert = news.alert
        let place = "\(strategy.id)/\(alert.subject)/\(alert.id)"
        guard alert.type == .lagging, alert.spur.kind != .relapsed else {
            return "alert/\(place)/\(alert.transitions.count)"
        }
        return "lagging/\(place)/\(news.standing.status.rawValue)"
    }

    private func matter(_ news: [News]) -> AlertNotice.Matter {
        AlertNotice.Matter(
            indicator: news[0].indicator, standing: news[0].standing, before: news[0].before,
            alerts: news.map(\.alert),
            replyBy: calendar.workingDay(
                configuration.alerts.escalateToManagerAfter, after: now.japanDate))
    }

    /// Who holds a role for an indicator today; those of a joint program in each of its departments.
    private func recipients(of role: Role, _ indicator: Indicator) -> [Recipient] {
        let routing = postbox.routing(for: strategy)
        return Recipient.distinct(
            indicator.departments.flatMap {
                routing.recipients(of: role, department: $0, on: now.japanDate)
            })
    }

    /// Records that a role was told; nothing where nobody holds it.
    private func record(
        _ telling: AlertTransition.Telling, of alert: AlertState, to recipients: [Recipient],
        in ledger: Ledger
    ) throws {
        guard !recipients.isEmpty else { return }
        _ = try ledger.append(
            AlertTransition.told(telling, to: recipients, at: now), to: alert)
    }
}
