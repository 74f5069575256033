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
        ("約120", .unreadable), ("One", .unreadable), ("△", .unreadable),
        ("○", .unreadable), ("1.2.3", .unreadable), ("1.", .unreadable), ("100（暫定）", .unreadable),
        ("120人くらい", .unreadable), ("12,34", .grouping), ("1234,567", .grouping), (",5", .grouping),
        ("12千人", .scaled("千人")), ("3万", .scaled("万")), ("120件", .otherUnit("件")),
        ("45%", .otherUnit("%")), ("3t", .otherUnit("t")), ("1.2E+05", .scientific),
        ("2022/4/1", .date), ("4月1日", .date), ("4-1", .date), ("1234567890123456", .tooLong),
        ("120（うち女性30）", .unreadable),
    ])
    func `what is no number is told apart`(text: String, fault: NumberReader.Fault) {
        #expect(NumberReader.read(text, unit: "人") == .fault(fault))
    }

    @Test(arguments: [
        ("-", NumberReader.Absence.notApplicable), ("－", .notApplicable), ("―", .notApplicable),
        ("ー", .notApplicable), ("…", .unknown), ("...", .unknown), ("x", .suppressed),
        ("Ｘ", .suppressed),
    ])
    func `the three kinds of nothing are told apart`(text: String, kind: NumberReader.Absence) {
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
        #expect(!UnitText.isUnit("必須", among: ["人", ""]))
    }
}
