/// The readings of one drop, in order, each indicator, period, basis and part once.
///
/// Of most readings only a hash is kept, to find out which are given twice, and of very many not even that in memory
/// (`HashSieve`). Where hashes agree, the drop is read once more with those hashes as `suspects`, and their readings
/// are compared for what they are.
struct ReadingSet {
    /// The readings that have not been handed on.
    var batch: ReadingBatch
    /// How many readings there are, handed on or not.
    private(set) var count = 0
    private var figureNumbers: [UInt64: Int32] = [:]
    /// What is known of the figures, in the order of `batch.figures`.
    private(set) var shares: [Share] = []
    /// How many of the readings are signs in place of a figure.
    private(set) var absenceCount = 0
    /// Such signs by the number of their figure, the first ones of the file.
    private(set) var absences: [Int: [Sign]] = [:]
    /// The figures that wait to be confirmed, the first ones of the file.
    private(set) var holds: [ParsedDrop.Hold] = []
    private var held: Set<Int> = []
    private let maximumHolds: Int
    private var sieve: HashSieve
    private let suspects: Set<UInt64>?
    /// Whether readings are put into the batch.
    let keepsReadings: Bool
    private var firsts: [Key: First] = [:]
    private var totals: [Total] = []

    /// What is known of all readings of a figure; a drop may have very many, so it is kept small.
    struct Share {
        /// Where its first reading stands: the line, the row's number (0 where it is not known), the column (-1 for the
        /// whole line), and the cell as written.
        private let line: Int
        private let record: Int
        private let column: Int32
        private let written: String
        /// Whether one of its readings is marked as meant (確認).
        var isMeant = false
        /// Whether all of it is numbers, parts without a figure apart.
        var isNumber = true
        /// Whether a part is kept back (… or x), so that the sum is not that of all parts.
        var hidesPart = false
        /// The line of its first part; 0 where it has none.
        var partLine = 0
        /// The names of its parts as one hash; 0 where it has none.
        var partNames: UInt64 = 0
        /// The line of its whole; 0 where it has none.
        var wholeLine = 0
        /// The sum of its numbers.
        var sum = 0.0

        init(place: Place) {
            line = place.line
            record = place.record ?? 0
            column = place.column.map(Int32.init) ?? -1
            written = place.written
        }

        /// Where its first reading stands, in a table with a header.
        func place(below header: Header) -> Place {
            let column = column < 0 ? nil : Int(column)
            return Place(
                line: line, record: record == 0 ? nil : record, column: column,
                heading: column.map(header.heading(of:)) ?? "", written: written)
        }
    }

    /// A sign in place of a figure, or of a part of one.
    struct Sign {
        let absence: Absence
        /// The part (内訳); nil where the whole is meant.
        let part: String?
        let place: Place
    }

    private struct Key: Hashable {
        let figure: Int
        let part: [UInt8]
    }

    /// The first reading of a figure and part that is given twice.
    private struct First {
        let line: Int
        let value: Reading.Reported?
        let written: String
    }

    /// A total of parts (内訳).
    private struct Total {
        let figure: Int
        let value: Double?
        let place: Place
    }

    /// Makes an empty set.
    ///
    /// `suspects` are the hashes whose readings are compared, nil where `sieve` is to find them. Of the figures that are
    /// held, `maximumHolds` are kept. Without `keepsReadings` nothing is put into `batch` but the figures.
    init(
        suspects: Set<UInt64>? = nil, sieve: HashSieve = HashSieve(),
        maximumHolds: Int = DropLimits().maximumDoubts, keepsReadings: Bool = true
    ) {
        self.maximumHolds = maximumHolds
        self.suspects = suspects
        self.keepsReadings = keepsReadings
        self.sieve = sieve
        batch = ReadingBatch()
    }

