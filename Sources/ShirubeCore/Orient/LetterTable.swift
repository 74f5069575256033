/// The letters by which a city shows statuses (達成度の記号), such as S, A, B, C, D.
package struct LetterTable: Sendable, Equatable {
    /// The longest letter: enough for 要改善 or AAA.
    package static let maximumLength = 4

    private let letters: [Status: String]
    /// Its version, from 1 in the order in which the city has used such tables; nil where it is not recorded yet.
    package let version: Int?

    /// Makes a table; a status that is missing from it has no letter.
    package init(_ letters: [Status: String], version: Int? = nil) {
        self.letters = letters
        self.version = version
    }

    /// The same letters as recorded under a version.
    package func recorded(as version: Int) -> LetterTable {
        LetterTable(letters, version: version)
    }

    /// The letters where the configuration has none of its own.
    package static let standard = LetterTable([
        .achieved: "S", .onTrack: "A", .atTargetLevel: "A", .watch: "B", .lagging: "C",
        .movingAway: "D", .notAchieved: "D", .notStarted: "X",
    ])

    /// The letter of a status; nil where it has none (－).
    package subscript(status: Status) -> String? { letters[status] }

    /// The table as the ledger keeps it: letters by code, in the order of the statuses.
    package var content: JSON {
        .object(
            Status.allCases.compactMap { status in
                letters[status].map { (status.rawValue, .string($0)) }
            })
    }
}
