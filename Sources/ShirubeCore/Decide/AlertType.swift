/// What an alert speaks of; causes are never mixed in one.
package enum AlertType: String, Sendable, CaseIterable {
    /// 遅れ: the indicator has come to lag, or moves away.
    case lagging
    /// 水準割れ: a level to be kept has been fallen below.
    case belowLevel = "below-level"
    /// 急変・数値確認: the latest figures are to be checked.
    case suddenChange = "sudden-change"
    /// 定義確認: what the figures mean is to be settled.
    case definitionQuery = "definition-query"
    /// 未回答: a figure is not there although its due day is past.
    case overdue
    /// 障害: the program itself cannot send, or cannot reach a folder.
    case failure

    /// What people call it.
    package var wording: Wording {
        switch self {
        case .lagging: Wording(ja: "遅れ", en: "Lagging")
        case .belowLevel: Standing.Signal.belowLevel.wording
        case .suddenChange: Standing.Signal.suddenChange.wording
        case .definitionQuery: Standing.Signal.definitionQuery.wording
        case .overdue: Answers.State.overdue.wording
        case .failure: Wording(ja: "障害", en: "Failure")
        }
    }

    /// Who is told at once when such an alert opens, or gets worse; the director only where the indicator moves away.
    ///
    /// Nobody for what others ask about already: who has not answered is reminded by the due day, and what a figure means
    /// is settled with the planning division, which has both in its digest.
    package var firstRoles: [Role] {
        switch self {
        case .lagging, .belowLevel: [.staff, .manager, .director]
        case .suddenChange: [.staff]
        case .failure: [.planning]
        case .definitionQuery, .overdue: []
        }
    }

    /// To whom it goes up as long as nobody acknowledges it, in this order.
    package var higherRoles: [Role] {
        switch self {
        case .lagging, .belowLevel: [.manager, .director]
        case .suddenChange: [.manager]
        case .definitionQuery, .overdue, .failure: []
        }
    }

    /// Whether a head of a department has something to answer for while it is open.
    package var asksForAnswer: Bool { !higherRoles.isEmpty }

    /// Whether it ends with the plan where the next plan goes on with the indicator: nobody can act in a plan that is over.
    ///
    /// What is still to be reported for the plan, and what is odd about its figures, stays with it.
    package var endsWithPlan: Bool {
        switch self {
        case .lagging, .belowLevel, .definitionQuery: true
        case .suddenChange, .overdue, .failure: false
        }
    }
}
