import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube form`: the form that a department fills in.
struct FormCommand: AsyncParsableCommand {
    /// What kind of file the form is.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case xlsx
    }

    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "部署が記入する様式を作る (the form that a department fills in)",
        discussion: """
            報告する指標を1行ずつ、ID・名前・単位・前回値まで入れて書き出します。実績値を入れ、CSVとして保存し、部署のフォルダに
            入れると取り込まれます。文字コードは CSV のときだけ選べます。
            Writes a row for each figure owed, with ids, names, units and last values. Fill in the figures, save the form \
            as CSV, and put that file into the department's folder. The encoding can be chosen for CSV alone.

            例 (examples):
              shirube form --department kogyo-koyo --quarter R4Q2 --format xlsx --output R4Q2.xlsx
              shirube form --department kogyo-koyo --quarter 2022Q2 --encoding cp932 > R4Q2.csv
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long, help: ArgumentHelp("部署のID (the department)", valueName: "id"))
    var department: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "四半期。省くと直近に終わったもの (the quarter; the last closed one by default)",
            valueName: "quarter"))
    var quarter: QuarterArgument?

    @OptionGroup var choice: StrategyChoice

    @Option(name: .long, help: "csv|xlsx")
    var format = Format.csv

    @Option(name: .long, help: "utf8|cp932")
    var encoding: FormCSV.Encoding?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "提出期限。省くと四半期のまとめの前の開庁日 (the due date; by default the working day before the summary)",
            valueName: "date"))
    var due: CivilDate?

    @OptionGroup var destination: OutputOptions

    func validate() throws {
        if format == .xlsx, encoding != nil {
            throw ValidationError("--encoding is for --format csv: an .xlsx has one of its own.")
        }
    }

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            if format == .xlsx, destination.output == nil, Output.isTerminal {
                let words = Wording(
                    ja: "xlsxは画面に出せません。--output で書き出すファイルを指定してください。",
                    en: "An .xlsx is nothing for a terminal: name a file with --output.")
                throw ValidationError(words[language])
            }
            let form = try form(setup, language: language)
            let bytes = try bytes(of: form, language: language)
            try destination.write(bytes, language)
        }
    }

    private func form(_ setup: Setup, language: Language) throws -> Form {
        let now = WallClock.machine.now
        let period = quarter?.period ?? .lastClosedQuarter(.fiscal, on: now.japanDate)
        let sender: Sender
        do throws(Sender.Unknown) {
            sender = try Sender.find(
                department: department, strategy: choice.strategy, path: "", quarter: period,
                in: setup)
        } catch {
            throw Refusal(error.message[language], code: .inputRefused)
        }
        let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
        let form = try store.read { ledger in
            try FormEdition.gather(
                sender, quarter: period, due: due, setup: setup, now: now, language: language,
                from: ledger)
        }
        guard !form.rows.isEmpty else {
            let words = Wording(
                ja: "\(sender.department.name)が\(period.wording.japanese)に報告する指標はありません。",
                en: "\(sender.department.id) owes no figure for \(period.wording.english).")
            throw Refusal(words[language], code: .inputRefused)
        }
        return form
    }

    private func bytes(of form: Form, language: Language) throws -> [UInt8] {
        switch format {
        case .xlsx: return try WorkbookWriter.bytes(of: form, created: WallClock.machine.now)
        case .csv:
            do throws(FormCSV.Unencodable) {
                return try FormCSV.bytes(of: form, encoding: encoding ?? .utf8)
            } catch {
                throw Refusal(error.message[language], code: .inputRefused)
            }
        }
    }
}

extension FormCSV.Encoding: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    /// Reads a day as in ISO 8601, `2022-10-14`.
    public init?(argument: String) {
        self.init(iso: argument)
    }
}
