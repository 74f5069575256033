import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube drop`: single files of departments.
struct DropCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "部署のファイルを扱う (checks, feeds, lists and withdraws departments' files)",
        subcommands: [
            DropCheckCommand.self, DropExplainCommand.self, DropApplyCommand.self,
            DropListCommand.self,
            DropRevokeCommand.self,
        ])
}

/// Which file is meant, and whose it is.
struct DropOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "部署のID。省くとファイルのあるフォルダの名前 (the department; by default the folder's name)",
            valueName: "id"))
    var department: String?

    @OptionGroup var choice: StrategyChoice

    /// Opens the file.
    func open(_ path: String, language: Language) throws -> NamedFile {
        do throws(NamedFile.Unreadable) {
            return try NamedFile(path: path)
        } catch {
            throw Refusal(error.message[language], code: .inputRefused)
        }
    }

    /// Says on the terminal how far the reading of a file has come.
    func progress(_ label: String, _ file: NamedFile) -> ProgressLine {
        // It is read once for its encoding and once for its rows.
        ProgressLine(label, expected: 2 * file.size)
    }

    /// Whose the file is.
    func sender(of file: NamedFile, in setup: Setup, language: Language) throws -> Sender {
        do throws(Sender.Unknown) {
            return try Sender.find(
                department: department, strategy: choice.strategy, path: file.path, in: setup)
        } catch {
            throw ValidationError(error.message[language])
        }
    }

    /// The strategies to look in.
    func strategies(in setup: Setup, language: Language) throws -> [Strategy] {
        try Sender.asked(choice.strategy, in: setup, language: language)
    }
}
