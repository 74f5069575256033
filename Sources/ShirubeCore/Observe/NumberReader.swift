/// Reads numbers as Japanese offices write them: １，２３４, △3.5, 120人, 45.5％.
package enum NumberReader {
    /// A number that was read.
    package struct Number: Sendable, Equatable {
        /// Its value, in the unit that was asked for.
        package let value: Double
        /// How many decimals were written.
        package let decimals: Int

        /// One unit of the last decimal that was written: 1 for 12, 0.1 for 12.5.
        var lastDecimal: Double { (0..<decimals).reduce(1.0) { step, _ in step / 10 } }

        /// Makes a number.
        package init(value: Double, decimals: Int) {
            self.value = value
            self.decimals = decimals
        }
    }

    /// The kinds of「no value」that official statistics tell apart (総務省統計局「統計表の符号」).
    package enum Absence: Sendable, Equatable {
        /// `-`: none, not applicable.
        case notApplicable
        /// `…`: not known.
        case unknown
        /// `x`: kept secret.
        case suppressed
    }

    /// Why a text is no number.
    package enum Fault: Sendable, Equatable {
        /// It is not written as a number.
        case unreadable
        /// It would be a number if this letter were the digit that it looks like.
        case lookAlike(letter: String)
        /// Its thousands marks do not stand before groups of three digits.
        case grouping
        /// It carries another unit than the one asked for.
        case otherUnit(String)
        /// It is counted in 千, 万 or 億, which the unit is not.
        case scaled(String)
        /// It is written with a power of ten, as spreadsheets shorten long numbers.
        case scientific
        /// It looks like a date, which spreadsheets make of texts such as 4-1.
        case date
        /// It has more than 15 digits, more than can be kept exactly.
        case tooLong
    }

    /// What a cell turned out to hold.
    package enum Outcome: Sendable, Equatable {
        /// A number.
        case number(Number)
        /// Nothing, which is not zero.
        case blank
        /// A sign that says there is no value.
        case absent(Absence)
        /// Something that is no number.
        case fault(Fault)
    }

    /// Reads a cell whose number may carry `unit` after it; an empty unit allows none.
    package static func read(_ text: String, unit: String) -> Outcome {
        let outcome = readExactly(text, unit: unit)
        guard case .fault = outcome, let letter = lookAlike(in: text, unit: unit) else {
            return outcome
        }
        return .fault(.lookAlike(letter: letter))
    }

    /// The letter that stands for a digit; nil where changing one letter does not make a number.
    private static func lookAlike(in text: String, unit: String) -> String? {
        let folded = CellText.folded(text)
        for (letter, digit) in [("O", "0"), ("o", "0"), ("l", "1"), ("I", "1")] {
            let pieces = folded.split(
                separator: Character(letter), omittingEmptySubsequences: false)
            guard pieces.count > 1 else { continue }
            let mended = pieces.joined(separator: digit)
            if case .number = readExactly(mended, unit: unit) { return letter }
        }
        return nil
    }

    private static func readExactly(_ text: String, unit: String) -> Outcome {
        let key = CellText.key(text)
        if key.isEmpty { return .blank }
        if let absence = absences[key] { return .absent(absence) }
        var scanner = TextScanner(key)
        let isNegative = scanner.take(anyOf: ["△", "▲", "-"])
        if !isNegative { _ = scanner.take("+") }
        let whole = scanner.takeDigitsAndCommas()
        guard !whole.isEmpty else { return .fault(.unreadable) }
        var fraction = ""
        if scanner.take(".") {
            fraction = scanner.takeDigitsAndCommas()
            guard !fraction.isEmpty, !fraction.utf8.contains(UInt8(ascii: ",")) else {
                return .fault(.unreadable)
            }
        }
        let rest = scanner.rest
        if !rest.isEmpty, !UnitText.areEqual(rest, unit) {
            return .fault(fault(of: rest, unit: unit))
        }
        guard let digits = withoutMarks(whole) else { return .fault(.grouping) }
        guard digits.utf8.count + fraction.utf8.count <= 15 else { return .fault(.tooLong) }
        guard let magnitude = Double(fraction.isEmpty ? digits : digits + "." + fraction) else {
            return .fault(.unreadable)
        }
        let value = isNegative && magnitude != 0 ? -magnitude : magnitude
        return .number(Number(value: value, decimals: fraction.utf8.count))
    }

    /// Whether a cell says that there is nothing to be summed up: a blank, or the sign for none.
    static func isNothing(_ text: String) -> Bool {
        let key = CellText.key(text)
        return key.isEmpty || absences[key] == .notApplicable
    }

    private static let absences: [String: Absence] = [
        "-": .notApplicable, "--": .notApplicable, "ー": .notApplicable, "…": .unknown,
        "...": .unknown, "‥": .unknown, "……": .unknown, "x": .suppressed, "*": .suppressed,
        "χ": .suppressed,
    ]

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

    /// What is wrong with a text that follows the digits and is not the unit.
    private static func fault(of rest: String, unit: String) -> Fault {
        var scanner = TextScanner(rest)
        if scanner.take("e"), scanner.take(anyOf: ["+", "-"]) || scanner.isAtDigit {
            return .scientific
        }
        scanner = TextScanner(rest)
        if scanner.take(anyOf: ["/", "-", "年", "月"]), scanner.isAtEnd || scanner.isAtDigit {
            return .date
        }
        scanner = TextScanner(rest)
        if scanner.take(anyOf: ["百", "千", "万", "億", "兆"]) { return .scaled(rest) }
        let isWord = !(rest.utf8.first ?? 0).isASCIIByte || UnitText.isLatinUnit(rest)
        let isJustTheUnitWithMore = !unit.isEmpty && rest.hasPrefix(CellText.key(unit))
        let hasDigit = rest.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isWord && !isJustTheUnitWithMore && !hasDigit ? .otherUnit(rest) : .unreadable
    }
}

extension UInt8 {
    fileprivate var isASCIIByte: Bool { self < 0x80 }
}
