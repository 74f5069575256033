import ShirubeCore
import Testing

@Suite struct IndicatorLookupTests {
    private func parse(_ cells: String, department: String = "kanko") -> ReadDrop {
        Drop.parse(
            "指標ID,事業名,指標名,年度,期間,実績値\n\(cells),R4,Q1,12\n", department: department)
    }

    @Test(arguments: [
        ("m01-1-1,,", "m01-1-1"), ("Ｍ０１－１－１,,", "m01-1-1"), (",,ﾂｱｰ 参加者数", "m01-1-1"),
        (",スケート教室 開催事業,参加者数", "m01-2-1"), (",観光プロモーション事業,参加者数", "m01-1-2"),
        ("m01-2-1,,参加者数", "m01-2-1"),
    ])
    func `an indicator is found by id or by its names`(cells: String, id: String) {
        let drop = parse(cells)
        #expect(drop.readings.map(\.indicator.text) == [id])
        #expect(drop.findings == [])
    }

    @Test func `any owner of a joint indicator may report it`() {
        #expect(parse(",,参加者数", department: "sports").readings.map(\.indicator.text) == ["m01-2-1"])
    }

    @Test func `a goal’s own target is found by its name`() {
        #expect(parse(",,婚姻率", department: "kikaku").readings.map(\.indicator.text) == ["g1-1"])
    }

    @Test(arguments: [
        ("m01-9,,", "indicator-unknown"), (",,来場者数", "indicator-unknown"),
        (",,参加者数", "indicator-ambiguous"), (",知らない事業,参加者数", "indicator-ambiguous"),
        ("m01-2-2,,", "indicator-not-owned"), (",,満足度", "indicator-not-owned"),
        ("m01-1-1,,成約率", "indicator-mismatch"), (",事業だけ,", "indicator-missing"),
    ])
    func `an indicator that is not clear, known or owned is refused`(cells: String, rule: String) {
        let drop = parse(cells)
        #expect(drop.findings.map(\.rule) == [rule])
    }

    @Test(arguments: ["m01-1-1,,ツアー参加人数", ",旧観光事業,ツアー参加者数"])
    func `a name that differs is only warned of where the indicator is clear`(cells: String) {
        let drop = parse(cells)
        #expect(drop.findings.map(\.rule) == ["name-differs"])
        #expect(drop.readings.map(\.indicator.text) == ["m01-1-1"])
    }

    @Test func `the nearest ids come first`() throws {
        let finding = try #require(parse("m01-1-55,,").findings.first)
        #expect(finding.message.japanese.contains("近い指標: m01-1-5「会員登録数」、"))
    }

    @Test func `a department without indicators is told so`() throws {
        let finding = try #require(parse("m01,,", department: "nobody").findings.first)
        #expect(finding.message.japanese.contains("担当する指標はありません"))
    }
}
