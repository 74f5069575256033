import Foundation
import GRDB
package import ShirubeCore

/// A draft of an edition of the summary, byte for byte as it is sent.
package struct SummaryDraft: Sendable, Equatable {
    /// Up to when data is in it.
    package let cutoff: Timestamp
    /// The subject of its mails.
    package let subject: String
    /// What it says, by `text`, `html`, `json`, and `slack/0` and so on for the posts to channels of a kind.
    package let documents: [String: [UInt8]]

    /// Makes a draft.
    package init(cutoff: Timestamp, subject: String, documents: [String: [UInt8]]) {
        self.cutoff = cutoff
        self.subject = subject
        self.documents = documents
    }
}

/// What a person has done about an edition of the summary, or the program has when it was sent.
package struct SummaryEvent: Sendable, Equatable {
    /// What was done.
    package enum Kind: String, Sendable {
        /// It is not to be sent for now.
        case hold
        /// It may be sent again.
        case resume
        /// It was to be sent at once.
        case release
        /// It was sent: its messages lie in the outbox.
        case sent
    }

    /// What.
    package let kind: Kind
    /// Who.
    package let author: String
    /// Why; empty where nobody said.
    package let reason: String
    /// When.
    package let at: Timestamp

    /// Makes an event.
    package init(_ kind: Kind, by author: String, reason: String, at moment: Timestamp) {
        self.kind = kind
        self.author = author
        self.reason = reason
        at = moment
    }
}

extension Ledger {
    /// The editions of a strategy's summaries as they stood at a moment, oldest quarter first.
    ///
    /// - Parameters:
    ///   - strategy: the strategy.
    ///   - quarter: the one quarter that is asked for; nil for all.
    ///   - moment: the moment; nil for the newest state.
    /// - Returns: the editions; empty where there are none.
    /// - Throws: where the ledger cannot be read.
    package func summaryEditions(
        strategy: Identifier<Strategy>, quarter: Period? = nil, asOf moment: Timestamp? = nil
    ) throws -> [SummaryEditionState] {
        guard try db.tableExists("summary_edition") else { return [] }
        let moment = moment ?? Timestamp(milliseconds: .max)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.*, COUNT(d.id) AS drafts, MIN(d.cutoff) AS built,
                    MAX(d.cutoff) AS cutoff FROM summary_edition e
                JOIN summary_draft d ON d.edition_id = e.id AND d.cutoff <= :moment
                WHERE e.strategy = :strategy AND (:quarter IS NULL OR e.quarter = :quarter)
                GROUP BY e.id ORDER BY e.id
                """,
            arguments: [
                "strategy": strategy.text, "quarter": quarter?.description, "moment": moment,
            ])
        return try rows.map { row in
            let events = try summaryEvents(of: row["id"]).filter { $0.at <= moment }
            let last = events.last { $0.kind == .hold || $0.kind == .resume }
            let hold = last.flatMap { event in
                event.kind == .hold
                    ? SummaryEditionState.Hold(
                        author: event.author, reason: event.reason, at: event.at) : nil
            }
            return SummaryEditionState(
                id: row["id"], quarter: try Self.period(row["quarter"]), number: row["number"],
                builtAt: row["built"], draftedAt: row["cutoff"], draftCount: row["drafts"],
                releaseAt: row["release_at"], hold: hold,
                sentAt: events.first { $0.kind == .sent }?.at)
        }
    }

    /// What was done about an edition, oldest first.
    package func summaryEvents(of edition: Int64) throws -> [SummaryEvent] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM summary_event WHERE edition_id = ? ORDER BY id",
            arguments: [edition]
        ).map { row in
            SummaryEvent(
                try Self.word(row["kind"], as: SummaryEvent.Kind.self), by: row["author"],
                reason: row["reason"], at: row["at"])
        }
    }

    /// The newest draft of an edition; nil where it has none.
    package func newestDraft(of edition: Int64) throws -> SummaryDraft? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: "SELECT * FROM summary_draft WHERE edition_id = ? ORDER BY id DESC LIMIT 1",
                arguments: [edition])
        else { return nil }
        let documents = try Row.fetchAll(
            db, sql: "SELECT name, content FROM summary_document WHERE draft_id = ?",
            arguments: [row["id"] as Int64])
        return SummaryDraft(
            cutoff: row["cutoff"], subject: row["subject"],
            documents: documents.reduce(into: [:]) { result, document in
                result[document["name"] as String] = [UInt8](document["content"] as Data)
            })
    }

    /// Adds an edition that is not sent before a moment, and returns its number in the ledger.
    func insertEdition(
        strategy: Identifier<Strategy>, quarter: Period, number: Int, releaseAt: Timestamp
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO summary_edition (strategy, quarter, number, release_at)
                VALUES (?, ?, ?, ?)
                """, arguments: [strategy.text, quarter.description, number, releaseAt])
        return db.lastInsertedRowID
    }

    /// Adds a draft, which takes the place of the ones before.
    func insert(_ draft: SummaryDraft, into edition: Int64) throws {
        try db.execute(
            sql: "INSERT INTO summary_draft (edition_id, cutoff, subject) VALUES (?, ?, ?)",
            arguments: [edition, draft.cutoff, draft.subject])
        let id = db.lastInsertedRowID
        for (name, content) in draft.documents.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: "INSERT INTO summary_document (draft_id, name, content) VALUES (?, ?, ?)",
                arguments: [id, name, Data(content)])
        }
    }

    /// Records what was done about an edition.
    func insert(_ event: SummaryEvent, of edition: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO summary_event (edition_id, kind, author, reason, at)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [edition, event.kind.rawValue, event.author, event.reason, event.at])
    }
}
