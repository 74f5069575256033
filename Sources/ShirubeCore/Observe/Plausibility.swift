/// Looks for figures that can hardly be meant, by what was reported before.
///
/// A slip of the pen is mostly a zero too many, a mistaken unit, or a period's own figure in place of a sum. What it
/// finds is no error, because it may be right; the figure waits until somebody has said so.
struct Plausibility {
    /// Why a figure is doubted.
    enum Doubt: Equatable {
        /// It is ten times as large as every comparable figure, or a tenth of every one; the nearest of them.
        case jump(nearest: Double, period: Period?)
        /// It is a running total, and less than an earlier one.
        case fall(from: Double, period: Period)
    }

    /// A figure that another one is compared with.
    struct Known {
        /// The period it speaks of.
        let period: Period
        /// What it sums up.
        let basis: Reading.Basis
        /// The sum of its numbers.
        let value: Double
        /// The names of its parts as one hash (`ByteWord.hash(ofNames:)`); 0 for a whole.
        let partNames: UInt64
    }

    private let indicator: Indicator
    private var known: [Known]

    /// How many times another figure a figure must be to be doubted.
    private static let factor = 10.0
    /// How far a figure may lie in time from one that it is compared with, in months.
    private static let reach = 36

    /// Makes the check for an indicator, of which `history` is in force.
    init(_ indicator: Indicator, history: CurrentReadings) {
        self.indicator = indicator
        known = history.figures.compactMap { figure in
            figure.number.map {
                Known(
                    period: figure.period, basis: figure.basis, value: $0,
                    partNames: figure.partSum?.names
                        ?? ByteWord.hash(ofNames: figure.readings.compactMap(\.part)))
            }
        }
    }

    /// Why a figure is doubted; nil where it is not.
    func doubt(about figure: Known) -> Doubt? {
        fall(of: figure) ?? jump(of: figure)
    }

    /// Takes a figure of the drop for known, for the comparison with those of later periods.
    mutating func know(_ figure: Known) {
        known.removeAll { $0.period == figure.period && $0.basis == figure.basis }
        known.append(figure)
    }

    private func fall(of figure: Known) -> Doubt? {
        guard figure.basis != .period || indicator.kind == .runningTotal else { return nil }
        let end = figure.period.lastDay
        let earlier = known.filter { other in
            // Where parts are still missing, the sum may well be less.
            other.basis == figure.basis && other.partNames == figure.partNames
                && other.period.lastDay < end
                && (figure.basis != .yearToDate || other.period.year == figure.period.year)
        }
        guard let last = earlier.max(by: { $0.period < $1.period }), figure.value < last.value
        else { return nil }
        return .fall(from: last.value, period: last.period)
    }

    private func jump(of figure: Known) -> Doubt? {
        let (size, period) = (figure.value.magnitude, figure.period)
        guard size > 0 else { return nil }
        var others: [(size: Double, period: Period?)] = known.compactMap { other in
            let isComparable =
                other.basis == figure.basis && other.period != period && other.value != 0
                && other.partNames == figure.partNames
                && other.period.monthIndices.count == period.monthIndices.count
                && other.period.isDay == period.isDay
                && Self.distance(other.period, period) <= Self.reach
            return isComparable ? (other.value.magnitude, other.period) : nil
        }
        // Of its parts, baseline and target say nothing.
        let aims =
            figure.partNames != 0
            ? []
            : [indicator.baseline?.value, indicator.target.value].compactMap(\.self)
                .map(\.magnitude).filter { $0 > 0 }
        if isComparedWithAims(period) {
            others += aims.map { ($0, nil) }
        } else if others.isEmpty, let largest = aims.max(), size >= Self.factor * largest {
            others = [(largest, nil)]
        }
        let nearest = others.min {
            Self.times(size, $0.size) < Self.times(size, $1.size)
        }
        guard let nearest, Self.times(size, nearest.size) >= Self.factor,
            max(size, nearest.size) >= smallest,
            others.allSatisfy({ (size > $0.size) == (size > nearest.size) })
        else { return nil }
        return .jump(nearest: nearest.size, period: nearest.period)
    }

    /// Whether baseline and target speak of as long a time as the period: a quarter of a count may well be a tenth of
    /// a year's.
    private func isComparedWithAims(_ period: Period) -> Bool {
        !indicator.kind.isFlow || (period.part == .year && indicator.kind != .planSum)
    }

    /// Figures below this may well be ten times what they were.
    private var smallest: Double { UnitText.isShare(indicator.unit) ? 1 : 20 }

