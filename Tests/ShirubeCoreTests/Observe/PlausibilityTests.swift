import ShirubeCore
import Testing

@Suite struct PlausibilityTests {
    private static let header = "指標ID,年度,期間,集計,内訳,実績値,確認\n"

    /// What is found in rows of `m01-1-1` (a sum over the plan, target 230) unless they say otherwise.
    private func parse(
        _ rows: String, after history: [KnownReading] = [], department: String = "kanko"
    ) -> ReadDrop {
        Drop.parse(Self.header + rows, department: department, history: history)
    }

    @Test func `a figure ten times as large as all others waits`() throws {
        let drop = parse("m01-1-1,R3,Q3,,,12,\nm01-1-1,R3,Q4,,,15,\nm01-1-1,R4,Q1,,,150,\n")
        #expect(Drop.rules(drop) == ["value-jump 4"])
        #expect(drop.isAcceptable)
        #expect(drop.readings.count == 3)
        let hold = try #require(drop.drop.holds.first)
        #expect(drop.drop.holds.count == 1)
        #expect(hold.figure.period == period("FY2022Q1"))
        #expect(
            hold.finding.message.japanese
                == "4行目の実績値「150」は、令和3年度第4四半期の15人と10倍以上違います。")
        #expect(hold.finding.severity == .hold)
    }

    @Test func `a tenth of all others waits too, but not a count below twenty`() {
        let tenth = parse(
            "m01-1-1,R3,Q4,,,1234,\nm01-1-1,R4,Q1,,,123,\n",
            after: ledger([
                Figure("FY2021Q3", 1_300)
            ]))
        #expect(Drop.rules(tenth) == ["value-jump 3"])
        #expect(Drop.rules(parse("m01-1-1,R3,Q4,,,1,\nm01-1-1,R4,Q1,,,12,\n")) == [])
    }

    @Test func `a sign where a figure stands waits, and the figure stays in force`() throws {
        let known = ledger([Figure("FY2022Q1", 120)])
        let drop = parse("m01-1-1,R4,Q1,,,…,\n", after: known)
        #expect(Drop.rules(drop) == ["value-absent 2", "absence-replaces 2"])
        #expect(drop.drop.holds.map(\.figure.period) == [period("FY2022Q1")])
        #expect(
            drop.findings.last?.message.japanese
                == "2行目の実績値「…」は「不明」という記号ですが、令和4年度第1四半期には前に報告された値（120人）があります。")
        #expect(Drop.rules(parse("m01-1-1,R4,Q2,,,…,\n", after: known)) == ["value-absent 2"])
        let meant = parse("m01-1-1,R4,Q1,,,…,確認済\n", after: known)
        #expect(Drop.rules(meant) == ["value-absent 2", "doubt-meant 2"])
        #expect(meant.drop.holds.isEmpty)
    }

    @Test func `a part without a figure waits only where that part, or the whole, had one`() {
        let rows = "m01-1-1,R4,Q1,,西,x,\nm01-1-1,R4,Q1,,東,3,\n"
        let others = ledger([Figure("FY2022Q1", 120, part: "東"), Figure("FY2022Q1", 1, part: "北")])
        #expect(parse(rows, after: others).drop.holds.isEmpty)
        for known in [
            [Figure("FY2022Q1", 120, part: "西")], [Figure("FY2022Q1", 120)],
        ] {
            let drop = parse(rows, after: ledger(known))
            #expect(drop.drop.holds.count == 1)
        }
        // What is left of the figure is still compared with others, and nothing is not compared at all.
        let jump = parse(
            "m01-1-1,R4,Q1,,西,x,\nm01-1-1,R4,Q1,,東,3000,\n",
            after: ledger([Figure("FY2021Q1", 100, part: "東")]))
        #expect(Drop.rules(jump).contains("value-jump 2"))
        let nothing = parse(
            "m01-1-1,R4,Q2,年度累計,西,x,\n",
            after: ledger([Figure("FY2022Q1", 100, basis: .yearToDate)]))
        #expect(Drop.rules(nothing) == ["value-absent 2"])
    }

    @Test func `a season that was as large a year before is no jump`() {
        let seasons = ledger([Figure("FY2021Q1", 900), Figure("FY2021Q4", 12)])
        #expect(Drop.rules(parse("m01-1-1,R4,Q1,,,950,\n", after: seasons)) == [])
        #expect(Drop.rules(parse("m01-1-1,R4,Q1,,,9500,\n", after: seasons)) == ["value-jump 2"])
    }

    @Test func `a period is compared with others of its length`() {
        #expect(
            Drop.rules(parse("m01-1-1,R4,4月,,,4,\n", after: ledger([Figure("FY2021", 300)]))) == [])
    }

    @Test func `a level is compared with its baseline and its target`() {
        // m01-1-4: baseline 10, target 14; m01-1-3: 45.5 % and 50 %, so 0.455 is a share of 1.
        #expect(Drop.rules(parse("m01-1-4,R4,Q1,,,12,\n")) == [])
        #expect(Drop.rules(parse("m01-1-4,R4,Q1,,,120,\n")) == [])
        #expect(Drop.rules(parse("m01-1-4,R4,Q1,,,141,\n")) == ["value-jump 2"])
        #expect(Drop.rules(parse("m01-1-3,R4,Q1,,,0.455,\n")) == ["value-jump 2"])
        #expect(Drop.rules(parse("m01-1-3,R4,Q1,,,0,\n")) == [])
    }

    @Test func `a first figure of a count is compared only with ten times the year`() {
        #expect(Drop.rules(parse("m01-1-2,R4,Q1,,,5,\n")) == [])
        #expect(Drop.rules(parse("m01-1-2,R4,Q1,,,1499,\n")) == [])
        #expect(Drop.rules(parse("m01-1-2,R4,Q1,,,1500,\n")) == ["value-jump 2"])
    }

    @Test func `a running total that falls waits`() throws {
        let drop = parse("m01-1-1,R4,Q1,年度累計,,40,\nm01-1-1,R4,Q2,年度累計,,35,\n")
        #expect(Drop.rules(drop) == ["cumulative-falls 3"])
        #expect(
            drop.findings.first?.message.japanese
                == "3行目の実績値「35」は累計ですが、令和4年度第1四半期の40人より小さい数です。")
        // A new year begins from nothing, and 会員登録数 is a running total by its kind.
        let newYear = parse("m01-1-1,R3,Q4,年度累計,,40,\nm01-1-1,R4,Q1,年度累計,,5,\n")
        #expect(Drop.rules(newYear) == [])
        let registered = parse("m01-1-5,R4,Q1,,,40,\nm01-1-5,R4,Q2,,,39,\n")
        #expect(Drop.rules(registered) == ["cumulative-falls 3"])
    }

    @Test func `parts are added up, and compared only with as many parts`() {
        let history = ledger([
            Figure("FY2022Q1", 30, basis: .yearToDate, part: "市内"),
            Figure("FY2022Q1", 40, basis: .yearToDate, part: "市外"),
        ])
        let one = parse("m01-1-1,R4,Q2,年度累計,市内,35,\n", after: history)
        #expect(Drop.rules(one) == [])
        let both = parse(
            "m01-1-1,R4,Q2,年度累計,市内,35,\nm01-1-1,R4,Q2,年度累計,市外,30,\n", after: history)
        #expect(Drop.rules(both) == ["cumulative-falls 2"])
        #expect(both.findings.first?.message.japanese.contains("内訳の合計65人") == true)
    }

    @Test func `a part is not compared with the whole, nor with what the whole is to be`() {
        let whole = ledger([Figure("FY2021", 9_000)])
        #expect(Drop.rules(parse("m01-1-2,R3,年度,,市内,12,\n", after: whole)) == [])
        let others = ledger([Figure("FY2021", 9_000, part: "市外")])
        #expect(Drop.rules(parse("m01-1-2,R2,年度,,市内,12,\n", after: others)) == [])
        let same = ledger([Figure("FY2020", 900, part: "市内")])
        #expect(Drop.rules(parse("m01-1-2,R3,年度,,市内,12,\n", after: same)) == ["value-jump 2"])
    }

    @Test func `what is marked as meant counts, and later figures are compared with it`() {
        let rows = "m01-1-1,R3,Q4,,,15,\nm01-1-1,R4,Q1,,,150,確認済\nm01-1-1,R4,Q2,,,160,\n"
        let drop = parse(rows)
        #expect(Drop.rules(drop) == ["doubt-meant 3"])
        #expect(drop.drop.holds == [])
        #expect(drop.findings.first?.severity == .info)
    }

    @Test func `a share above one and a rate below zero wait`() {
        let header = "指標ID,年度,期間,実績値,分子,分母,確認\n"
        let above = Drop.parse(header + "m01-1-3,R4,Q1,,120,100,\n")
        #expect(Drop.rules(above) == ["ratio-above-one 2"])
        #expect(above.drop.holds.count == 1)
        let below = Drop.parse(header + "m01-1-3,R4,Q1,△45,,,\n")
        #expect(Drop.rules(below) == ["number-negative-rate 2"])
        #expect(below.drop.holds.count == 1)
        let meant = Drop.parse(header + "m01-1-3,R4,Q1,,120,100,済\n")
        #expect(Drop.rules(meant) == ["doubt-meant 2"])
        #expect(meant.drop.holds == [])
    }

    @Test func `a wide table is looked at cell by cell`() {
        let drop = Drop.parse("令和4年度\n指標ID,第1四半期,第2四半期\nm01-1-1,12,1234\n")
        #expect(Drop.rules(drop) == ["value-jump 3"])
        #expect(drop.drop.holds.map(\.figure.period) == [period("FY2022Q2")])
    }
}
