import ShirubeCore
import Testing

@Suite struct FormTests {
    private static let quarter = period("FY2022Q2")

    private static func form(
        _ department: String, strategy: Strategy = SampleStrategy.strategy,
        current: [Identifier<Indicator>: CurrentReadings] = [:], language: Language = .japanese
    ) -> Form {
        let found = strategy.department(Identifier(department))
        return Form(
            Form.Occasion(
                strategy: strategy,
                department: found ?? Department(id: Identifier(department), name: "?"),
                quarter: quarter, due: CivilDate(2022, 10, 14), dueDays: DueDays(),
                folder: "/drops/\(department)",
                mark: "架空"), current: current, language: language)
    }

    /// The form's CSV with a figure in every row: 5 for numbers, the second stage for milestones.
    private static func filled(_ form: Form, encoding: FormCSV.Encoding) throws -> [UInt8] {
        let bytes = try FormCSV.bytes(of: form, encoding: encoding)
        let text =
            switch encoding {
            case .utf8: String(decoding: bytes, as: UTF8.self)
            case .cp932: String(decoding: try CP932.decode(bytes[...]), as: UTF8.self)
            }
        let value = try #require(form.columns.firstIndex(of: .value))
        var lines = text.split(separator: "\r\n").map(String.init)
        for (index, row) in form.rows.enumerated() {
            guard case .text(let period) = row[value - 1] else { continue }
            var figure = "5"
            if case .input(.choice(let stages), _) = row[value] { figure = stages[1] }
            let line = form.lines.count + 1 + index
            lines[line] = lines[line].replacing(",\(period),,", with: ",\(period),\(figure),")
        }
        let whole = lines.joined(separator: "\r\n") + "\r\n"
        return encoding == .utf8 ? Array(whole.utf8) : try CP932.encode(whole)
    }

    @Test(arguments: ["kanko", "sports", "minato", "shobo", "kikaku"])
    func `a form that was filled in is a drop in which nothing is to be mended`(
        department: String
    ) throws {
        for language in Language.allCases {
            for encoding in FormCSV.Encoding.allCases {
                let form = Self.form(department, language: language)
                let drop = Drop.parse(
                    try Self.filled(form, encoding: encoding), department: department)
                #expect(drop.drop.findings.map(\.rule) == [])
                #expect(drop.readings.count == form.rows.count)
            }
        }
    }

    @Test(arguments: Cadence.allCases, YearKind.allCases)
    func `the periods that a form asks for are read as the ones that are owed`(
        cadence: Cadence, calendar: YearKind
    ) throws {
        let target = calendar == .fiscal ? "FY2024" : "CY2024"
        let row = indicator(
            .level, target: 1, targetPeriod: target, calendar: calendar, cadence: cadence)
        let strategy = strategy([row])
        let form = Form(
            Form.Occasion(
                strategy: strategy, department: strategy.departments[0], quarter: Self.quarter,
                due: nil, dueDays: DueDays(), folder: "", mark: nil), current: [:],
            language: .japanese)
        let owed = Answers.owedPeriods(of: row, for: Self.quarter)
        #expect(form.rows.count == owed.count)
        guard !owed.isEmpty else { return }
        let parser = DropParser(strategy: strategy, department: Identifier("d-1"))
        var periods = PeriodList(strategy: strategy)
        let bytes = try Self.filled(form, encoding: .utf8)
        let drop = try parser.parse(
            DropBytes(bytes), fileName: "form.csv", today: Drop.today,
            history: { _ in CurrentReadings([]) }, into: &periods)
        #expect(drop.findings.map(\.rule) == [])
        #expect(periods.periods == owed)
    }

    @Test func `a figure that is due on another day than the form says so in a column of its own`()
        throws
    {
        let later = indicator(.level, id: "later", target: 1, due: .months(3, day: nil))
        let city = strategy([indicator(.level, id: "usual", target: 1), later])
        let form = Form(
            Form.Occasion(
                strategy: city, department: city.departments[0], quarter: Self.quarter, due: nil,
                dueDays: DueDays(), folder: "", mark: nil), current: [:], language: .japanese)
        let column = try #require(form.columns.firstIndex(of: .due))
        #expect(form.headings[column] == "提出期限")
        #expect(form.rows.map { $0[column] } == [.unused, .text("2023-01-04")])
        #expect(!Self.form("kanko").columns.contains(.due))
        var periods = PeriodList(strategy: city)
        let drop = try DropParser(strategy: city, department: Identifier("d-1")).parse(
            DropBytes(try Self.filled(form, encoding: .cp932)), fileName: "form.csv",
            today: Drop.today, into: &periods)
        #expect(drop.findings.map(\.rule) == [])
        #expect(periods.periods.count == 2)
    }

    private struct PeriodList: ReadingSink {
        let takesReadings = true
        let strategy: Strategy
        var periods: [Period] = []

        init(strategy: Strategy) {
            self.strategy = strategy
        }

        mutating func begin() {
            periods = []
        }

        mutating func take(_ batch: ReadingBatch) {
            periods += batch.readings(of: strategy, department: Identifier("d-1")).map(\.period)
        }
    }

    @Test func `the last figure in force stands beside the period it is of`() throws {
        let id = Identifier<Indicator>("m01-1-1")
        let figures = [
            Figure("FY2022Q1", 1_234.5, basis: .yearToDate), Figure("FY2022Q3", 9),
        ]
        let form = Self.form("kanko", current: [id: CurrentReadings(ledger(figures))])
        let text = String(decoding: try FormCSV.bytes(of: form, encoding: .utf8), as: UTF8.self)
        let row = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("m01-1-1") })
        #expect(row.contains(",令和4年度第1四半期（年度累計）,\"1,234.5\",令和4年度,第2四半期,,"))
    }

    @Test func `a form says who, for when, by when and where to`() {
        let lines = Self.form("kanko").lines
        #expect(lines[0] == "【架空】見本市総合戦略　令和4年度第2四半期　実績の報告")
        #expect(lines[1] == "観光課（kanko）　提出期限: 令和4年10月14日（金）")
        #expect(lines[3].contains("/drops/kanko"))
        #expect(Self.form("kanko", language: .english).lines[1].hasSuffix("Due: Fri 14 Oct 2022"))
    }

    @Test func `a column that no indicator of the department uses is left out`() {
        #expect(!Self.form("shobo").columns.contains(.denominator))
        #expect(!Self.form("kanko").columns.contains(.respondents))
        #expect(Self.form("sports").columns.contains(.respondents))
        #expect(Self.form("nobody").rows.isEmpty)
    }

    @Test func `a character that CP932 has not is named with its cell and the remedy`() throws {
        let form = Form(
            Form.Occasion(
                strategy: SampleStrategy.strategy,
                department: Department(id: Identifier("kanko"), name: "観光課𠮷野分室"),
                quarter: Self.quarter, due: nil, dueDays: DueDays(), folder: "/drops", mark: nil),
            current: [:],
            language: .japanese)
        let error = try #require(
            #expect(throws: FormCSV.Unencodable.self) {
                try FormCSV.bytes(of: form, encoding: .cp932)
            })
        #expect(
            error.message.japanese
                == "「観光課𠮷野分室（kanko）　提出期限: 令和4年10月14日（金）」の「𠮷」（U+20BB7）はCP932で書けません。--encoding utf8 で作ってください。"
        )
        #expect(error.message.english.hasSuffix("Use --encoding utf8."))
        let utf8 = try FormCSV.bytes(of: form, encoding: .utf8)
        #expect(utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    }
}
