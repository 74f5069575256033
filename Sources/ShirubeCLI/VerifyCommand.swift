import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube verify`: whether the ledger is what was recorded.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "台帳と保管庫が書き換えられていないかを確かめる (is the ledger what was recorded?)",
        discussion: """
            監査の行の連なり、行が記録した事実、保管した提出ファイルを確かめ、最初の食い違いを一文で示します。\
            終わりが切られたことは、控えてあった先頭（shirube audit --head）と比べれば分かります。
            Checks the chain of the audit, the facts that its rows stand for, and the archived files, and names the first \
            difference in one sentence. A cut end is found beside a head that was noted elsewhere (shirube audit --head).

            例 (examples):
              shirube verify
              shirube verify --head 1204:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

            終了コード (exit codes): 0 正しい in order, 65 食い違いがある something differs
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "控えてあった先頭 (a head that was noted elsewhere)", valueName: "row:hash"))
    var head: AuditHead?

    @Flag(name: .long, help: "保管したファイルは読まない (leaves the archived files out)")
    var ledgerOnly = false

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let (fault, found, rows) = try store.read { ledger in
                let chain = try ledger.checkAuditChain(noted: head)
                return (
                    try chain ?? ledger.checkAuditedFacts(), try ledger.auditHead(),
                    try ledger.auditCount()
                )
            }
            if let fault { throw Refusal(fault.wording[language], code: .inputRefused) }
            let files =
                ledgerOnly
                ? nil : try ArchiveCheck.check(state: setup.configuration.state, store: store)
            if let fault = files?.fault {
                throw Refusal(fault.wording[language], code: .inputRefused)
            }
            let archived = files.map { files in
                Wording(ja: "、保管したファイル\(files.count)件", en: ", \(files.count) archived files")
            }
            let words = Wording(
                ja: "監査の行\(rows)行\(archived?.japanese ?? "")を確かめました。食い違いはありません。\n先頭 \(found.text)",
                en:
                    "Checked \(rows) rows of the audit\(archived?.english ?? ""): nothing differs.\nHead \(found.text)"
            )
            Output.write(words[language] + "\n")
        }
    }
}

extension AuditHead: ExpressibleByArgument {
    /// Reads a head as `shirube audit --head` prints it.
    public init?(argument: String) {
        self.init(text: argument)
    }
}
