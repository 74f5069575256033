/// The letters by which a city shows statuses (達成度の記号), such as S, A, B, C, D.
package struct LetterTable: Sendable, Equatable {
    /// The longest letter: enough for 要改善 or AAA.
    package static let maximumLength = 4

    /// The version of a city's own table that the ledger has not recorded yet.
    package static let unrecorded = "city"

    /// What is stored with a judgement to say which table it was: the number under which the ledger has recorded it, or
    /// the name of one that it has not.
    package let version: String
    /// The letters; a status without one is shown by its word alone.
    package let letters: [Status: String]

    /// Makes a table.
    package init(version: String, letters: [Status: String]) {
        self.version = version
        self.letters = letters
    }

    /// The table where a city has none of its own: S, A, B, C, D, and X for what was never begun.
    package static let standard = LetterTable(
        version: "standard-1",
        letters: [
            .achieved: "S", .atTargetLevel: "A", .onTrack: "A", .watch: "B", .lagging: "C",
            .movingAway: "D", .notAchieved: "D", .notStarted: "X",
        ])

    /// The letter of a status; nil where it has none.
    package func letter(for status: Status) -> Standing.Letter? {
        letters[status].map { Standing.Letter(text: $0, table: version) }
    }

    /// The same letters under the version by which the ledger has recorded them.
    package func recorded(as version: Int64) -> LetterTable {
        LetterTable(version: String(version), letters: letters)
    }

    /// The table as the ledger keeps it: letters by code, in the order of the statuses.
    package var content: JSON {
        .object(
            Status.allCases.compactMap { status in
                letters[status].map { (status.rawValue, .string($0)) }
            })
    }
}