    /// Adds a reading of the indicator at a place in the strategy's list, unless the file has already given
    /// that figure, which is said in a finding; gives the number of its figure.
    @discardableResult
    mutating func add(
        _ reading: Reading, indicator: Int, at place: Place, isMeant: Bool = false,
        findings: inout FindingList
    ) -> Int {
        let figure = number(
            of: ReadingBatch.Figure(
                indicator: indicator, period: reading.period, basis: reading.basis), at: place,
            isMeant: isMeant)
        if let part = reading.part, RowKind.isTotal(part) {
            addTotal(reading, figure: figure, at: place)
            return figure
        }
        let part = Array((reading.part ?? "").utf8)
        let hash = Self.hash(figure: figure, partName: ByteWord.hash(ofName: part[...]))
        if suspects?.contains(hash) == true,
            isRepeated(reading, Key(figure: figure, part: part), at: place, findings: &findings)
        {
            return figure
        }
        if case .absent(let absence) = reading.value {
            note(absence, of: reading.part, figure: figure, at: place)
        } else {
            note(part: part[...], value: reading.value, figure: figure, line: place.line)
        }
        if suspects == nil { sieve.add(hash) }
        count += 1
        if keepsReadings { batch.append(reading, figure: figure, column: place.column ?? 0) }
        return figure
    }

    /// Adds a plain number of a figure that has been read before, but not yet to the batch; false where it must be
    /// compared with others first, and nothing was added.
    @inline(__always)
    mutating func add(
        _ number: Double, meaning: RowMemo.Meaning, line: Int, part: CellMemo.Text
    ) -> Bool {
        let hash = Self.hash(figure: meaning.figure, partName: part.hash)
        if let suspects {
            if suspects.contains(hash) { return false }
        } else {
            sieve.add(hash)
        }
        if part.isEmpty {
            if shares[meaning.figure].wholeLine == 0 { shares[meaning.figure].wholeLine = line }
        } else {
            if shares[meaning.figure].partLine == 0 { shares[meaning.figure].partLine = line }
            shares[meaning.figure].partNames &+= part.hash
        }
        shares[meaning.figure].sum += number
        count += 1
        return true
    }

    /// The hashes that more than one reading has; nil where there are too many of them to compare their readings.
    ///
    /// - Throws: what kept hashes from being laid aside.
    mutating func repeatedHashes() throws -> Set<UInt64>? { try sieve.repeated() }

    /// Lets a figure wait for a confirmation, because of a finding.
    mutating func hold(_ figure: Int, _ finding: Finding) {
        guard held.insert(figure).inserted, holds.count < maximumHolds else { return }
        holds.append(ParsedDrop.Hold(figure: batch.figures[figure], finding: finding))
    }

    /// Whether a figure waits for a confirmation.
    func isHeld(_ figure: Int) -> Bool { held.contains(figure) }

    /// How many figures wait for a confirmation.
    var heldCount: Int { held.count }

    /// The number of a figure, which stands at the place if it is new.
    mutating func number(
        of figure: ReadingBatch.Figure, at place: Place, isMeant: Bool
    ) -> Int {
        let number: Int
        if let known = figureNumbers[figure.code] {
            number = Int(known)
        } else {
            number = shares.count
            figureNumbers[figure.code] = Int32(number)
            shares.append(Share(place: place))
            batch.figures.append(figure)
        }
        if isMeant { shares[number].isMeant = true }
        return number
    }

    private mutating func note(
        part: ArraySlice<UInt8>, value: Reading.Reported?, figure: Int, line: Int
    ) {
        if !part.isEmpty {
            if shares[figure].partLine == 0 { shares[figure].partLine = line }
            shares[figure].partNames &+= ByteWord.hash(ofName: part)
        } else {
            if shares[figure].wholeLine == 0 { shares[figure].wholeLine = line }
        }
        if case .number(let number) = value {
            shares[figure].sum += number
        } else {
            shares[figure].isNumber = false
        }
    }

