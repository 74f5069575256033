/// What a department is asked for: the inquiry (照会) at the start of the reporting window, and the reminder before a due day.
package enum InquiryNotice {
    /// What both letters speak of.
    package struct Occasion {
        /// The strategy reported on.
        package let strategy: Strategy
        /// Who is asked.
        package let department: Department
        /// What is owed and not there, at least one figure, in the strategy's order.
        package let figures: [OwedFigure]
        /// What is in force, by indicator.
        package let current: [Identifier<Indicator>: CurrentReadings]
        /// The drop folder, for people.
        package let folder: String
        /// A mark that the subject carries, such as 架空; nil for none.
        package let mark: String?

        /// Makes an occasion.
        package init(
            strategy: Strategy, department: Department, figures: [OwedFigure],
            current: [Identifier<Indicator>: CurrentReadings], folder: String, mark: String?
        ) {
            self.strategy = strategy
            self.department = department
            self.figures = figures
            self.current = current
            self.folder = folder
            self.mark = mark
        }

        /// The first day on which one of the figures is due.
        fileprivate var due: CivilDate? { figures.map(\.due).min() }
    }

    /// The inquiry for a period, with which the form goes.
    ///
    /// - Parameters:
    ///   - occasion: who is asked for what.
    ///   - period: the period.
    ///   - language: the language of the text.
    /// - Returns: the letter; its table alone says all that is asked, for mail rules may take the form away.
    package static func inquiry(
        _ occasion: Occasion, period: Period, language: Language
    ) -> NoticeText {
        let name = period.wording
        let due = occasion.due.map { $0.longWording } ?? Wording(ja: "", en: "")
        let subject = Wording(
            ja: "【照会】\(name.japanese)の実績（\(due.japanese)まで）",
            en: "[Inquiry] Figures for \(name.english), by \(due.english)")
        let count = occasion.figures.count
        let opening = Wording(
            ja: "\(name.japanese)の実績の報告をお願いします。対象は次の\(count)件、提出期限は\(due.japanese)です。",
            en:
                "Please report the figures for \(name.english): the \(count) below, by \(due.english)."
        )
        return letter(occasion, subject: subject, opening: opening, language)
    }

    /// The reminder that figures are about to be due.
    ///
    /// - Parameters:
    ///   - occasion: who has not reported what; all figures have the same due day.
    ///   - language: the language of the text.
    /// - Returns: the letter.
    package static func reminder(_ occasion: Occasion, language: Language) -> NoticeText {
        let due = occasion.due.map { $0.longWording } ?? Wording(ja: "", en: "")
        let count = occasion.figures.count
        let subject = Wording(
            ja: "【提出のお願い】\(due.japanese)が期限の実績が\(count)件",
            en: "[Reminder] \(count) figures are due by \(due.english)")
        let opening = Wording(
            ja: "次の\(count)件の実績がまだ届いていません。提出期限は\(due.japanese)です。行き違いのときはご容赦ください。",
            en: "These \(count) figures are not there yet. They are due by \(due.english).")
        return letter(occasion, subject: subject, opening: opening, language)
    }

    /// The reminder, each week, of what is past its due day.
    ///
    /// - Parameters:
    ///   - occasion: who has not reported what.
    ///   - language: the language of the text.
    /// - Returns: the letter.
    package static func overdue(_ occasion: Occasion, language: Language) -> NoticeText {
        let count = occasion.figures.count
        let name = Inert.line(occasion.department.name)
        let subject = Wording(
            ja: "【未回答】期限を過ぎた実績が\(count)件（\(name)）",
            en: "[Overdue] \(count) figures of \(name) are past their due day")
        let opening = Wording(
            ja: "次の\(count)件の実績が、提出期限を過ぎても届いていません。届くまで週に一度お知らせし、課長、部長にも順に送ります。",
            en:
                "These \(count) figures are past their due day and not there. You are reminded each "
                + "week until they are, and so in turn are your manager and director.")
        return letter(occasion, subject: subject, opening: opening, language)
    }

    private static func letter(
        _ occasion: Occasion, subject: Wording, opening: Wording, _ language: Language
    ) -> NoticeText {
        let name = Inert.line(occasion.department.name)
        let planning = occasion.strategy.planningDepartment.name(in: occasion.strategy)
        let how = Wording(
            ja: "添付の様式に実績値を入れ、Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選び、保存したファイルを "
                + "\(occasion.folder) に入れてください。まだ分からないときは …、公表できないときは x、"
                + "該当しないときは - を入れます。",
            en: "Fill the figures into the form attached, save it from Excel as “CSV UTF-8 (Comma "
                + "delimited)”, and put that file into \(occasion.folder). Write … for what is not "
                + "known yet, x for what is kept secret, - for what does not apply.")
        let help = Wording(
            ja: "添付ファイルが届いていないときや、分からないことがあるときは、\(planning)にお尋ねください。",
            en: "If the form has not arrived, or if in doubt, ask \(planning).")
        let lines =
            [Wording(ja: "\(name) 御中", en: "To: \(name)")[language], ""]
            + NoticeLines.paragraph(opening[language]) + [""]
            + table(occasion, language).lines(width: SummaryText.width) + [""]
            + NoticeLines.paragraph(how[language]) + [""]
            + NoticeLines.paragraph(help[language])
        return NoticeText(
            subject: Title.marked(subject[language], mark: occasion.mark),
            body: NoticeLines.body(lines, language))
    }

    /// A row a figure, the indicator's name last, which may go on in the next line.
    private static func table(_ occasion: Occasion, _ language: Language) -> TextTable {
        let headings = [
            Wording(ja: "指標ID", en: "Indicator ID"), Wording(ja: "期間", en: "Period"),
            Wording(ja: "期限", en: "Due"), Wording(ja: "前回値", en: "Last value"),
            Wording(ja: "指標", en: "Indicator"),
        ]
        let rows = occasion.figures.map { figure in
            [
                figure.indicator.id.text, figure.period.wording[language],
                figure.due.shortWording[language], last(figure, occasion, language),
                figure.indicator.name,
            ]
        }
        return TextTable(columns: headings.map { TextTable.Column($0[language]) }, rows: rows)
    }

    /// The last figure, as it stands in the form, with its unit; empty where there is none.
    private static func last(
        _ figure: OwedFigure, _ occasion: Occasion, _ language: Language
    ) -> String {
        let row = FormRow(
            indicator: figure.indicator, program: "", period: figure.period, due: nil,
            current: occasion.current[figure.indicator.id], language: language)
        return switch row.cell(of: .lastValue) {
        case .number(let number): NumberText.grouped(number) + figure.indicator.unit
        case .text(let text): text
        case .input, .unused: ""
        }
    }
}
