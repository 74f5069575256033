/// One step in the life of an alert, as the ledger keeps it: what happened, when, why, and by whom.
package struct AlertTransition: Sendable, Equatable {
    /// What happened.
    package enum Kind: String, Sendable, CaseIterable {
        /// It began.
        case opened
        /// It became graver: from LAG to BACK.
        case worsened
        /// The probability has come back half way (回復中); nobody is reminded meanwhile.
        case recovering
        /// It recovers no more.
        case relapsed
        /// Somebody has answered, with what is done and when it is looked at again.
        case acknowledged
        /// The day has come on which what was answered is looked at again.
        case lapsed
        /// A role was told.
        case told
        /// It is over.
        case closed
    }

    /// At what point of its life people were told of an alert.
    package enum Stage: String, Sendable, CaseIterable {
        /// It began.
        case onset
        /// It became graver.
        case worsened
        /// It recovers no more.
        case relapsed
        /// What was answered is to be looked at again.
        case lapsed
        /// Nobody has answered for days.
        case escalated
        /// It is still there.
        case repeated
        /// It began together with many others (共通要因).
        case common
    }

    /// What was answered.
    package struct Answer: Sendable, Equatable {
        /// What is done about it.
        package let action: String
        /// The day on which it is looked at again.
        package let reviewOn: CivilDate

        /// Makes an answer.
        package init(action: String, reviewOn: CivilDate) {
            self.action = action
            self.reviewOn = reviewOn
        }
    }

    /// To whom it was told, and at what point.
    package struct Telling: Sendable, Hashable {
        /// The role that was told.
        package let role: Role
        /// At what point.
        package let stage: Stage

        /// Makes a telling.
        package init(role: Role, stage: Stage) {
            self.role = role
            self.stage = stage
        }
    }

    /// What happened.
    package let kind: Kind
    /// When.
    package let at: Timestamp
    /// How the indicator was judged then; nil for what is no step of the judgement.
    package let status: Status?
    /// Why.
    package let reason: Standing.Reason
    /// Who did it; nil for the program.
    package let author: String?
    /// What was answered; nil unless it was acknowledged.
    package let answer: Answer?
    /// Who was told; nil unless somebody was.
    package let telling: Telling?

    /// Makes a step.
    package init(
        _ kind: Kind, at moment: Timestamp, status: Status? = nil, reason: Standing.Reason,
        author: String? = nil, answer: Answer? = nil, telling: Telling? = nil
    ) {
        self.kind = kind
        at = moment
        self.status = status
        self.reason = reason
        self.author = author
        self.answer = answer
        self.telling = telling
    }

    /// The reason of an alert that was opened by history fed by hand: nobody was to be told of it.
    package static let backfill = "backfill"
}

extension AlertTransition {
    /// The step that a role was told, with who held it.
    package static func told(
        _ telling: Telling, to recipients: [Recipient], at moment: Timestamp
    ) -> AlertTransition {
        let names = recipients.map(\.wording)
        let (role, stage) = (telling.role.wording, telling.stage.wording)
        return AlertTransition(
            .told, at: moment,
            reason: Standing.Reason(
                code: telling.stage.rawValue,
                text: Wording(
                    ja: "\(role.japanese)に知らせました（\(stage.japanese)）："
                        + names.map(\.japanese).joined(separator: "、"),
                    en: "Told the \(role.english) (\(stage.english)): "
                        + names.map(\.english).joined(separator: ", "))),
            telling: telling)
    }
}

extension AlertTransition.Kind {
    /// What people call it.
    package var wording: Wording {
        switch self {
        case .opened: Wording(ja: "発生", en: "Opened")
        case .worsened: Wording(ja: "悪化", en: "Worse")
        case .recovering: Wording(ja: "回復中", en: "Recovering")
        case .relapsed: Wording(ja: "再び悪化", en: "Relapsed")
        case .acknowledged: Wording(ja: "対応を記録", en: "Acknowledged")
        case .lapsed: Wording(ja: "見直しの日", en: "Review due")
        case .told: Wording(ja: "通知", en: "Told")
        case .closed: Wording(ja: "終了", en: "Closed")
        }
    }
}

extension AlertTransition.Stage {
    /// What people call it.
    package var wording: Wording {
        switch self {
        case .onset: Wording(ja: "新たに発生", en: "new")
        case .worsened: Wording(ja: "悪化", en: "worse")
        case .relapsed: Wording(ja: "再び悪化", en: "relapsed")
        case .lapsed: Wording(ja: "見直しの日", en: "review due")
        case .escalated: Wording(ja: "対応の記録がないまま経過", en: "not acknowledged")
        case .repeated: Wording(ja: "継続中", en: "still open")
        case .common: Wording(ja: "共通要因", en: "common cause")
        }
    }
}
