import ShirubeCore
import Testing

@Suite struct ReadingSetTests {
    private func parse(_ rows: String) -> ReadDrop {
        Drop.parse("指標ID,年度,期間,内訳,実績値\n" + rows)
    }

    @Test func `the same figure twice is read once`() {
        let drop = parse("m01-1-1,R4,Q1,,12\nm01-1-1,2022,第1四半期,,12人\n")
        #expect(Drop.rules(drop) == ["duplicate-same 3"])
        #expect(drop.readings.count == 1)
    }

    @Test func `two figures for one period name both lines`() throws {
        let drop = parse("m01-1-1,R4,Q1,,12\nm01-1-1,R4,Q1,,15\n")
        #expect(Drop.rules(drop) == ["duplicate-different 3"])
        let finding = try #require(drop.findings.first)
        #expect(
            finding.message.japanese
                == "3行目の実績値「15」は、2行目の「12」と違います（どちらも指標m01-1-1の令和4年度第1四半期）。")
    }

    @Test func `a file that gives too much twice is refused as a whole`() throws {
        var limits = DropLimits()
        limits.maximumRepetitions = 2
        let header = "指標ID,年度,期間,内訳,実績値\n"
        let rows = (1...3).map { "m01-1-1,R4,Q1,第\($0)区,\($0)\n" }
        let (few, many) = (rows + rows.prefix(2), rows + rows)
        let kept = Drop.parse(header + few.joined(), limits: limits)
        #expect(Drop.rules(kept) == ["duplicate-same 5", "duplicate-same 6"])
        let refused = Drop.parse(header + many.joined(), limits: limits)
        #expect(Drop.rules(refused) == ["duplicate-too-many -"])
        #expect(refused.readings.isEmpty)
        #expect(
            try #require(refused.findings.first).message.japanese
                == "同じ指標・同じ期間が2件より多く重なっています。同じ表が2回入っていないでしょうか。")
    }

    @Test func `a file of which too much is in doubt is refused as a whole`() throws {
        var limits = DropLimits()
        limits.maximumDoubts = 1
        let header = "指標ID,年度,期間,実績値\n"
        let (one, another) = ("m01-1-1,R4,Q1,9000000\n", "m01-1-1,R4,Q2,9000000\n")
        #expect(Drop.parse(header + one, limits: limits).drop.isAcceptable)
        let refused = Drop.parse(header + one + another, limits: limits)
        #expect(Drop.rules(refused).contains("doubt-too-many -"))
        #expect(refused.readings.isEmpty)
    }

    @Test func `parts stand beside each other, and their total is not used`() {
        let drop = parse("m01-1-1,R4,Q1,市内,12\nm01-1-1,R4,Q1,市外,15\nm01-1-1,R4,Q1,合計,27\n")
        #expect(Drop.rules(drop) == ["row-totals 4"])
        #expect(drop.readings.map(\.part) == ["市内", "市外"])
    }

    @Test func `parts and their whole are not mixed`() {
        let drop = parse("m01-1-1,R4,Q1,,27\nm01-1-1,R4,Q1,市内,12\n")
        #expect(Drop.rules(drop) == ["part-and-whole 2"])
    }

    @Test func `a total of parts without parts is refused`() {
        #expect(Drop.rules(parse("m01-1-1,R4,Q1,計,27\n")) == ["part-total-alone 2"])
    }
}
