import GRDB
package import ShirubeCore

extension Ledger {
    /// What an indicator goes on from, as the ledger knows it.
    package struct Succession: Sendable, Equatable {
        /// The indicator of the plan before.
        package let predecessor: IndicatorPlace
        /// How it goes on from it.
        package let continuation: Continuation
        /// Since when the ledger knows it.
        package let knownAt: Timestamp
    }

    /// What the indicators of a strategy go on from, by what was known at a moment; nil for all that is known.
    ///
    /// One that begins with its plan is missing. A ledger that an older version has made, and that is only read, knows of none.
    package func successions(
        of strategy: Identifier<Strategy>, knownAt moment: Timestamp? = nil
    ) throws -> [Identifier<Indicator>: Succession] {
        guard try db.tableExists("indicator_succession") else { return [:] }
        let statement = try db.cachedStatement(
            sql: """
                SELECT * FROM indicator_succession WHERE strategy = ? AND known_at <= ?
                ORDER BY id
                """)
        let rows = try Row.fetchAll(
            statement, arguments: [strategy.text, moment?.milliseconds ?? Int64.max])
        return rows.reduce(into: [:]) { result, row in
            result[Identifier(row["indicator"])] = Self.succession(row)
        }
    }

    /// What one indicator goes on from, by what was known at a moment; nil for nothing.
    package func succession(
        of place: IndicatorPlace, knownAt moment: Timestamp? = nil
    ) throws -> Succession? {
        guard try db.tableExists("indicator_succession") else { return nil }
        let statement = try db.cachedStatement(
            sql: """
                SELECT * FROM indicator_succession
                WHERE strategy = ? AND indicator = ? AND known_at <= ? ORDER BY id DESC LIMIT 1
                """)
        let row = try Row.fetchOne(
            statement,
            arguments: [
                place.strategy.text, place.indicator.text, moment?.milliseconds ?? Int64.max,
            ])
        return row.flatMap(Self.succession)
    }

    private static func succession(_ row: Row) -> Succession? {
        guard let strategy = row["predecessor_strategy"] as String?,
            let indicator = row["predecessor"] as String?
        else { return nil }
        return Succession(
            predecessor: IndicatorPlace(
                strategy: Identifier(strategy), indicator: Identifier(indicator)),
            continuation: Continuation(
                of: Identifier(indicator), factor: row["factor"], newSeries: row["new_series"]),
            knownAt: row["known_at"])
    }

    /// The indicators of plans before that one goes on from, the newest first, also where the figures cannot be compared.
    package func predecessors(
        of place: IndicatorPlace, knownAt moment: Timestamp? = nil
    ) throws -> [Predecessor] {
        var found: [Predecessor] = []
        var next = try succession(of: place, knownAt: moment)
        while let link = next, !found.contains(where: { $0.place == link.predecessor }) {
            let before = link.predecessor
            let edition = try edition(
                of: before.strategy, knownAt: moment ?? Timestamp(milliseconds: .max))
            let newest = try definitions(of: before.strategy)[before.indicator]?.newest.indicator
            found.append(
                Predecessor(
                    place: before, plan: edition?.name ?? before.strategy.text,
                    name: newest?.name ?? before.indicator.text, unit: newest?.unit ?? ""))
            next = try succession(of: before, knownAt: moment)
        }
        return found
    }

    /// Records what the indicators of a strategy go on from, where that differs from what is recorded.
    ///
    /// - Returns: how many of them go on from an indicator of the plan before that they did not go on from yet.
    func recordSuccession(of strategy: Strategy, now: Timestamp) throws -> Int {
        let recorded = try successions(of: strategy.id)
        var count = 0
        for indicator in strategy.indicators {
            let known = recorded[indicator.id]
            guard let before = strategy.succeeds, let continuation = indicator.continues else {
                if known != nil { try insert(nil, of: indicator.id, in: strategy.id, now: now) }
                continue
            }
            if known?.predecessor.strategy == before, known?.continuation == continuation {
                continue
            }
            try insert((before, continuation), of: indicator.id, in: strategy.id, now: now)
            count += 1
        }
        return count
    }

    private func insert(
        _ link: (strategy: Identifier<Strategy>, continuation: Continuation)?,
        of indicator: Identifier<Indicator>, in strategy: Identifier<Strategy>, now: Timestamp
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO indicator_succession (strategy, indicator, predecessor_strategy,
                    predecessor, factor, new_series, known_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, indicator.text, link?.strategy.text,
                link?.continuation.indicator.text, link?.continuation.factor ?? 1,
                link?.continuation.newSeries, now,
            ])
    }

    /// Adds to what is in force of an indicator what its predecessors have, as far back as they go.
    ///
    /// - Parameters:
    ///   - own: what is in force of its own readings.
    ///   - succession: what it goes on from; nil for nothing.
    ///   - moment: by what was known then; nil for all that is known.
    ///   - end: only readings before this number; nil for all.
    /// - Returns: both together.
    /// - Throws: where the ledger cannot be read.
    func takingOver(
        _ own: CurrentReadings, from succession: Succession?, knownAt moment: Timestamp?,
        before end: Int64?
    ) throws -> CurrentReadings {
        var chain: [Succession] = []
        var seen: Set<IndicatorPlace> = []
        var next = succession
        // Cycles are refused where files are taken up; a ledger that holds one all the same ends here.
        while let link = next, link.continuation.newSeries == nil,
            seen.insert(link.predecessor).inserted
        {
            chain.append(link)
            next = try self.succession(of: link.predecessor, knownAt: moment)
        }
        var carried: CurrentReadings?
        for (position, link) in chain.enumerated().reversed() {
            let readings =
                try indicatorNumber(link.predecessor).map {
                    try currentReadings(indicator: $0, knownAt: moment, before: end)
                } ?? CurrentReadings([])
            let older = chain.indices.contains(position + 1) ? chain[position + 1] : nil
            carried =
                carried.map {
                    readings.takingOver($0, factor: older?.continuation.factor ?? 1)
                } ?? readings
        }
        guard let carried, let first = chain.first else { return own }
        return own.takingOver(carried, factor: first.continuation.factor)
    }
}
