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
/// 5. A sign that says why there is no figure (-, …, x) is an answer like any other by these rules, and never a number: what
///    it answers for has no figure, and among parts it is in no sum.
/// 6. A figure that waits to be confirmed (要確認) is passed over. It waits until a later reading of its period,
///    basis and part, or of the whole, takes its place; a withdrawal strikes it out first.
package struct CurrentReadings: Sendable, Equatable {
    /// What is in force for one period and basis: a single whole reading, or parts that add up.
    package struct Figure: Sendable, Equatable {
        /// The period it speaks of.
        package let period: Period
        /// What it sums up within or up to that period.
        package let basis: Reading.Basis
        /// The readings it is made of, in the ledger's order; empty where only the sum of its parts is known.
        package let readings: [KnownReading]
        /// The sum of its parts, where there are many of them; nil where `readings` holds them.
        package let partSum: PartSum?

        /// The place of its newest reading in the ledger's order.
        package var sequence: Int64 { partSum?.sequence ?? readings.last?.sequence ?? 0 }

        /// Whether it is made of parts (内訳).
        package var isMadeOfParts: Bool { partSum != nil || readings.last?.part != nil }

        /// How many parts it is made of; 0 for a whole.
        package var partCount: Int { partSum?.count ?? (isMadeOfParts ? readings.count : 0) }

        /// Whether every reading in it is final (確報 or 訂正).
        package var isFinal: Bool { partSum?.isFinal ?? readings.allSatisfy(\.isFinal) }

        /// The sum of its numbers, in the indicator's unit; nil where one of them is a stage.
        package var number: Double? {
            if let partSum { return partSum.sum }
            var sum = 0.0
            for reading in readings {
                guard case .number(let number) = reading.value else { return nil }
                sum += number
            }
            return sum
        }
    }

    /// Parts of one period and basis that came in one file and that nothing else speaks of; the figures before and
    /// after it have parts of the same names.
    package struct PartSum: Sendable, Equatable {
        /// The place of the last of them in the ledger's order.
        package let sequence: Int64
        /// How many there are.
        package let count: Int
        /// The sum of their numbers.
        package let sum: Double
        /// Whether every one is final.
        package let isFinal: Bool
        /// Their names as one hash.
        package let names: UInt64

        /// Makes a sum of parts.
        package init(sequence: Int64, count: Int, sum: Double, isFinal: Bool, names: UInt64) {
            self.sequence = sequence
            self.count = count
            self.sum = sum
            self.isFinal = isFinal
            self.names = names
        }
    }

    /// The figures in force, earlier periods first; empty where nothing is in force.
    package let figures: [Figure]
    /// What was answered with a sign in place of a figure, earlier periods first; empty where nothing was.
    package let absences: [Absent]
    /// What waits to be confirmed, earlier periods first; empty where nothing does.
    package let held: [Held]
    /// The places in the ledger's order of withdrawals that still have effect.
    let withdrawals: Set<Int64>

    /// A sign in place of a figure, or of a part of one.
    package struct Absent: Sendable, Equatable {
        /// The period it speaks of.
        package let period: Period
        /// What the figure would sum up.
        package let basis: Reading.Basis
        /// The part (内訳); nil where the whole is meant.
        package let part: String?
        /// Why there is no figure.
        package let absence: Absence
        /// Its place in the ledger's order.
        package let sequence: Int64
    }

    /// A figure that waits to be confirmed.
    package struct Held: Sendable, Equatable {
        /// The period it speaks of.
        package let period: Period
        /// What it sums up.
        package let basis: Reading.Basis
        /// The places of its readings in the ledger's order, at least one.
        package let sequences: [Int64]
    }

    /// Finds what is in force among the readings of one indicator, given in the ledger's order.
    package init(_ readings: some Sequence<KnownReading>) {
        var fold = Fold()
        for reading in readings { fold.add(reading) }
        self.init(fold)
    }

    /// Finds what is in force among the readings that were gathered.
    package init(_ fold: Fold) {
        let answers = fold.slots.map(Self.inForce)
        figures = Self.ordered(answers.compactMap(Self.figure) + fold.partSums)
        absences = answers.joined().compactMap(Self.absent).sorted {
            ($0.period, $0.basis.rawValue, $0.sequence)
                < ($1.period, $1.basis.rawValue, $1.sequence)
        }
        held = fold.held.sorted { ($0.period, $0.basis.rawValue) < ($1.period, $1.basis.rawValue) }
        withdrawals = fold.withdrawals
    }

    /// The places in the ledger's order of the readings that still have effect, or will have once confirmed.
    ///
    /// A withdrawal has effect until a later reading of its period, basis and part: a file that
    /// withdraws a figure can thus be dropped twice without striking out a second one.
    /// Those that `PartSum` stands for are not among them.
    package var sequences: Set<Int64> {
        withdrawals.union(figures.lazy.flatMap { $0.readings.lazy.map(\.sequence) })
            .union(absences.lazy.map(\.sequence)).union(held.lazy.flatMap(\.sequences))
    }

    /// How many readings that lie within a stretch of the ledger's order still have effect.
    package func count(in range: ClosedRange<Int64>) -> Int {
        let sums = figures.compactMap(\.partSum).filter { range.contains($0.sequence) }
        return sequences.count { range.contains($0) } + sums.reduce(0) { $0 + $1.count }
    }

    /// What would be in force had a number of a period been reported last; for what-if questions, never stored.
    func supposing(_ number: Double, for period: Period, weight: Double?) -> CurrentReadings {
        let reading = KnownReading(
            sequence: .max, period: period, basis: .period, part: nil, value: .number(number),
            isFinal: true, weight: weight)
        let others = figures.filter { $0.period != period || $0.basis != .period }
        return CurrentReadings(
            figures: others + [
                Figure(period: period, basis: .period, readings: [reading], partSum: nil)
            ],
            absences: absences.filter { $0.period != period || $0.basis != .period },
            held: held, withdrawals: withdrawals)
    }

    init(
        figures: [Figure], absences: [Absent], held: [Held], withdrawals: Set<Int64>
    ) {
        self.figures = Self.ordered(figures)
        self.absences = absences
        self.held = held
        self.withdrawals = withdrawals
    }

    /// In the order of their periods, in which they mostly come.
    private static func ordered(_ figures: [Figure]) -> [Figure] {
        let precedes = { (left: Figure, right: Figure) in
            left.period == right.period
                ? left.basis.rawValue < right.basis.rawValue : left.period < right.period
        }
        let isOrdered = figures.indices.dropFirst().allSatisfy {
            precedes(figures[$0 - 1], figures[$0])
        }
        return isOrdered ? figures : figures.sorted(by: precedes)
    }

    /// The whole, or the parts after it, out of the readings of one period and basis.
    private static func inForce(_ readings: [KnownReading]) -> [KnownReading] {
        if readings.count == 1 { return readings }
        let whole = readings.first { $0.part == nil }
        let later = readings.filter { reading in
            reading.part != nil && whole.map { reading.sequence > $0.sequence } ?? true
        }
        return later.isEmpty ? whole.map { [$0] } ?? [] : later
    }

    private static func figure(_ readings: [KnownReading]) -> Figure? {
        let hasSign = readings.contains { absent($0) != nil }
        let figures = hasSign ? readings.filter { absent($0) == nil } : readings
        guard let first = figures.first else { return nil }
        return Figure(period: first.period, basis: first.basis, readings: figures, partSum: nil)
    }

    private static func absent(_ reading: KnownReading) -> Absent? {
        guard case .absent(let absence) = reading.value else { return nil }
        return Absent(
            period: reading.period, basis: reading.basis, part: reading.part, absence: absence,
            sequence: reading.sequence)
    }
}

