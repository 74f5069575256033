/// Reads numbers as Japanese offices write them: １，２３４, △3.5, 120人, 3万人, 45.5％, 二億三千万, 100（暫定）.
package enum NumberReader {
    /// A number that was read.
    package struct Number: Sendable, Equatable {
        /// Its value, in the unit that was asked for.
        package let value: Double
        /// How many decimals were written, in that unit; below zero where the last digit counts tens or more, as in
        /// 3万.
        package let decimals: Int
        /// What else there is to say of how it was written; empty for digits, at most with the unit.
        let notes: [Note]

        /// One unit of the last decimal that was written: 1 for 12, 0.1 for 12.5, 10,000 for 3万.
        var lastDecimal: Double {
            (0..<decimals.magnitude).reduce(1.0) { step, _ in decimals > 0 ? step / 10 : step * 10 }
        }

        /// Whether it was rounded before it was written, as far as can be seen.
        var isRounded: Bool { decimals != 0 }

        /// Whether a mark stands beside it.
        func has(_ mark: NumberMark) -> Bool { notes.contains(.mark(mark)) }

        /// Makes a number.
        package init(value: Double, decimals: Int) {
            self.init(value: value, decimals: decimals, notes: [])
        }

        init(value: Double, decimals: Int, notes: [Note]) {
            self.value = value
            self.decimals = decimals
            self.notes = notes
        }
    }

    /// What is worth saying of how a number was written.
    enum Note: Sendable, Equatable {
        /// It was brought from another scale to the unit, such as 万人 to 人.
        case scaled
        /// It was brought from % to ‰ or back.
        case share(String)
        /// It is written in Japanese digits.
        case japanese
        /// A mark stands beside it.
        case mark(NumberMark)
    }

    /// Why a text is no number.
    package enum Fault: Error, Equatable {
        /// It is not written as a number.
        case unreadable
        /// It would be a number if this letter were the digit that it looks like.
        case lookAlike(letter: String)
        /// It has a circled or raised digit, such as ①, which is more often the mark of a note.
        case noteDigit(String)
        /// Its thousands marks do not stand before groups of three digits.
        case grouping
        /// It is said to be about so many, or at least, or between two numbers.
        case inexact(word: String)
        /// It carries another unit than the one asked for.
        case otherUnit(String)
        /// It is counted in 千, 万 or 億 without a unit, and so is the unit that was asked for.
        case scaled
        /// It stands in parentheses, which is below zero to some and a remark to others.
        case parentheses
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
    ///
    /// - Parameters:
    ///   - text: the cell as written.
    ///   - unit: the unit that the number is to be in.
    ///   - declared: the unit that a number without one is written in, where that is another.
    /// - Returns: what the cell holds.
    package static func read(_ text: String, unit: String, declared: String? = nil) -> Outcome {
        let key = CellText.key(text)
        if key.isEmpty { return .blank }
        if let absence = Absence.read(text) { return .absent(absence) }
        if let digit = noteDigit(in: text) { return .fault(.noteDigit(digit)) }
        let units = Units(asked: unit, declared: declared ?? unit)
        do {
            return .number(try number(key, units))
        } catch {
            return withoutMarks(key, units) ?? .fault(closer(to: error, text, units))
        }
    }

    /// Whether a cell says that there is nothing to be summed up: a blank, or the sign for none.
    static func isNothing(_ text: String) -> Bool {
        CellText.key(text).isEmpty || Absence.read(text) == .notApplicable
    }
}

extension NumberReader {
    private struct Units {
        let asked: String
        let declared: String
    }

    /// The circled digit of a text, or the raised one after a digit; nil where there is none, as in 12m².
    ///
    /// The key of the text has plain digits in their place, so that 12① would be read as 121.
    private static func noteDigit(in text: String) -> String? {
        var isAfterDigit = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2460...0x2468: return String(scalar)
            case 0xB2, 0xB3: if isAfterDigit { return String(scalar) }
            default: break
            }
            isAfterDigit = scalar.properties.numericType == .decimal
        }
        return nil
    }

    private static func withoutMarks(_ key: String, _ units: Units) -> Outcome? {
        guard let (core, marks) = NumberMark.split(key), let bare = try? number(core, units) else {
            return nil
        }
        return .number(
            Number(
                value: bare.value, decimals: bare.decimals,
                notes: bare.notes + marks.map(Note.mark)))
    }

    /// The fault, or what would make a number of the text.
    private static func closer(to fault: Fault, _ text: String, _ units: Units) -> Fault {
        let folded = CellText.folded(text)
        for (letter, digit) in [("O", "0"), ("o", "0"), ("l", "1"), ("I", "1")] {
            let pieces = folded.split(
                separator: Character(letter), omittingEmptySubsequences: false)
            guard pieces.count > 1 else { continue }
            let mended = CellText.key(pieces.joined(separator: digit))
            if (try? number(mended, units)) != nil { return .lookAlike(letter: letter) }
        }
        let key = CellText.key(text)
        if let word = inexactWord(in: key, units) { return .inexact(word: word) }
        if key.hasPrefix("("), key.hasSuffix(")"),
            (try? number(String(key.dropFirst().dropLast()), units)) != nil
        {
            return .parentheses
        }
        return fault
    }

    /// The word by which a number is no exact one; nil where there is none.
    private static func inexactWord(in key: String, _ units: Units) -> String? {
        func isNumber(_ text: some StringProtocol) -> Bool {
            (try? number(String(text), units)) != nil
        }
        for word in ["約", "およそ", "ほぼ"] where key.hasPrefix(word) {
            if isNumber(key.dropFirst(word.count)) { return word }
        }
        for word in inexactEndings where key.hasSuffix(word) {
            if isNumber(key.dropLast(word.count)) { return word }
        }
        // 12～15人 names the unit once.
        let ends = key.split(separator: "~")
        return ends.count == 2 && ends.allSatisfy(isNumber) ? "～" : nil
    }

    private static let inexactEndings = [
        "以上", "以下", "未満", "超", "程度", "くらい", "ぐらい", "ほど", "前後", "余り", "余", "弱", "強",
    ]

    private static func number(_ key: String, _ units: Units) throws(Fault) -> Number {
        // Alone it is more often a dash than the digit.
        guard key != "一" else { throw .unreadable }
        var scanner = TextScanner(key)
        let isNegative = scanner.take(anyOf: ["△", "▲", "-"])
        if !isNegative { _ = scanner.take("+") }
        let isYen = scanner.take("¥")
        let start = scanner
        var numeral = try takeNumeral(&scanner)
        var rest = scanner.rest
        var whole = rest
        if numeral.isScaled, !numeral.isJapanese {
            // 17,550千t is a plain number where the unit is 千t.
            var digits = start
            let run = digits.takeDigitsAndCommas()
            if digits.take(".") { _ = digits.takeDigitsAndCommas() }
            whole = digits.rest
            var plain = TextScanner(String(start.rest.dropLast(whole.count)))
            if !run.isEmpty,
                [units.asked, units.declared].contains(where: { UnitText.areEqual(whole, $0) }),
                let bare = try? NumeralReader.take(&plain)
            {
                numeral = bare
                rest = whole
            }
        }
        if isYen { rest += "円" }
        let (shift, note) = try conversion(rest, numeral, whole, units)
        guard let number = numeral.number.shifted(by: shift) else { throw .tooLong }
        var notes = note.map { [$0] } ?? []
        if numeral.isJapanese { notes.append(.japanese) }
        let value = isNegative && number.coefficient != 0 ? -number.value : number.value
        return Number(value: value, decimals: -numeral.lastPlace - shift, notes: notes)
    }

    private static func takeNumeral(
        _ scanner: inout TextScanner
    ) throws(Fault) -> NumeralReader.Numeral {
        do {
            return try NumeralReader.take(&scanner)
        } catch {
            switch error {
            case .unreadable: throw .unreadable
            case .grouping: throw .grouping
            case .tooLong: throw .tooLong
            }
        }
    }

    /// By which power of ten a number must be multiplied to be in the unit, and what there is to say of it.
    private static func conversion(
        _ rest: String, _ numeral: NumeralReader.Numeral, _ whole: String, _ units: Units
    ) throws(Fault) -> (shift: Int, note: Note?) {
        let written = rest.isEmpty ? units.declared : rest
        if rest.isEmpty, numeral.isScaled,
            UnitText.isScaled(units.declared) || UnitText.isScaled(units.asked)
        {
            throw .scaled
        }
        guard let conversion = UnitText.conversion(from: written, to: units.asked) else {
            throw fault(of: numeral.isJapanese ? rest : whole, numeral, unit: units.asked)
        }
        if conversion.isShare { return (conversion.power, .share(written)) }
        let isPlain = conversion.power == 0 && (!numeral.isScaled || numeral.isJapanese)
        return (conversion.power, isPlain ? nil : .scaled)
    }

    /// What is wrong with a text that follows the digits and is not the unit.
    private static func fault(
        of rest: String, _ numeral: NumeralReader.Numeral, unit: String
    ) -> Fault {
        if numeral.isJapanese { return .unreadable }
        var scanner = TextScanner(rest)
        if scanner.take("e"), scanner.take(anyOf: ["+", "-"]) || scanner.isAtDigit {
            return .scientific
        }
        scanner = TextScanner(rest)
        if scanner.take(anyOf: ["/", "-", "年", "月"]), scanner.isAtEnd || scanner.isAtDigit {
            return .date
        }
        let isWord = !(rest.utf8.first ?? 0).isASCIIByte || UnitText.isLatinUnit(rest)
        let isJustTheUnitWithMore = !unit.isEmpty && rest.hasPrefix(CellText.key(unit))
        let hasDigit = rest.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isWord && !isJustTheUnitWithMore && !hasDigit ? .otherUnit(rest) : .unreadable
    }
}

extension UInt8 {
    fileprivate var isASCIIByte: Bool { self < 0x80 }
}
