/// What came of a file that was taken in.
package enum DropOutcome: String, Sendable, CaseIterable {
    /// Its readings are in the ledger.
    case accepted
    /// Its content had been accepted before and is still current: nothing was changed.
    case unchanged
    /// It has errors: nothing was applied.
    case rejected

    /// The outcome for people.
    package var wording: Wording {
        switch self {
        case .accepted: Wording(ja: "受理", en: "accepted")
        case .unchanged: Wording(ja: "変更なし", en: "unchanged")
        case .rejected: Wording(ja: "差し戻し", en: "rejected")
        }
    }
}

/// How a file came in.
package enum DropOrigin: String, Sendable, CaseIterable {
    /// Its department put it into its drop folder.
    case folder
    /// Somebody fed it by hand.
    case hand
    /// Somebody fed it by hand as history: what it reveals is told to nobody.
    case backfill

    /// The origin for people.
    package var wording: Wording {
        switch self {
        case .folder: Wording(ja: "フォルダ", en: "folder")
        case .hand: Wording(ja: "手作業", en: "by hand")
        case .backfill: Wording(ja: "過去分", en: "backfill")
        }
    }
}
