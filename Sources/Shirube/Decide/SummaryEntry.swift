package import ShirubeCore

/// What people do about a summary at the release gate: keep it back, let it go, send it at once.
package struct SummaryEntry: Sendable {
    private let strategy: Strategy
    private let release: SummaryRelease

    /// Why nothing is done.
    package struct Refusal: Declined, Equatable {
        /// What, why and the remedy.
        package let message: Wording
    }

    /// Works for one strategy.
    package init(strategy: Strategy, setup: Setup) {
        self.strategy = strategy
        release = SummaryRelease(strategy: strategy, setup: setup)
    }

    /// Does something about the newest edition of a quarter's summary.
    ///
    /// - Parameters:
    ///   - kind: `hold`, `resume` or `release`.
    ///   - quarter: the quarter; nil for the newest one that there is.
    ///   - author: who.
    ///   - reason: why; empty where nobody says.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the edition as it stands then.
    /// - Throws: `Refusal` where there is none, it was sent already, or is not held; what the ledger throws.
    package func record(
        _ kind: SummaryEvent.Kind, quarter: Period?, by author: String, reason: String,
        in store: Store, now: Timestamp
    ) throws -> SummaryEditionState {
        try store.write { ledger in
            let edition = try newest(quarter, in: ledger)
            if edition.sentAt != nil { throw Refusal.sent(edition) }
            if kind == .resume, edition.hold == nil { throw Refusal.notHeld(edition) }
            try ledger.insert(
                SummaryEvent(kind, by: author, reason: reason, at: now), of: edition.id)
            if kind == .release {
                try release.send(edition, in: ledger, now: now, delay: .none)
            }
            return try newest(edition.quarter, in: ledger)
        }
    }

    private func newest(
        _ quarter: Period?, in ledger: Ledger
    ) throws -> SummaryEditionState {
        let editions = try ledger.summaryEditions(strategy: strategy.id, quarter: quarter)
        guard let last = editions.max(by: { ($0.quarter, $0.number) < ($1.quarter, $1.number) })
        else { throw Refusal.none(quarter) }
        return last
    }
}

extension SummaryEntry.Refusal {
    fileprivate static func none(_ quarter: Period?) -> Self {
        let name = quarter?.wording ?? Wording(ja: "どの四半期", en: "any quarter")
        return Self(
            message: Wording(
                ja: "\(name.japanese)のまとめはまだ作られていません。shirube summary list で確かめてください。",
                en: "No summary of \(name.english) has been built yet. See shirube summary list."))
    }

    fileprivate static func sent(_ edition: SummaryEditionState) -> Self {
        let quarter = edition.quarter.wording
        return Self(
            message: Wording(
                ja: "\(quarter.japanese)のまとめ（第\(edition.number)版）はもう送られました。"
                    + "実績を直せば、訂正版が作られます。",
                en:
                    "The summary of \(quarter.english) (edition \(edition.number)) has been sent already. "
                    + "Correct the figures, and a correction will be made."))
    }

    fileprivate static func notHeld(_ edition: SummaryEditionState) -> Self {
        let quarter = edition.quarter.wording
        let moment = edition.releaseAt.longWording
        return Self(
            message: Wording(
                ja: "\(quarter.japanese)のまとめは止められていません。\(moment.japanese)に送られます。",
                en:
                    "The summary of \(quarter.english) is not held; it is sent on \(moment.english)."
            ))
    }
}
