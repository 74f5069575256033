/// The figures of one indicator that are in force, out of all that were ever reported.
///
/// The ledger keeps every reading; these rules, applied in its order, say which of them count:
/// 1. A withdrawal (取消) strikes out the newest reading of its own period, basis and part (内訳) that
///    has not been struck out yet, whoever reported it. What was reported before that one is
///    current again, and another withdrawal strikes out that in turn. With nothing left to strike
///    out it does nothing.
/// 2. Of the readings left with the same period, basis and part, the last one supersedes the
///    others, whichever owner reported it.
/// 3. Of the readings left with the same period and basis, the last one decides: if it speaks of
///    the whole it alone counts; if it speaks of a part, all parts reported after the last whole
///    one add up.
/// 4. Figures of one period under different bases stand beside each other.
package struct CurrentReadings: Sendable, Equatable {
    /// What is in force for one period and basis: a single whole reading, or parts that add up.
    package struct Figure: Sendable, Equatable {
        /// The period it speaks of.
        package let period: Period
        /// What it sums up within or up to that period.
        package let basis: Reading.Basis
        /// The readings it is made of, at least one, in the ledger's order.
        package let readings: [KnownReading]

        /// The place of its newest reading in the ledger's order.
        package var sequence: Int64 { readings.map(\.sequence).max() ?? 0 }

        /// Whether it is made of parts (内訳).
        package var isMadeOfParts: Bool { readings.contains { $0.reading.part != nil } }

        /// Whether every reading in it is final (確報 or 訂正).
        package var isFinal: Bool {
            readings.allSatisfy {
                $0.reading.certainty == .confirmed || $0.reading.certainty == .corrected
            }
        }

        /// The sum of its numbers, in the indicator's unit; nil where one of them is a stage.
        package var number: Double? {
            var sum = 0.0
            for known in readings {
                guard case .number(let number) = known.reading.value else { return nil }
                sum += number
            }
            return sum
        }
    }

    /// The figures in force, earlier periods first; empty where nothing is in force.
    package let figures: [Figure]
    /// The places in the ledger's order of the readings that still have effect.
    ///
    /// A withdrawal has effect until a later reading of its period, basis and part: a file that
    /// withdraws a figure can thus be dropped twice without striking out a second one.
    package let sequences: Set<Int64>

    /// Finds what is in force among the readings of one indicator; their order does not matter.
    package init(_ readings: [KnownReading]) {
        var standing: [Key: [KnownReading]] = [:]
        var withdrawals: [Key: [Int64]] = [:]
        for known in readings.sorted(by: { $0.sequence < $1.sequence }) {
            let key = Key(known.reading)
            if known.reading.value == nil {
                _ = standing[key]?.popLast()
                withdrawals[key, default: []].append(known.sequence)
            } else {
                standing[key, default: []].append(known)
                withdrawals[key] = nil
            }
        }
        var current: [Slot: [KnownReading]] = [:]
        for (key, stack) in standing {
            guard let last = stack.last else { continue }
            current[key.slot, default: []].append(last)
        }
        figures = current.map { slot, readings in Self.figure(slot, readings) }
            .sorted { ($0.period, $0.basis.rawValue) < ($1.period, $1.basis.rawValue) }
        sequences = Set(figures.flatMap { $0.readings.map(\.sequence) })
            .union(withdrawals.values.joined())
    }

    /// Whether the reading at this place in the ledger's order still has effect.
    package func isInForce(_ sequence: Int64) -> Bool { sequences.contains(sequence) }

    private struct Slot: Hashable {
        let period: Period
        let basis: Reading.Basis
    }

    private struct Key: Hashable {
        let slot: Slot
        let part: String?

        init(_ reading: Reading) {
            slot = Slot(period: reading.period, basis: reading.basis)
            part = reading.part
        }
    }

    private static func figure(_ slot: Slot, _ readings: [KnownReading]) -> Figure {
        let whole = readings.first { $0.reading.part == nil }
        let later = readings.filter { known in
            known.reading.part != nil && whole.map { known.sequence > $0.sequence } ?? true
        }
        let chosen = later.isEmpty ? readings.filter { $0.reading.part == nil } : later
        return Figure(
            period: slot.period, basis: slot.basis,
            readings: chosen.sorted { $0.sequence < $1.sequence })
    }
}
