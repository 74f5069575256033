/// Reads the digits of a number, Arabic or Japanese, with 十, 百, 千, 万, 億 and 兆: 1,234, 2億3千430万, 十五, 一二三.
struct NumeralReader {
    /// A number without its sign and its unit.
    struct Numeral: Equatable {
        /// The number.
        let number: ExactNumber
        /// The power of ten that the last digit written counts: -1 for 12.5, 4 for 3万.
        let lastPlace: Int
        /// Whether it is counted in 千, 万 and so on.
        let isScaled: Bool
        /// Whether it is written in Japanese digits.
        let isJapanese: Bool
    }

    /// Why there is no numeral.
    enum Fault: Error {
        case unreadable
        case grouping
        case tooLong
    }

    private struct Run {
        let number: ExactNumber
        let lastPlace: Int
        var hasFraction: Bool { lastPlace < 0 }
    }

    /// The sum of what was read, up to the last 万, 億 or 兆.
    private var total = ExactNumber.zero
    /// The sum since then.
    private var section: ExactNumber?
    private var lastPlace = 0
    /// The power of the last of 十, 百, 千 since then.
    private var lastSmall = 4
    /// The power of the last of 万, 億, 兆.
    private var lastBig = 16
    private var isScaled = false
    private var isJapanese = false
    private var isClosed = false

    /// Takes a numeral as far as it goes.
    static func take(_ scanner: inout TextScanner) throws(Fault) -> Numeral {
        var reader = NumeralReader()
        while try reader.takeTerm(&scanner) {}
        guard reader.section != nil || reader.isScaled else { throw .unreadable }
        let number = reader.total.adding(reader.section ?? .zero)
        guard let number else { throw .tooLong }
        return Numeral(
            number: number, lastPlace: reader.lastPlace, isScaled: reader.isScaled,
            isJapanese: reader.isJapanese)
    }

    /// Takes some digits with what they count; false where the numeral ends.
    private mutating func takeTerm(_ scanner: inout TextScanner) throws(Fault) -> Bool {
        let start = scanner
        let run = try isClosed ? nil : takeRun(&scanner)
        if let small = isClosed ? nil : scanner.take(Self.smallScales) {
            guard small < lastSmall else { throw .unreadable }
            if run == nil { isJapanese = true }
            try add(run ?? Run(number: one, lastPlace: 0), shift: small)
            lastSmall = small
            isScaled = true
            isClosed = run?.hasFraction ?? false
            return true
        }
        if let run {
            // In 3千430 the digits after 千 count less than a thousand.
            guard section == nil || run.number.isBelow(powerOfTen: lastSmall),
                run.number.isBelow(powerOfTen: lastBig)
            else { throw .unreadable }
            try add(run, shift: 0)
            isClosed = run.hasFraction
        }
        guard let section, let big = scanner.take(Self.bigScales) else {
            if run == nil { scanner = start }
            return false
        }
        guard big < lastBig else { throw .unreadable }
        guard let shifted = section.shifted(by: big), let sum = total.adding(shifted) else {
            throw .tooLong
        }
        (total, self.section, isScaled) = (sum, nil, true)
        (lastPlace, lastBig, lastSmall) = (lastPlace + big, big, 4)
        return !isClosed
    }

    private var one: ExactNumber { ExactNumber(1, exponent: 0) ?? .zero }

    private mutating func add(_ run: Run, shift: Int) throws(Fault) {
        guard let shifted = run.number.shifted(by: shift),
            let sum = (section ?? .zero).adding(shifted)
        else { throw .tooLong }
        section = sum
        lastPlace = run.lastPlace + shift
    }

    private mutating func takeRun(_ scanner: inout TextScanner) throws(Fault) -> Run? {
        let whole = scanner.takeDigitsAndCommas()
        guard !whole.isEmpty else { return try takeJapaneseRun(&scanner) }
        var fraction = ""
        if scanner.take(".") {
            fraction = scanner.takeDigitsAndCommas()
            guard !fraction.isEmpty, !fraction.utf8.contains(UInt8(ascii: ",")) else {
                throw .unreadable
            }
        }
        guard let digits = Self.withoutMarks(whole) else { throw .grouping }
        guard digits.utf8.count + fraction.utf8.count <= ExactNumber.maximumDigits,
            let coefficient = Int(digits + fraction),
            let number = ExactNumber(coefficient, exponent: -fraction.utf8.count)
        else { throw .tooLong }
        return Run(number: number, lastPlace: -fraction.utf8.count)
    }

    private mutating func takeJapaneseRun(_ scanner: inout TextScanner) throws(Fault) -> Run? {
        var (coefficient, count) = (0, 0)
        while let digit = scanner.take(Self.digits) {
            count += 1
            guard count <= ExactNumber.maximumDigits else { throw .tooLong }
            coefficient = coefficient * 10 + digit
        }
        guard count > 0, let number = ExactNumber(coefficient, exponent: 0) else { return nil }
        isJapanese = true
        return Run(number: number, lastPlace: 0)
    }

    /// The digits without thousands marks; nil where a mark stands in a wrong place.
    private static func withoutMarks(_ whole: String) -> String? {
        let groups = whole.utf8.split(
            separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard groups.count > 1 else { return whole }
        guard let first = groups.first, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return String(decoding: groups.joined(), as: UTF8.self)
    }

    private static let digits: [(String, Int)] = [
        ("〇", 0), ("零", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7),
        ("八", 8), ("九", 9),
    ]
    private static let smallScales: [(String, Int)] = [("十", 1), ("百", 2), ("千", 3)]
    private static let bigScales: [(String, Int)] = [("万", 4), ("億", 8), ("兆", 12)]
}
