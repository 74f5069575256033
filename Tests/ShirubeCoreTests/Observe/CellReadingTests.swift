import ShirubeCore
import Testing

@Suite struct CellReadingTests {
    private func shown(_ text: String) -> String {
        let reading = CellReading(raw: text)
        return reading.meaning.english.isEmpty
            ? reading.kind.rawValue : "\(reading.kind.rawValue) \(reading.meaning.english)"
    }

    @Test(arguments: [
        ("１，２３４", "number 1234"), ("△3.5", "number -3.5"), ("12人", "number 12 人"),
        ("45.5％", "number 45.5 %"), ("0", "number 0"), ("2022", "number 2022"),
        ("0097", "text a code that begins with 0"), ("3丁目", "text"), ("△", "text"),
        ("－", "absence not applicable"), ("…", "absence not known"), ("x", "absence suppressed"),
        ("令和2年度", "period FY2020"), ("H31", "period 2019"), ("第2四半期", "period 第2四半期"),
        ("2022年5月", "period 2022-05"), ("年", "text"), ("", "blank"), (" \u{3000}", "blank"),
        ("1234567890123456", "text"),
        ("34.86524360019246", "number 34.86524360019246 (more than 15 digits)"),
        ("(054)626-1118", "text"), ("34.3,134.0", "text"), ("No.", "text"),
    ])
    func `a cell is read without knowing its table`(text: String, reading: String) {
        #expect(shown(text) == reading)
    }

    @Test(arguments: [
        ("2020/2/4", "2020-02-04"), ("2020-01-26", "2020-01-26"), ("2022年4月1日", "2022-04-01"),
        ("令和４年４月１日", "2022-04-01"), ("R4.4.1", "2022-04-01"), ("平成31年4月30日", "2019-04-30"),
        ("4/1/2023", "2023-04-01 (month/day/year)"),
    ])
    func `a day is read as Japanese offices and American spreadsheets write it`(
        text: String, day: String
    ) {
        #expect(shown(text) == "date \(day)")
    }

    @Test(arguments: ["2020/2/30", "13/1/2023", "令和元年4月1日", "2020/2/4x", "R4年度4月1日"])
    func `what is no day is not read as one`(text: String) {
        #expect(CellReading(raw: text).kind != .date)
    }
}
