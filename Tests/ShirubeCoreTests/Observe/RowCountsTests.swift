import ShirubeCore
import Testing

@Suite struct RowCountsTests {
    @Test func `each row is counted for what it is`() {
        let drop = Drop.parse(
            "令和4年度の実績,,,\n\n指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,12\n,,,\nm01-1-1,R4,Q2,?\n"
                + "指標ID,年度,期間,実績値\nm01-1-1,R3,Q1,1,2\n合計,,,12\n※ 速報,,,\n")
        let rows = drop.drop.rows
        #expect(rows.titles == 2 && rows.headings == 1 && rows.data == 1 && rows.totals == 1)
        #expect(rows.notes == 1 && rows.blank == 2 && rows.faulty == 2 && rows.unread == 0)
        #expect(rows.total == 10)
    }

    @Test func `a file without a header is counted to its end`() {
        let drop = Drop.parse(String(repeating: "1,2,3\n\n", count: 40))
        #expect(drop.drop.rows.unread == 40 && drop.drop.rows.blank == 40)
    }

    @Test func `a row that cannot be told apart is counted too`() {
        let drop = Drop.parse("指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,12\nm01-1-1,R4,Q2,\"13\n")
        #expect(Drop.rules(drop) == ["quote-unclosed 3"])
        #expect(drop.drop.rows.total == 3 && drop.drop.rows.faulty == 1)
    }

    /// What departments write, and what they should not.
    private static let words = [
        "", "", "", "指標ID", "指標名", "事業名", "年度", "期間", "実績値", "単位", "備考", "内訳", "m01-1-1",
        "m01-1-2", "参加者数", "R4", "令和3年度", "第1四半期", "Q2", "4月", "2022/5/17", "計", "合計", "小計",
        "※ 注", "12", "1,234", "3万人", "△5", "x", "…", "45.5%", "p 12", "人", "千人", "\"二\n行\"",
        "\"1,2\"", "\"閉", "\"a\"b", "  ", "　",
    ]

    private static let headers = [
        "指標ID,年度,期間,実績値", "指標ID,令和4年度,,令和3年度,", "令和4年度\n指標ID,Q1,Q2,計", "指標名,期間,実績値,単位,内訳,備考",
        ",令和3年度,,\n指標ID,4月,5月,計", "",
    ]

    @Test func `whatever a table holds, its rows add up, and nothing stops the reading`() throws {
        var random = SeededSequence(state: 20_261_125)
        let profiles = [
            DropProfile(),
            DropProfile(
                dates: .monthDayYear, year: 2022, fillDown: [.indicatorID, .year], headerRows: 2),
        ]
        for round in 0..<3_000 {
            var lines = [Self.headers[random.below(Self.headers.count)]]
            for _ in 0..<random.below(12) {
                let cells = (0...random.below(6)).map { column in
                    column == 0 && random.below(2) == 0
                        ? "m01-1-1" : Self.words[random.below(Self.words.count)]
                }
                lines.append(cells.joined(separator: ","))
            }
            let text = lines.joined(separator: ["\n", "\r\n", "\r"][random.below(3)])
            let drop = Drop.parse(
                text, limits: DropLimits(maximumRows: 8), profile: profiles[round % 2])
            #expect(drop.drop.rows.total == (try rowsReached(text)), "\(text)")
            #expect(drop.isAcceptable == (drop.drop.counts[.error] == 0))
        }
    }

    /// How many rows the file has, up to the first that cannot be read or is one too many.
    private func rowsReached(_ text: String) throws -> Int {
        var reader = try CSVReader(
            DropBytes(Array(text.utf8)), encoding: .utf8, delimiter: UInt8(ascii: ","))
        var (filled, reached) = (0, 0)
        do {
            while let row = try reader.next() {
                reached = row.record
                if !row.isBlank { filled += 1 }
                if filled > 8 { break }
            }
        } catch is CSVFault {
            // The row that cannot be read is one of the file's rows.
            reached += 1
        }
        return reached
    }
}
