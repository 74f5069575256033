import ShirubeCore
import Testing

@Suite struct NumberReaderTests {
    @Test(arguments: [
        ("120", "人", 120, 0), ("１，２３４", "人", 1_234, 0), ("1,234.50", "人", 1_234.5, 2),
        ("△3.5", "人", -3.5, 1), ("▲１，０００", "人", -1_000, 0), ("−12", "人", -12, 0),
        ("－12", "人", -12, 0), ("+7", "人", 7, 0), ("120人", "人", 120, 0), ("120 名", "人", 120, 0),
        ("45.5％", "%", 45.5, 1), ("4.82‰", "‰", 4.82, 2), ("12万人", "万人", 12, 0),
        ("3箇所", "か所", 3, 0), ("17,550千ｔ", "千t", 17_550, 0), ("0", "", 0, 0), ("-0", "", 0, 0),
        ("　12　", "件", 12, 0), ("007", "件", 7, 0),
    ])
    func `numbers are read as offices write them`(
        text: String, unit: String, value: Double, decimals: Int
    ) {
        #expect(
            NumberReader.read(text, unit: unit)
                == .number(NumberReader.Number(value: value, decimals: decimals)))
    }

    @Test(arguments: [
        ("12O人", NumberReader.Fault.lookAlike(letter: "O")), ("l2", .lookAlike(letter: "l")),
        ("12①", .noteDigit("①")), ("①", .noteDigit("①")), ("１２²", .noteDigit("²")),
        ("約120", .inexact(word: "約")), ("120人以上", .inexact(word: "以上")),
        ("１２～１５人", .inexact(word: "～")), ("約多数", .unreadable), ("One", .unreadable),
        ("△", .unreadable),
        ("○", .unreadable), ("1.2.3", .unreadable), ("1.", .unreadable), ("100（見込み）", .unreadable),
        ("120人くらい", .inexact(word: "くらい")), ("12,34", .grouping), ("1234,567", .grouping),
        (",5", .grouping), ("12,34万", .grouping), ("120件", .otherUnit("件")),
        ("45%", .otherUnit("%")), ("3t", .otherUnit("t")), ("3千t", .otherUnit("千t")),
        ("1.2E+05", .scientific), ("2022/4/1", .date), ("4月1日", .date), ("4-1", .date),
        ("1234567890123456", .tooLong), ("1000兆", .tooLong), ("120（うち女性30）", .unreadable),
        ("(1,234)", .parentheses), ("（120人）", .parentheses), ("一", .unreadable),
        ("四半期", .unreadable), ("1千2千", .unreadable), ("3千4000", .unreadable),
        ("1万2億", .unreadable), ("万", .unreadable), ("1.5億3千万", .unreadable), ("#N/A", .unreadable),
    ])
    func `what is no number is told apart`(text: String, fault: NumberReader.Fault) {
        #expect(NumberReader.read(text, unit: "人") == .fault(fault))
    }

    @Test func `the raised digit of a unit is no mark of a note`() {
        #expect(
            NumberReader.read("12m²", unit: "㎡")
                == .number(NumberReader.Number(value: 12, decimals: 0)))
    }

    /// The value and the decimals of a number, and how many notes there are on it.
    private func number(
        _ text: String, _ unit: String, _ declared: String? = nil
    ) -> (value: Double, decimals: Int)? {
        guard case .number(let number) = NumberReader.read(text, unit: unit, declared: declared)
        else { return nil }
        return (number.value, number.decimals)
    }

    @Test(arguments: [
        ("3万人", "人", 30_000, -4), ("3万", "人", 30_000, -4), ("12千円", "円", 12_000, -3),
        ("2億3千430万", "円", 234_300_000, -4), ("2億3千430万円", "千円", 234_300, -1),
        ("1.5億円", "千円", 150_000, -4), ("1.1億円", "円", 110_000_000, -7), ("12人", "千人", 0.012, 3),
        ("300万人", "千人", 3_000, -1), ("5百万円", "百万円", 5, 0), ("△1.2万人", "人", -12_000, -3),
        ("1,234万円", "円", 12_340_000, -4), ("1万2345人", "人", 12_345, 0), ("0.3億円", "万円", 3_000, -3),
        ("45.5‰", "%", 4.55, 2), ("4.55%", "‰", 45.5, 1), ("0.07％", "‰", 0.7, 1),
        ("二億三千万", "円", 230_000_000, -7), ("十五", "人", 15, 0), ("一二三人", "人", 123, 0),
        ("二〇", "人", 20, 0), ("百人", "人", 100, -2), ("千二百三十四", "人", 1_234, 0),
        ("¥1,200", "円", 1_200, 0), ("￥12千", "千円", 12, 0), ("999兆", "円", 999e12, -12),
    ])
    func `千, 万 and 億, shares and Japanese digits are brought to the unit`(
        text: String, unit: String, value: Double, decimals: Int
    ) throws {
        let read = try #require(number(text, unit))
        #expect(read.value == value)
        #expect(read.decimals == decimals)
    }

    @Test func `decimals are counted as decimals, not as binary fractions`() throws {
        for tenths in 1...9_999 {
            let text = "\(tenths / 10).\(tenths % 10)"
            #expect(number(text + "億円", "千円")?.value == Double(tenths) * 10_000)
            let exact = try #require(Double("\(tenths / 100)." + zeroPadded(tenths % 100, 2)))
            #expect(number(text + "‰", "%")?.value == exact)
        }
    }

    @Test func `a number without a unit is in the one that is declared`() {
        #expect(number("12", "円", "千円")?.value == 12_000)
        #expect(number("12円", "円", "千円")?.value == 12)
        #expect(number("1,234", "千円", "円")?.value == 1.234)
        #expect(number("2.5", "%", "‰")?.value == 0.25)
        #expect(NumberReader.read("3万", unit: "万人") == .fault(.scaled))
        #expect(NumberReader.read("3万", unit: "人", declared: "千人") == .fault(.scaled))
    }

    @Test(arguments: [
        "p 120", "120p", "120人p", "r120", "120(r)", "120（暫定）", "120速報値", "120人（確報）", "120訂正",
        "#120", "120（内数）", "120※", "120※1", "*120", "120*2", "120(p)※",
    ])
    func `a mark is no part of the number`(text: String) {
        #expect(number(text, "人")?.value == 120)
        #expect(
            NumberReader.read(text, unit: "人")
                != .number(NumberReader.Number(value: 120, decimals: 0)), "it leaves a note")
    }

    @Test(arguments: [
        ("-", Absence.notApplicable), ("－", .notApplicable), ("―", .notApplicable),
        ("ー", .notApplicable), ("該当なし", .notApplicable), ("…", .unknown), ("...", .unknown),
        ("不明", .unknown), ("集計中", .unknown), ("x", .suppressed), ("Ｘ", .suppressed),
        ("***", .suppressed), ("秘匿", .suppressed),
    ])
    func `the three kinds of nothing are told apart`(text: String, kind: Absence) {
        #expect(NumberReader.read(text, unit: "人") == .absent(kind))
    }

    @Test func `blank is not zero`() {
        #expect(NumberReader.read(" 　", unit: "人") == .blank)
    }

    @Test func `units are compared by meaning, and scales are kept apart`() {
        #expect(UnitText.areEqual("％", "%"))
        #expect(UnitText.areEqual("千名", "千人"))
        #expect(!UnitText.areEqual("千人", "人"))
        #expect(!UnitText.areEqual("%", "‰"))
        #expect(UnitText.isUnit("千人", among: ["人"]))
        #expect(UnitText.isUnit("人", among: ["千人"]))
        #expect(UnitText.isUnit("‰", among: ["%"]))
        #expect(!UnitText.isUnit("必須", among: ["人", ""]))
    }
}
