/// For whom a report is made.
package enum ReportAudience: Sendable, Equatable {
    /// The city hall: everything is in it.
    case cityHall
    /// Everyone: no reasons or views of the city hall, no names of people, nothing of who is late; the chance of meeting a target
    /// only where the city has decided so.
    case everyone(showsProbability: Bool)

    /// Whether the chance of meeting a target is shown.
    package var showsProbability: Bool {
        switch self {
        case .cityHall: true
        case .everyone(let shows): shows
        }
    }

    /// Whether what concerns the city hall alone is shown.
    package var isInternal: Bool { self == .cityHall }
}
