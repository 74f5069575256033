/// The readings of one drop, in order, each indicator, period, basis and part once.
struct ReadingSet {
    private(set) var readings: [Reading] = []
    private var positions: [Key: Int] = [:]
    private var totals: [(reading: Reading, place: Place)] = []

    private struct Key: Hashable {
        let figure: Figure
        let part: String?
    }

    private struct Figure: Hashable {
        let indicator: Identifier<Indicator>
        let period: Period
        let basis: Reading.Basis

        init(_ reading: Reading) {
            indicator = reading.indicator
            period = reading.period
            basis = reading.basis
        }
    }

    /// Adds a reading unless the file has already given that figure, which is said in a finding.
    mutating func add(_ reading: Reading, at place: Place, findings: inout FindingList) {
        if let part = reading.part, RowKind.isTotal(part) {
            totals.append((reading, place))
            return
        }
        let key = Key(figure: Figure(reading), part: reading.part)
        guard let position = positions[key] else {
            positions[key] = readings.count
            readings.append(reading)
            return
        }
        let first = readings[position]
        let period = reading.period.wording
        guard first.value == reading.value else {
            findings.add(
                .duplicateDifferent, at: place,
                ja: "は、同じ指標\(reading.indicator)と\(period.japanese)の\(first.origin.line)行目"
                    + "「\(Place.shown(first.origin.written))」と違います。",
                en:
                    "differs from line \(first.origin.line), “\(Place.shown(first.origin.written))”, "
                    + "for the same \(reading.indicator) and \(period.english).")
            return
        }
        findings.add(
            .duplicateSame, at: place,
            ja: "は、\(first.origin.line)行目と同じ指標・同じ期間・同じ値です。1回だけ読みました。",
            en: "repeats the figure of line \(first.origin.line); it was read once.")
    }

    /// Says where a whole and its parts are both given, and where totals of parts stand alone.
    func check(findings: inout FindingList) {
        var lineOfPart: [Figure: Int] = [:]
        for reading in readings where reading.part != nil {
            lineOfPart[Figure(reading)] = lineOfPart[Figure(reading)] ?? reading.origin.line
        }
        for reading in readings where reading.part == nil {
            guard let line = lineOfPart[Figure(reading)] else { continue }
            findings.add(
                .partAndWhole, at: Place(line: reading.origin.line),
                ja: "は\(reading.indicator)の\(reading.period.wording.japanese)の全体の値ですが、"
                    + "\(line)行目に内訳の値もあります。",
                en: "is the whole of \(reading.indicator) for \(reading.period.wording.english), "
                    + "but line \(line) gives a part of it.")
        }
        for (reading, place) in totals {
            if lineOfPart[Figure(reading)] == nil {
                findings.add(
                    .partTotalAlone, at: place, ja: "は内訳の合計ですが、足し合わせる内訳の行がありません。",
                    en: "is a total of parts, but there is no row of a part.")
            } else {
                findings.add(
                    .rowTotals, at: place, ja: "は内訳の合計なので、使いません。",
                    en: "is a total of parts and is not used.")
            }
        }
    }
}
