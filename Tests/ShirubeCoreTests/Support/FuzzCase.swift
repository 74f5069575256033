import ShirubeCore

/// What an input of the fuzz target chooses before its file begins: whose it is, how it is read, and what was reported
/// before.
///
/// Its first byte chooses the department, the file's name and the earlier figures, its second how much is read at a
/// time and the department's profile.
struct FuzzCase {
    let department: Identifier<Department>
    let fileName: String
    let profile: DropProfile
    let pieceSize: Int
    /// What is in force of each indicator, by its place in the strategy's list.
    let history: [CurrentReadings]

    /// Reads the choice of two bytes.
    init(_ first: UInt8, _ second: UInt8) {
        let departments = SampleStrategy.strategy.departments.map(\.id)
        var rest = Int(first)
        department = departments[rest % departments.count]
        rest /= departments.count
        fileName = Self.fileNames[rest % Self.fileNames.count]
        rest /= Self.fileNames.count
        history = Self.histories[rest % Self.histories.count]
        pieceSize = 4 + Int(second) % 61
        profile = Self.profiles[Int(second) / 61 % Self.profiles.count]
    }

    /// Made once: the fuzzer reads millions of inputs.
    private static let histories = EarlierFigures.kinds.map { kind in
        SampleStrategy.strategy.indicators.map {
            CurrentReadings(EarlierFigures.of($0, kind: kind))
        }
    }

    private static let fileNames = ["drop.csv", "令和4年度.csv", "kanko_2022.tsv", "R3.txt"]

    private static let profiles = [
        DropProfile(),
        DropProfile(
            headings: ["今期の数": .value, "対象": .period, "コード": .indicatorID], dates: .monthDayYear,
            year: 2021, fillDown: [.indicatorID, .period]),
        DropProfile(
            dates: .dayMonthYear,
            fillDown: [.programName, .indicatorName, .year, .unit, .certainty],
            delimiter: .semicolon),
        DropProfile(
            year: 2022, fillDown: [.indicatorID, .year, .period, .basis, .part], delimiter: .tab,
            headerRows: 2),
        DropProfile(headings: ["備考": .note, "R4": .value], delimiter: .comma, headerRows: 3),
    ]

    /// Reads a file, with a guess at its encoding where there is one.
    func read(_ source: DropBytes, besides search: EncodingSearch? = nil) throws -> ReadDrop {
        var list = ReadingList(department: department)
        let drop = try parser.parse(
            source, besides: search, fileName: fileName, today: Self.today,
            history: { history[$0] }, into: &list)
        return ReadDrop(readings: list.readings, drop: drop)
    }

    /// Explains a file.
    func explain(_ source: DropBytes) throws -> Explanation {
        try parser.explain(source, fileName: fileName, today: Self.today, records: 1...200)
    }

    private var parser: DropParser {
        // So few that the inputs, which are small, reach beyond.
        var limits = DropLimits(maximumRows: 100)
        limits.maximumRepetitions = 8
        limits.maximumDoubts = 8
        return DropParser(
            strategy: SampleStrategy.strategy, department: department, limits: limits,
            profile: profile)
    }

    private static let today = CivilDate(dayNumber: 19_282)
}

/// Figures that an indicator may have had before.
enum EarlierFigures {
    /// The kinds of figures that there are.
    static let kinds = 0...12

    /// Readings in the ledger's order: of kind 0 none, of others as the cases say.
    static func of(_ indicator: Indicator, kind: Int) -> [KnownReading] {
        let size = max(abs(indicator.baseline?.value ?? 1), 1)
        var entries: [Entry] = []
        switch kind {
        case 0: break
        case 1: entries = whole(size, in: indicator)
        case 2: entries = whole(size * 1_000, in: indicator)
        case 3: entries = parts(size, count: 2, in: indicator)
        case 4: entries = parts(size, count: 40, in: indicator)
        case 5: entries = whole(size, basis: .yearToDate, in: indicator)
        case 6: entries = whole(size * 100, basis: .planToDate, in: indicator)
        case 7: entries = whole(0, in: indicator) + whole(-size, in: indicator)
        case 8:
            entries = periods(of: indicator).flatMap { period in
                Absence.allCases.map { Entry(period: period, value: .absent($0)) }
            }
        case 9: entries = whole(size, in: indicator) + [Entry(period: nil, value: nil)]
        case 10:
            entries = periods(of: indicator).flatMap { period in
                indicator.stages.map { Entry(period: period, value: .stage($0.name)) }
            }
        case 11: entries = parts(size, count: 3, in: indicator) + whole(size, in: indicator)
        default: entries = whole(1e14, in: indicator) + whole(1e-9, in: indicator)
        }
        return entries.enumerated().compactMap { position, entry in
            guard let period = entry.period ?? periods(of: indicator).first else { return nil }
            return KnownReading(
                sequence: Int64(position), period: period, basis: entry.basis, part: entry.part,
                value: entry.value, isFinal: position % 2 == 0, weight: nil)
        }
    }

    private struct Entry {
        /// nil stands for the first of the periods.
        let period: Period?
        var basis = Reading.Basis.period
        var part: String?
        let value: Reading.Reported?
    }

    private static func periods(of indicator: Indicator) -> [Period] {
        let years = (2020...2022).map { Year(indicator.calendar, $0) }
        return years.flatMap { year in
            [Period(year)]
                + [.half(1), .quarter(1), .quarter(2), .month(5)].compactMap {
                    Period(year, $0)
                }
        }
    }

    private static func whole(
        _ value: Double, basis: Reading.Basis = .period, in indicator: Indicator
    ) -> [Entry] {
        periods(of: indicator).map { Entry(period: $0, basis: basis, value: .number(value)) }
    }

    private static func parts(_ value: Double, count: Int, in indicator: Indicator) -> [Entry] {
        periods(of: indicator).flatMap { period in
            (0..<count).map { number in
                Entry(
                    period: period, part: number == 0 ? "市内" : number == 1 ? "市外" : "\(number)",
                    value: .number(value))
            }
        }
    }
}
