/// An alert as its transitions have made it.
package struct AlertState: Sendable, Equatable {
    /// An answer that holds, and whose it is.
    package struct Acknowledgement: Sendable, Equatable {
        /// Why things are as they are.
        package let reason: String
        /// What is done, and when it is looked at again.
        package let answer: AlertTransition.Answer
        /// Who answered.
        package let author: String
        /// When.
        package let at: Timestamp
    }

    /// Its number.
    package let id: Int64
    /// What it speaks of.
    package let type: AlertType
    /// The indicator's id; of a failure, what has failed, such as `folder:kogyo-koyo`.
    package let subject: String
    /// All its steps, oldest first.
    package let transitions: [AlertTransition]
    /// When it began.
    package let openedAt: Timestamp
    /// How the indicator was judged at the last step of the judgement; nil for a failure.
    package private(set) var status: Status?
    /// When it ended; nil while it is open.
    package private(set) var closedAt: Timestamp?
    /// Whether it recovers (回復中).
    package private(set) var isRecovering = false
    /// The answer that holds; nil where none does.
    package private(set) var acknowledgement: Acknowledgement?
    /// The step since which an answer is asked for: when it began, got worse, relapsed, or its answer lapsed.
    package private(set) var spur: AlertTransition

    /// The indicator; nil for a failure.
    package var indicator: Identifier<Indicator>? {
        type == .failure ? nil : Identifier(subject)
    }

    /// Whether history fed by hand has brought its last turn, of which nobody is told.
    package var isQuiet: Bool { spur.reason.code == AlertTransition.backfill }

    /// Whether history fed by hand has opened it.
    package var wasQuiet: Bool { transitions.first?.reason.code == AlertTransition.backfill }

    /// Folds an alert's steps, oldest first; nil where they do not begin with its opening.
    package init?(id: Int64, type: AlertType, subject: String, transitions: [AlertTransition]) {
        guard let first = transitions.first, first.kind == .opened else { return nil }
        self.id = id
        self.type = type
        self.subject = subject
        self.transitions = transitions
        openedAt = first.at
        status = first.status
        spur = first
        for transition in transitions.dropFirst() { take(transition) }
    }

    /// The alert after one more step.
    package func after(_ transition: AlertTransition) -> AlertState {
        AlertState(
            id: id, type: type, subject: subject, transitions: transitions + [transition]) ?? self
    }

    private mutating func take(_ transition: AlertTransition) {
        if let status = transition.status { self.status = status }
        switch transition.kind {
        case .opened, .told: break
        case .worsened, .relapsed, .lapsed:
            // What was answered was answered for less than this.
            acknowledgement = nil
            isRecovering = false
            spur = transition
        case .recovering: isRecovering = true
        case .acknowledged:
            acknowledgement = transition.answer.map {
                Acknowledgement(
                    reason: transition.reason.text.japanese, answer: $0,
                    author: transition.author ?? "", at: transition.at)
            }
        case .closed: closedAt = transition.at
        }
    }

    /// The tellings since an answer is asked for, oldest first.
    package var tellingsSinceSpur: [AlertTransition] {
        guard let index = transitions.lastIndex(of: spur) else { return [] }
        return transitions[index...].filter { $0.telling != nil }
    }

    /// The newest answer, whether it still holds or not; nil where nobody has answered.
    package var lastAnswer: AlertTransition? {
        transitions.last { $0.kind == .acknowledged }
    }

    /// Whether an answer's day has come.
    package func isLapsed(on day: CivilDate) -> Bool {
        acknowledgement.map { $0.answer.reviewOn <= day } ?? false
    }
}
