import GRDB
import ShirubeCore

extension Ledger {
    /// The bodies after a number of which every message has come to its end, and that are not compressed yet, in order.
    func looseBodies(after id: Int64, limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT b.id FROM message_body b
                WHERE b.size IS NULL AND b.removed_at IS NULL AND b.id > ?
                    AND NOT EXISTS (SELECT 1 FROM delivery d
                        WHERE d.body_id = b.id AND d.finished_at IS NULL)
                ORDER BY b.id LIMIT ?
                """, arguments: [id, limit])
    }

    /// Compresses bodies.
    ///
    /// - Throws: where what is read back is not what was sent; then nothing is changed.
    func pack(bodies: [Int64]) throws {
        for id in bodies {
            try db.execute(
                sql: """
                    UPDATE message_body SET bytes = shirube_packed(bytes), size = length(bytes)
                    WHERE id = ? AND size IS NULL AND removed_at IS NULL
                    """, arguments: [id])
            let isSame = try Bool.fetchOne(
                db,
                sql: """
                    SELECT sha256 = shirube_sha256(\(PackedBody.sql("b"))) FROM message_body b
                    WHERE id = ?
                    """, arguments: [id])
            guard isSame == true else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT,
                    message: "message body \(id) is not what was sent; run shirube verify")
            }
        }
    }

    /// The bodies after a number of which every message came to its end before a moment, in order.
    func staleBodies(after id: Int64, finishedBefore moment: Timestamp, limit: Int) throws
        -> [Int64]
    {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT b.id FROM message_body b WHERE b.removed_at IS NULL AND b.id > ?
                    AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.body_id = b.id
                        AND (d.finished_at IS NULL OR d.finished_at >= ?))
                ORDER BY b.id LIMIT ?
                """, arguments: [id, moment, limit])
    }

    /// Removes bodies; that they were there, and their hash, stays.
    func remove(bodies: [Int64], now: Timestamp) throws {
        for id in bodies {
            try db.execute(
                sql:
                    "UPDATE message_body SET bytes = X'', size = NULL, removed_at = ? WHERE id = ?",
                arguments: [now, id])
        }
    }
}
