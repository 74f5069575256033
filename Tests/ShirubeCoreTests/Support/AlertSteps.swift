import ShirubeCore

/// Alerts as tests put them together, step by step.
enum AlertSteps {
    static let reason = Standing.Reason(code: "forecast", text: Wording(ja: "見込み", en: "chance"))

    static func step(
        _ kind: AlertTransition.Kind, _ at: String, status: Status? = nil,
        code: String = "forecast", telling: AlertTransition.Telling? = nil,
        reviewOn: CivilDate? = nil
    ) -> AlertTransition {
        AlertTransition(
            kind, at: japanTime(at), status: status,
            reason: Standing.Reason(code: code, text: reason.text),
            author: reviewOn.map { _ in "課長" },
            answer: reviewOn.map { AlertTransition.Answer(action: "増やす", reviewOn: $0) },
            telling: telling)
    }

    static func told(
        _ role: Role, _ stage: AlertTransition.Stage, _ at: String
    ) -> AlertTransition {
        step(.told, at, telling: AlertTransition.Telling(role: role, stage: stage))
    }

    /// An alert that was opened on 17 October 2022, a Monday, and its further steps.
    static func alert(
        _ type: AlertType, status: Status? = .lagging, code: String = "forecast",
        _ further: AlertTransition...
    ) -> AlertState? {
        AlertState(
            id: 1, type: type, subject: "i-1",
            transitions: [step(.opened, "2022-10-17T09:00", status: status, code: code)] + further)
    }
}