    private mutating func note(
        _ absence: Absence, of part: String?, figure: Int, at place: Place
    ) {
        if part != nil {
            if shares[figure].partLine == 0 { shares[figure].partLine = place.line }
            if absence.hidesFigure { shares[figure].hidesPart = true }
        } else {
            if shares[figure].wholeLine == 0 { shares[figure].wholeLine = place.line }
            shares[figure].isNumber = false
        }
        absenceCount += 1
        // A file of nothing but signs must not be gathered in memory.
        guard absenceCount <= FindingList.maximumCount else { return }
        absences[figure, default: []].append(Sign(absence: absence, part: part, place: place))
    }

    /// A hash of a figure and a part's name, of which there is a hash already.
    @inline(__always)
    private static func hash(figure: Int, partName: UInt64) -> UInt64 {
        ByteWord.mixed(partName ^ UInt64(truncatingIfNeeded: figure))
    }

    private mutating func isRepeated(
        _ reading: Reading, _ key: Key, at place: Place, findings: inout FindingList
    ) -> Bool {
        guard let first = firsts[key] else {
            firsts[key] = First(
                line: place.line, value: reading.value, written: reading.origin.written)
            return false
        }
        let period = reading.period.wording
        if first.value == reading.value {
            findings.add(
                .duplicateSame, at: place,
                ja: "は、\(first.line)行目と同じ指標・同じ期間・同じ値です。1回だけ読みました。",
                en: "repeats the figure of line \(first.line); it was read once.")
        } else {
            findings.add(
                .duplicateDifferent, at: place,
                ja: "は、\(first.line)行目の「\(Place.shown(first.written))」と違います"
                    + "（どちらも指標\(reading.indicator)の\(period.japanese)）。",
                en: "differs from line \(first.line), “\(Place.shown(first.written))”, "
                    + "for the same \(reading.indicator) and \(period.english).")
        }
        return true
    }
}

extension ReadingSet {
    private mutating func addTotal(_ reading: Reading, figure: Int, at place: Place) {
        // A file of nothing but totals must not be gathered in memory.
        guard totals.count < FindingList.maximumCount else { return }
        var value: Double?
        if case .number(let number) = reading.value { value = number }
        totals.append(Total(figure: figure, value: value, place: place))
    }

    /// Says where a whole and its parts are both given, where a total of parts stands alone, and where it is not
    /// their sum.
    func check(_ strategy: Strategy, findings: inout FindingList) {
        for (number, share) in shares.enumerated() {
            let (whole, part) = (share.wholeLine, share.partLine)
            guard whole != 0, part != 0 else { continue }
            let figure = batch.figures[number]
            let indicator = strategy.indicators[figure.indicator].id
            let period = figure.period.wording
            findings.add(
                .partAndWhole, at: Place(line: whole),
                ja: "は\(indicator)の\(period.japanese)の全体の値ですが、\(part)行目に内訳の値もあります。",
                en: "is the whole of \(indicator) for \(period.english), "
                    + "but line \(part) gives a part of it.")
        }
        for total in totals {
            guard shares[total.figure].partLine != 0 else {
                findings.add(
                    .partTotalAlone, at: total.place, ja: "は内訳の合計ですが、足し合わせる内訳の行がありません。",
                    en: "is a total of parts, but there is no row of a part.")
                continue
            }
            let sum = shares[total.figure].sum
            guard !shares[total.figure].hidesPart else {
                findings.add(
                    .rowTotals, at: total.place,
                    ja: "は内訳の合計ですが、値のない内訳（不明や秘匿）があるので比べず、使いません。",
                    en: "is a total of parts of which one is not known or kept back; it was not "
                        + "compared and is not used.")
                continue
            }
            guard let value = total.value, (value - sum).magnitude > 1e-9 * sum.magnitude else {
                findings.add(
                    .rowTotals, at: total.place, ja: "は内訳の合計なので、使いません。",
                    en: "is a total of parts and is not used.")
                continue
            }
            let shown = NumberText.grouped(sum)
            findings.add(
                .totalMismatch, at: total.place, ja: "は、内訳の行の合計\(shown)と合いません。",
                en: "is not the sum of the rows of its parts, \(shown).")
        }
    }
}
