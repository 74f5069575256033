import ShirubeCore

/// Asks departments for the figures that they owe: once at the start of the reporting window, and again before a due day.
struct Inquiry {
    let strategy: Strategy
    let postbox: Postbox

    /// Asks each department for what it owes for a period and has not reported yet, with the form of its last quarter.
    ///
    /// - Parameters:
    ///   - period: a month, quarter or fiscal year.
    ///   - ledger: the ledger, inside the transaction that records the run.
    ///   - now: the moment of the run.
    /// - Returns: what was done, for the journal.
    /// - Throws: where the ledger cannot be read or written, a form cannot be made, or a header would not be safe.
    func ask(for period: Period, in ledger: Ledger, now: Timestamp) throws -> String {
        let board = try Board(self, endingIn: period.absoluteMonths, in: ledger, now: now)
        let quarter = Period.quarter(.fiscal, containing: period.lastDay)
        var asked = 0
        for department in strategy.departments {
            let figures = board.missing(of: department)
            guard !figures.isEmpty else { continue }
            let words = InquiryNotice.inquiry(
                board.occasion(department, figures), period: period,
                language: postbox.configuration.language)
            try send(
                words, .inquiry, "\(period)/\(department.id)", to: department,
                of: figures.map(\.indicator.id),
                attachments: try form(department, for: quarter, in: ledger, now: now), in: ledger,
                now: now)
            asked += 1
        }
        return asked == 0 ? "nothing is owed" : "asked \(asked) departments"
    }

    /// Reminds each department of what is due within some working days and not there, once for each due day.
    ///
    /// - Parameters:
    ///   - lead: how many working days ahead are looked at, from 1.
    ///   - ledger: the ledger, inside the transaction that records the run.
    ///   - now: the moment of the run.
    /// - Returns: what was done, for the journal.
    /// - Throws: as `ask`.
    func remind(workingDaysAhead lead: Int, in ledger: Ledger, now: Timestamp) throws -> String {
        let today = now.japanDate
        let months = Self.months(before: today)
        let board = try Board(self, endingIn: months, in: ledger, now: now)
        let overdue = try remindOfOverdue(board, in: ledger, now: now)
        let horizon = postbox.configuration.office.calendar.workingDay(lead, after: today)
        var reminded = 0
        for department in strategy.departments {
            let coming = board.missing(of: department).filter {
                today <= $0.due && $0.due <= horizon
            }
            for (due, figures) in Dictionary(grouping: coming, by: \.due).sorted(by: {
                $0.key < $1.key
            }) {
                let key = "\(due)/\(department.id)"
                if try ledger.hasNotice(self.key(.reminder, key)) { continue }
                let words = InquiryNotice.reminder(
                    board.occasion(department, figures),
                    language: postbox.configuration.language)
                let quarter = Period.lastClosedQuarter(.fiscal, on: today)
                try send(
                    words, .reminder, key, to: department,
                    of: figures.map(\.indicator.id),
                    attachments: try form(department, for: quarter, in: ledger, now: now),
                    in: ledger, now: now)
                reminded += 1
            }
        }
        return reminded + overdue == 0
            ? "nobody is to be reminded" : "sent \(reminded + overdue) reminders"
    }

    /// The last two years, up to the newest month that is over: what is owed from before is not asked for any more.
    private static func months(before today: CivilDate) -> Range<Int> {
        let month = today.year * 12 + today.month - 1
        return month - 24..<month
    }

    /// Asks each department once a week for what is past its due day, the staff first, then with the manager and the
    /// director.
    ///
    /// What somebody has answered for (`shirube alerts ack`) or silenced is not asked for.
    private func remindOfOverdue(_ board: Board, in ledger: Ledger, now: Timestamp) throws -> Int {
        let today = now.japanDate
        let quiet = try quietIndicators(in: ledger, now: now)
        // Nothing is owed from before anybody was reminded.
        let start = try ledger.start(of: .reminder, strategy: strategy.id)?.japanDate ?? today
        var reminded = 0
        for department in strategy.departments {
            let figures = board.missing(of: department).filter {
                start <= $0.due && $0.due < today && !quiet.contains($0.indicator.id)
            }
            guard let oldest = figures.map(\.due).min() else { continue }
            let prefix = key(.overdue, "\(department.id)/")
            let last = try ledger.lastNotice(keyPrefix: prefix)
            if let last, today < last.japanDate.adding(days: 7) { continue }
            let words = InquiryNotice.overdue(
                board.occasion(department, figures), language: postbox.configuration.language)
            let quarter = Period.lastClosedQuarter(.fiscal, on: today)
            try send(
                words, .overdue, "\(department.id)/\(today)", to: department,
                of: figures.map(\.indicator.id), roles: roles(since: oldest, on: today),
                attachments: try form(department, for: quarter, in: ledger, now: now), in: ledger,
                now: now)
            reminded += 1
        }
        return reminded
    }

