/// The form that a department fills in for a quarter: its indicators, one owed period a row, with nothing left to type
/// but the figures.
///
/// Saved as CSV it is a drop in the tidy layout (docs/CSV.md).
package struct Form: Sendable, Equatable {
    /// What a cell is for.
    package enum Cell: Sendable, Equatable {
        /// Words that stand there already.
        case text(String)
        /// A number that stands there already.
        case number(Double)
        /// Filled in by the department, with what stands there to begin with.
        case input(Input, String)
        /// Nothing, because the column is not for this indicator.
        case unused
    }

    /// What may be filled in.
    package enum Input: Sendable, Equatable {
        /// A number, which may be negative or not.
        case number(mayBeNegative: Bool)
        /// One of some words.
        case choice([String])
        /// Any words.
        case remark
    }

    /// What makes one department's form for one quarter.
    package struct Occasion {
        /// The strategy reported on.
        package let strategy: Strategy
        /// Who reports.
        package let department: Department
        /// A quarter of a fiscal year.
        package let quarter: Period
        /// The day by which the form is to be back.
        package let due: CivilDate
        /// The days by which single figures are due, which may lie elsewhere.
        package let dueDays: DueDays
        /// The drop folder, for people.
        package let folder: String
        /// A mark for the title, such as 架空; nil for none.
        package let mark: String?

        /// Makes an occasion; without a day of its own the form is due when figures of the quarter are.
        package init(
            strategy: Strategy, department: Department, quarter: Period, due: CivilDate?,
            dueDays: DueDays, folder: String, mark: String?
        ) {
            self.strategy = strategy
            self.department = department
            self.quarter = quarter
            self.due = due ?? dueDays.day(for: .quarter, of: quarter)
            self.dueDays = dueDays
            self.folder = folder
            self.mark = mark
        }

        /// The day by which a figure is due where it is not the form's; nil where it is.
        func day(for indicator: Indicator, of period: Period) -> CivilDate? {
            let normal = dueDays.day(for: .quarter, of: quarter)
            let day = dueDays.day(for: indicator, of: period)
            return day == normal ? nil : day
        }
    }

    /// The lines above the table: the title, who reports by when, and how.
    package let lines: [String]
    /// The columns.
    package let columns: [FormColumn]
    /// The headings of the columns.
    package let headings: [String]
    /// The rows below the headings, each with a cell a column; empty where nothing is owed.
    package let rows: [[Cell]]

    /// Makes the form for an occasion, with the figures in force as the last ones.
    package init(
        _ occasion: Occasion, current: [Identifier<Indicator>: CurrentReadings],
        language: Language
    ) {
        let owed = occasion.strategy.indicators(of: occasion.department.id).flatMap { indicator in
            Answers.owedPeriods(
                of: indicator, for: occasion.quarter, in: occasion.strategy
            ).map { period in
                FormRow(
                    indicator: indicator,
                    program: Self.program(of: indicator, in: occasion.strategy),
                    period: period, due: occasion.day(for: indicator, of: period),
                    current: current[indicator.id], language: language)
            }
        }
        let columns = FormColumn.allCases.filter { column in
            owed.contains { $0.cell(of: column) != .unused }
        }
        self.columns = columns
        headings = columns.map { $0.heading[language] }
        rows = owed.map { row in columns.map { row.cell(of: $0) } }
        lines = Self.lines(of: occasion).map { $0[language] }
    }

    /// The name that stands in 事業名: the program's, or the goal's for a goal's target; empty where it is lost.
    private static func program(of indicator: Indicator, in strategy: Strategy) -> String {
        guard let program = indicator.program else {
            return strategy.goal(indicator.goal)?.name ?? ""
        }
        return strategy.program(program)?.name ?? ""
    }

    /// Whether lines above a table are those of a form for a department.
    static func isForm(of department: Identifier<Department>, above lines: [String]) -> Bool {
        let line = CellText.key(lines.dropFirst().first ?? "")
        return line.contains(CellText.key("（\(department)）"))
            && due.contains { line.contains(CellText.key($0)) }
    }

    /// What stands before the day by which a form is due, in each language.
    private static let due = ["提出期限:", "Due:"]

    private static func lines(of occasion: Occasion) -> [Wording] {
        let quarter = occasion.quarter.wording
        let title = Wording(
            ja: "\(occasion.strategy.heading)　\(quarter.japanese)　実績の報告",
            en: "\(occasion.strategy.heading): figures for \(quarter.english)")
        let department = "\(Inert.line(occasion.department.name))（\(occasion.department.id)）"
        let due = occasion.due.longWording
        return [
            Wording(
                ja: Title.marked(title.japanese, mark: occasion.mark),
                en: Title.marked(title.english, mark: occasion.mark)),
            Wording(
                ja: department + "　提出期限: \(due.japanese)",
                en: department + "  Due: \(due.english)"),
            Wording(
                ja: "書き方: 「実績値」を入れてください。0件のときは 0、まだ分からないときは …、公表できないときは x、"
                    + "該当しないときは - を入れます。空欄は未回答です。",
                en: "How to fill it in: write the figures. Write 0 for zero, … for what is not "
                    + "known yet, x for what is kept secret, - for what does not apply. A blank is "
                    + "no answer."),
            Wording(
                ja: "出し方: Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、保存したファイルを "
                    + "\(occasion.folder) に入れてください。",
                en: "How to hand it in: save it from Excel as “CSV UTF-8 (Comma delimited)”, and "
                    + "put that file into \(occasion.folder)."),
        ]
    }
}

/// The columns of a form, in order; each one is a heading that drops may have.
package enum FormColumn: Sendable, CaseIterable {
    /// The indicator's id.
    case indicatorID
    /// The program's name, or the goal's.
    case programName
    /// The indicator's name.
    case indicatorName
    /// What the figure is to say.
    case definition
    /// The unit.
    case unit
    /// The day by which a figure is due that is not due with the form.
    case due
    /// The period of the last figure.
    case lastPeriod
    /// The last figure in force.
    case lastValue
    /// The year asked for.
    case year
    /// The period asked for.
    case period
    /// The figure.
    case value
    /// The numerator of a share.
    case numerator
    /// The denominator of a share.
    case denominator
    /// The number of answers to a survey.
    case respondents
    /// How certain the figure is.
    case certainty
    /// A remark.
    case note

    /// The heading, as drops may have it.
    package var heading: Wording {
        switch self {
        case .indicatorID: Wording(ja: "指標ID", en: "Indicator ID")
        case .programName: Wording(ja: "事業名", en: "Program")
        case .indicatorName: Wording(ja: "指標名", en: "Indicator")
        case .definition: Wording(ja: "定義", en: "Definition")
        case .unit: Wording(ja: "単位", en: "Unit")
        case .due: Wording(ja: "提出期限", en: "Due")
        case .lastPeriod: Wording(ja: "前回の期間", en: "Last period")
        case .lastValue: Wording(ja: "前回値", en: "Last value")
        case .year: Wording(ja: "年度・年", en: "Year")
        case .period: Wording(ja: "期間", en: "Period")
        case .value: Wording(ja: "実績値", en: "Actual")
        case .numerator: Wording(ja: "分子", en: "Numerator")
        case .denominator: Wording(ja: "分母", en: "Denominator")
        case .respondents: Wording(ja: "回答数", en: "Respondents")
        case .certainty: Wording(ja: "区分", en: "Certainty")
        case .note: Wording(ja: "備考", en: "Note")
        }
    }
}
