/// What a judgement says of one type of alert.
package enum AlertCall: Sendable, Equatable {
    /// There is nothing to alert anybody to: an open alert ends.
    case clear
    /// Too little is known, or nothing of a current period: things stay as they are.
    case unclear
    /// It calls for an alert; with the status, and whether the indicator recovers.
    case holds(Status?, isRecovering: Bool)
}

/// Decides what becomes of an indicator's alerts.
package enum AlertDecision {
    /// What a new standing says of each type of alert that an indicator can have.
    ///
    /// A department is told only of a current period: figures of the past that are handed in later open and worsen
    /// nothing, and neither does a sum of which parts are still missing. A level that is fallen below is an alert of its
    /// own, and no lag beside it unless the forecast says so too.
    package static func calls(
        of standing: Standing, indicator: Indicator, now: Timestamp
    ) -> [AlertType: AlertCall] {
        let status = standing.status
        let isEnded = status == .discontinued
        // Several departments report the parts of a joint indicator; until all have, a sum says nothing, and neither
        // does one from which a part is kept back.
        let isPartial = standing.reasons.contains {
            ["parts-missing", "parts-absent"].contains($0.code)
        }
        let isCurrent = standing.period.map { self.isCurrent($0, of: indicator, now: now) } ?? false
        let isClear = isCurrent && !isPartial
        func call(_ holds: Bool, needsFigure: Bool = true, isRecovering: Bool = false) -> AlertCall
        {
            guard holds, !isEnded else { return .clear }
            return isClear || !needsFigure ? .holds(status, isRecovering: isRecovering) : .unclear
        }
        let isBelow = standing.signals.contains(.belowLevel)
        let isBelowOnly = isBelow && status == .movingAway && standing.lag == nil
        return [
            .lagging: call(
                status.callsForAlert && !isBelowOnly,
                isRecovering: standing.lag?.isRecovering ?? false),
            .belowLevel: call(isBelow),
            .suddenChange: call(standing.signals.contains(.suddenChange)),
            .definitionQuery: call(
                standing.signals.contains(.definitionQuery), needsFigure: false),
            .overdue: call(standing.answer == .overdue, needsFigure: false),
        ]
    }

    /// The code of the reason why an alert ended that the next plan has taken over.
    package static let succeeded = "succeeded"

    /// Why an alert ends whose indicator goes on in the next plan.
    package static func takenOver(by next: Strategy, as indicator: Indicator) -> Standing.Reason {
        let (plan, id) = (Inert.line(next.name), indicator.id)
        return Standing.Reason(
            code: succeeded,
            text: Wording(
                ja: "指標は\(next.firstDay)から\(plan)の\(id)に引き継がれました。",
                en: "The indicator goes on as \(id) of \(plan) from \(next.firstDay) on."))
    }

    /// The step that a call makes; nil where things stay as they are.
    ///
    /// `open` is the open alert of the type, nil where none is. What calls for an alert opens one, or worsens it from LAG
    /// to BACK; from BACK to LAG it stays.
    package static func step(_ open: AlertState?, _ call: AlertCall) -> AlertTransition.Kind? {
        switch (open, call) {
        case (_, .unclear), (nil, .clear): nil
        case (nil, .holds): .opened
        case (_?, .clear): .closed
        case (let open?, .holds(let status, let isRecovering)):
            if open.status == .lagging, status == .movingAway {
                .worsened
            } else if isRecovering != open.isRecovering {
                isRecovering ? .recovering : .relapsed
            } else {
                nil
            }
        }
    }

    /// Why a step was made: the sentence of the judgement that it follows from.
    package static func reason(
        of kind: AlertTransition.Kind, _ type: AlertType, standing: Standing
    ) -> Standing.Reason {
        let code = type.rawValue
        let period = standing.period?.wording ?? Wording(ja: "－", en: "－")
        if kind == .closed {
            let status = standing.status.wording
            let end =
                type == .overdue
                ? Wording(ja: "回答があったか、求められなくなりました。", en: "It was answered, or is no longer owed.")
                : Wording(
                    ja: "\(period.japanese)の判定は「\(status.japanese)」です。",
                    en: "Judged for \(period.english): \(status.english).")
            return Standing.Reason(code: standing.status.rawValue, text: end)
        }
        if type == .overdue {
            return Standing.Reason(
                code: code,
                text: Wording(
                    ja: "提出期限を過ぎても、数値も「該当なし」などの回答もありません。",
                    en: "The due day is past, and there is neither a figure nor an answer."))
        }
        let codes = Self.codes[type] ?? []
        return standing.reasons.first { codes.contains($0.code) } ?? standing.reasons.first
            ?? Standing.Reason(code: code, text: type.wording)
    }

    /// The reasons of a judgement that speak of a type of alert, where it is not the deciding one.
    private static let codes: [AlertType: [String]] = [
        .belowLevel: ["floor"], .suddenChange: ["sudden-change"],
        .definitionQuery: ["blocked", "question"],
    ]

    /// Whether a period is one that people act on now.
    ///
    /// It is if it ends on or after the first day of the newest closed period of the indicator's
    /// cadence and calendar: on 2022-10-17 a quarterly indicator's September and second quarter are
    /// current, and a yearly one's FY2021.
    package static func isCurrent(
        _ period: Period, of indicator: Indicator, now: Timestamp
    ) -> Bool {
        let today = now.japanDate
        let length = indicator.cadence.months
        let firstMonth = Year.of(indicator.calendar, containing: today).firstMonth
        let month = today.year * 12 + today.month - 1
        let elapsed = (month - (firstMonth - 1)) % length
        let newestClosed = month - elapsed - length..<month - elapsed
        return period.absoluteMonths.upperBound > newestClosed.lowerBound
    }
}