    /// Who hears of what has been due since a day: as with alerts, the higher up, the longer nobody has answered.
    private func roles(since due: CivilDate, on today: CivilDate) -> [Role] {
        let rules = postbox.configuration.alerts
        let calendar = postbox.configuration.office.calendar
        let isOld = { calendar.workingDay($0, after: due) <= today }
        return [.staff] + (isOld(rules.escalateToManagerAfter) ? [.manager] : [])
            + (isOld(rules.escalateToDirectorAfter) ? [.director] : [])
    }

    /// The indicators of which somebody has answered why a figure is late, or wants to hear nothing.
    private func quietIndicators(
        in ledger: Ledger, now: Timestamp
    ) throws -> Set<Identifier<Indicator>> {
        let silences = try ledger.silences(strategy: strategy.id, at: now)
        let alerts = try ledger.openAlerts(strategy: strategy.id).filter { $0.type == .overdue }
        return Set(
            alerts.filter { alert in
                let departments =
                    alert.indicator.flatMap { strategy.indicator($0)?.departments } ?? []
                return alert.acknowledgement != nil
                    || silences.contains { $0.covers(alert, departments: departments) }
            }.compactMap(\.indicator))
    }

    private func key(_ kind: Notice.Kind, _ key: String) -> String {
        "\(kind.rawValue)/\(strategy.id)/\(key)"
    }

    private func send(
        _ words: NoticeText, _ kind: Notice.Kind, _ key: String, to department: Department,
        of indicators: [Identifier<Indicator>], roles: [Role] = [.staff],
        attachments: [MailMessage.Attachment], in ledger: Ledger,
        now: Timestamp
    ) throws {
        let routing = postbox.routing(for: strategy)
        let recipients = roles.flatMap {
            routing.recipients(of: $0, department: department.id, on: now.japanDate)
        }
        let letter = Postbox.Letter(
            key: self.key(kind, key), kind: kind, subject: words.subject, text: words.body,
            headers: [("X-Shirube-Department", department.id.text)],
            indicators: indicators, attachments: attachments,
            thread: Postbox.Letter.thread("answers/\(department.id)", strategy, on: now.japanDate))
        let notice = try postbox.notice(
            letter, to: recipients, strategy: strategy, now: now, delay: .untilOffice)
        try ledger.enqueue(notice, strategy: strategy.id, now: now)
    }

    /// The department's form as CSV and as a workbook; empty where it owes nothing for the quarter.
    private func form(
        _ department: Department, for quarter: Period, in ledger: Ledger, now: Timestamp
    ) throws -> [MailMessage.Attachment] {
        let form = try FormEdition.gather(
            Sender(strategy: strategy, department: department), quarter: quarter, due: nil,
            setup: postbox.setup, now: now, language: postbox.configuration.language, from: ledger)
        guard !form.rows.isEmpty else { return [] }
        let plan = postbox.setup.nameInFiles(of: strategy).map { "\($0)-" } ?? ""
        let name = "\(plan)\(department.id)-\(quarter)"
        return [
            MailMessage.Attachment(
                name: name + ".xlsx",
                mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: try WorkbookWriter.bytes(of: form, created: now)),
            MailMessage.Attachment(
                name: name + ".csv", mediaType: "text/csv; charset=UTF-8",
                bytes: try FormCSV.bytes(of: form, encoding: .utf8)),
        ]
    }
}

extension Inquiry {
    /// What is in force and what is owed of some months, gathered once for all departments.
    private struct Board {
        private let inquiry: Inquiry
        private let strategy: Strategy
        private let current: [Identifier<Indicator>: CurrentReadings]

        private let missing: [OwedFigure]

        init(
            _ inquiry: Inquiry, endingIn months: Range<Int>, in ledger: Ledger, now: Timestamp
        ) throws {
            self.inquiry = inquiry
            strategy = inquiry.postbox.definitions(of: inquiry.strategy)
                .strategyInUse(on: now.japanDate, knownAt: now)
            let current = try ledger.currentReadings(of: strategy, knownAt: now)
            self.current = current
            missing = Answers.owed(
                of: strategy, endingIn: months, dueDays: inquiry.postbox.configuration.dueDays
            ).filter { !$0.isAnswered(by: current[$0.indicator.id]) }
        }

        /// What a department owes and has not reported.
        func missing(of department: Department) -> [OwedFigure] {
            missing.filter { $0.indicator.departments.contains(department.id) }
        }

        func occasion(
            _ department: Department, _ figures: [OwedFigure]
        ) -> InquiryNotice.Occasion {
            let postbox = inquiry.postbox
            let path = postbox.setup.key(of: department.id, in: inquiry.strategy)
            return InquiryNotice.Occasion(
                strategy: strategy, department: department, figures: figures, current: current,
                folder: "\(postbox.configuration.drops)/\(path)", mark: postbox.configuration.mark)
        }
    }
}
