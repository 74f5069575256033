import ShirubeCore
import Testing

@Suite struct TotalsCheckTests {
    private func parse(_ rows: String) -> ReadDrop {
        Drop.parse("指標ID,年度,期間,実績値\n" + rows)
    }

    @Test func `a total that is the sum of its rows is not summed in`() throws {
        let drop = parse("m01-1-1,R3,Q1,12\nm01-1-1,R3,Q2,13\n合計,,,25\n")
        #expect(Drop.rules(drop) == ["row-totals 4"])
        #expect(drop.readings.count == 2)
        #expect(try #require(drop.findings.first).message.japanese.contains("一致しました"))
    }

    @Test func `a total that differs is refused, with its line and the difference`() throws {
        let drop = parse("m01-1-1,R3,Q1,12\nm01-1-1,R3,Q2,13\n合計,,,30\n")
        let finding = try #require(drop.findings.first)
        #expect(Drop.rules(drop) == ["total-mismatch 4"] && !drop.isAcceptable)
        #expect(finding.cell == "D4" && finding.takenFor?.japanese == "30人")
        #expect(
            finding.message.japanese == "4行目の実績値「30」は、上の2行の合計25と合いません（差は5）。")
        #expect(
            finding.message.english
                == "Line 4, 実績値 “30” is not the sum of the 2 rows above it, 25 (difference 5).")
    }

    @Test func `a subtotal sums up the rows since the one before it`() {
        let rows = "m01-1-1,R3,Q1,12\n小計,,,12\nm01-1-1,R3,Q2,13\n小計,,,13\n合計,,,25\n"
        #expect(Drop.rules(parse(rows)) == ["row-totals 3", "row-totals 5", "row-totals 6"])
    }

    @Test func `rows that count different things have no total`() {
        let drop = parse("m01-1-1,R3,Q1,12\nm01-1-4,R3,Q1,11\n合計,,,99\n")
        #expect(Drop.rules(drop) == ["row-totals 4"])
    }

    @Test func `a total may be counted in a larger unit`() {
        let drop = parse("m01-1-1,R3,Q1,12\nm01-1-1,R3,Q2,13\n合計,,,0.025千人\n")
        #expect(Drop.rules(drop) == ["row-totals 4"])
    }
}
