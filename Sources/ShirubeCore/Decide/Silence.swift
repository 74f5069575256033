/// What somebody wants to hear nothing of until a day, and why (休止).
package struct Silence: Sendable, Equatable {
    /// Its number; 0 until it is recorded.
    package let id: Int64
    /// The indicator; nil for all of the department.
    package let indicator: Identifier<Indicator>?
    /// The department whose indicators are meant; nil where an indicator is named.
    package let department: Identifier<Department>?
    /// The type of alert; nil for all.
    package let type: AlertType?
    /// The last day on which it holds.
    package let until: CivilDate
    /// Why.
    package let reason: String
    /// Who wants it.
    package let author: String
    /// Since when.
    package let at: Timestamp

    /// Makes a silence.
    package init(
        id: Int64 = 0, indicator: Identifier<Indicator>?, department: Identifier<Department>?,
        type: AlertType?, until: CivilDate, reason: String, author: String, at: Timestamp
    ) {
        self.id = id
        self.indicator = indicator
        self.department = department
        self.type = type
        self.until = until
        self.reason = reason
        self.author = author
        self.at = at
    }

    /// The silence under the number that it was recorded by.
    package func numbered(_ id: Int64) -> Silence {
        Silence(
            id: id, indicator: indicator, department: department, type: type, until: until,
            reason: reason, author: author, at: at)
    }

    /// Whether it holds on a day.
    package func holds(on day: CivilDate) -> Bool { day <= until }

    /// Whether it speaks of an alert; `departments` are those of the alert's indicator.
    package func covers(_ alert: AlertState, departments: [Identifier<Department>]) -> Bool {
        guard let own = alert.indicator else { return false }
        return (indicator.map { $0 == own } ?? true)
            && (department.map(departments.contains) ?? true)
            && (type.map { $0 == alert.type } ?? true)
    }
}