extension CurrentReadings {
    /// Gathers readings one by one, in the ledger's order, and keeps of each period, basis and part what a
    /// withdrawal might bring back.
    package struct Fold {
        private struct Slot: Hashable {
            let period: Period
            let basis: Reading.Basis
        }

        private struct Key: Hashable {
            let slot: Int
            let part: String?
        }

        /// A reading, and the place of the one that it supersedes.
        private struct Entry {
            let reading: KnownReading
            let earlier: Int?
        }

        /// Figures of which only the sum is known.
        fileprivate private(set) var partSums: [Figure] = []
        private var entries: [Entry] = []
        private var slotNumbers: [Slot: Int] = [:]
        /// The place of the newest reading of a key that has not been struck out; an inner nil where none is left.
        private var newest: [Key: Int?] = [:]
        private var withdrawalsByKey: [Key: [Int64]] = [:]
        private var heldByKey: [Key: Int64] = [:]
        private var last: (slot: Slot, number: Int)?

        /// Begins with no reading.
        package init() {}

        /// Adds the next reading in the ledger's order.
        package mutating func add(_ reading: KnownReading) {
            let slot = number(of: Slot(period: reading.period, basis: reading.basis))
            let key = Key(slot: slot, part: reading.part)
            guard reading.value != nil else {
                if heldByKey.removeValue(forKey: key) != nil {
                    withdrawalsByKey[key, default: []].append(reading.sequence)
                    return
                }
                if let top = newest[key] ?? nil { newest[key] = .some(entries[top].earlier) }
                withdrawalsByKey[key, default: []].append(reading.sequence)
                return
            }
            let place = newest.updateValue(entries.count, forKey: key) ?? nil
            entries.append(Entry(reading: reading, earlier: place))
            if !withdrawalsByKey.isEmpty { withdrawalsByKey[key] = nil }
            if !heldByKey.isEmpty { supersedeHeld(key) }
        }

        /// Adds the next reading in the ledger's order, which waits to be confirmed.
        package mutating func addHeld(_ reading: KnownReading) {
            let slot = number(of: Slot(period: reading.period, basis: reading.basis))
            let key = Key(slot: slot, part: reading.part)
            supersedeHeld(key)
            heldByKey[key] = reading.sequence
        }

        private mutating func supersedeHeld(_ key: Key) {
            if key.part == nil {
                heldByKey = heldByKey.filter { $0.key.slot != key.slot }
            } else {
                heldByKey[key] = nil
                heldByKey[Key(slot: key.slot, part: nil)] = nil
            }
        }

        /// Adds parts of which only the sum is known; nothing else may be added for their period and basis.
        package mutating func add(_ sum: PartSum, period: Period, basis: Reading.Basis) {
            partSums.append(Figure(period: period, basis: basis, readings: [], partSum: sum))
        }

        private mutating func number(of slot: Slot) -> Int {
            // Readings of one period mostly come together.
            if let last, last.slot == slot { return last.number }
            // Looked up once, whether it is new or not.
            func kept(_ number: inout Int) -> Int { number }
            let count = slotNumbers.count
            let number = kept(&slotNumbers[slot, default: count])
            last = (slot, number)
            return number
        }

        /// The readings that were not struck out, by period and basis, in the ledger's order.
        fileprivate var slots: [[KnownReading]] {
            var slots = [[KnownReading]](repeating: [], count: slotNumbers.count)
            for (key, place) in newest {
                if let place { slots[key.slot].append(entries[place].reading) }
            }
            return slots.map { slot in
                slot.count < 2 ? slot : slot.sorted { $0.sequence < $1.sequence }
            }
        }

        /// What waits to be confirmed, by period and basis, in no order.
        fileprivate var held: [Held] {
            guard !heldByKey.isEmpty else { return [] }
            let sequences = Dictionary(grouping: heldByKey) { $0.key.slot }
            return slotNumbers.compactMap { slot, number in
                sequences[number].map {
                    Held(
                        period: slot.period, basis: slot.basis, sequences: $0.map(\.value).sorted())
                }
            }
        }

        fileprivate var withdrawals: Set<Int64> { Set(withdrawalsByKey.values.joined()) }
    }
}