    /// How many times the smaller the larger is.
    private static func times(_ one: Double, _ other: Double) -> Double {
        max(one, other) / min(one, other)
    }

    private static func distance(_ one: Period, _ other: Period) -> Int {
        abs(one.absoluteMonths.upperBound - other.absoluteMonths.upperBound)
    }
}

extension DropReader {
    /// Compares the figures with one another and with what is in force, and lets those wait that can hardly be meant.
    mutating func doubt(history: (Int) throws -> CurrentReadings) rethrows {
        let figures = readings.batch.figures
        let byIndicator = Dictionary(grouping: figures.indices) { figures[$0].indicator }
        for (position, numbers) in byIndicator.sorted(by: { $0.key < $1.key }) {
            let indicator = strategy.indicators[position]
            let current = try history(position)
            for number in numbers { doubtSigns(of: number, current, unit: indicator.unit) }
            guard indicator.kind != .milestone else { continue }
            var plausibility = Plausibility(indicator, history: current)
            for number in numbers.sorted(by: { figures[$0].period < figures[$1].period }) {
                let (figure, share) = (figures[number], readings.shares[number])
                let isNothing = share.partLine != 0 && share.partNames == 0
                guard share.isNumber, !isNothing, !readings.isHeld(number) else { continue }
                let known = Plausibility.Known(
                    period: figure.period, basis: figure.basis, value: share.sum,
                    partNames: share.partNames)
                let doubt = plausibility.doubt(about: known)
                if let doubt {
                    let holdsBefore = findings.holdCount
                    add(doubt, of: share, unit: indicator.unit)
                    hold(number, since: holdsBefore)
                    guard share.isMeant else { continue }
                }
                plausibility.know(known)
            }
        }
    }

    /// Lets signs wait that would take the place of a figure: whoever writes one may well not mean that.
    private mutating func doubtSigns(of number: Int, _ current: CurrentReadings, unit: String) {
        guard let signs = readings.absences[number] else { return }
        let (figure, share) = (readings.batch.figures[number], readings.shares[number])
        let known = current.figures.first {
            $0.period == figure.period && $0.basis == figure.basis
        }
        guard let known else { return }
        for sign in signs {
            // Of very many parts the names are not known one by one.
            let isReplaced =
                sign.part == nil || known.partSum != nil
                || known.readings.contains { $0.part == nil || $0.part == sign.part }
            guard isReplaced else { continue }
            let holdsBefore = findings.holdCount
            let (period, meaning) = (figure.period.wording, sign.absence.wording)
            let before = known.number.map { NumberText.grouped($0) + unit }
            findings.addDoubt(
                .absenceReplaces, at: sign.place, takenFor: meaning, isMeant: share.isMeant,
                ja: "は「\(meaning.japanese)」という記号ですが、\(period.japanese)には前に報告された値"
                    + (before.map { "（\($0)）" } ?? "") + "があります。",
                en: "is the sign for “\(meaning.english)”, but \(period.english) has a figure "
                    + "already\(before.map { " (\($0))" } ?? "").")
            hold(number, since: holdsBefore)
        }
    }

    private mutating func add(_ doubt: Plausibility.Doubt, of share: ReadingSet.Share, unit: String)
    {
        // Of a figure in parts no single cell is meant.
        let whole = share.partLine == 0 ? Wording(ja: "", en: "") : Self.sum(share.sum, unit)
        let taken = NumberText.figure(share.sum, unit: unit)
        switch doubt {
        case .jump(let nearest, let period):
            let other = NumberText.grouped(nearest) + unit
            let name = period?.wording ?? Wording(ja: "基準値・目標値", en: "baseline and target")
            findings.addDoubt(
                .valueJump, at: share.place(below: header), takenFor: taken, isMeant: share.isMeant,
                ja: "\(whole.japanese)は、\(name.japanese)の\(other)と10倍以上違います。",
                en: "\(whole.english) differs tenfold or more from \(other) of \(name.english).")
        case .fall(let from, let period):
            let other = NumberText.grouped(from) + unit
            findings.addDoubt(
                .cumulativeFalls, at: share.place(below: header), takenFor: taken,
                isMeant: share.isMeant,
                ja: "\(whole.japanese)は累計ですが、\(period.wording.japanese)の\(other)より小さい数です。",
                en: "\(whole.english) is a running total, but less than \(other) of "
                    + "\(period.wording.english).")
        }
    }

    private static func sum(_ sum: Double, _ unit: String) -> Wording {
        let shown = NumberText.grouped(sum) + unit
        return Wording(ja: "（内訳の合計\(shown)）", en: "(in all its parts \(shown))")
    }
}
