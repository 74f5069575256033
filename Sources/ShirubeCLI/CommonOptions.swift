import ArgumentParser
import Foundation
import Glibc
import Logging
import Shirube
import ShirubeCore

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("設定ファイル (the configuration file)", valueName: "file"))
    var config = "/etc/shirube/shirube.yaml"

    @Option(name: .long, help: "表示の言語 ja|en (the language of what is shown)")
    var language: Language?

    /// The configuration with its strategies.
    ///
    /// - Parameter day: the day from which on every role must be held; the machine's today by default.
    /// - Returns: both, checked.
    /// - Throws: an exit with code 78 after every problem has been printed.
    func setup(on day: CivilDate? = nil) throws -> Setup {
        do throws(ConfigurationError) {
            return try Setup.load(path: config, on: day ?? WallClock.machine.now.japanDate)
        } catch {
            throw Refusal(error.text(language ?? .japanese), code: .configurationRefused)
        }
    }

    /// The setup with what the ledger has recorded, and the ledger, for a change by hand.
    ///
    /// - Throws: an exit with code 78 where a strategy file alters a definition without a recorded revision.
    func open(_ setup: Setup, now: Timestamp) throws -> (setup: Setup, store: Store) {
        try refusing(setup) {
            try Rig.open(setup, now: now, logger: Environment.logger(level: .warning))
        }
    }

    /// Runs `body`; a strategy file that is refused becomes an exit with code 78, in the language of the configuration.
    func refusing<Result>(_ setup: Setup, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ConfigurationError {
            throw Refusal(
                error.text(language ?? setup.configuration.language), code: .configurationRefused)
        }
    }
}

extension Language: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
    /// Reads a moment as people type it, in Japan's time unless it says otherwise.
    public init?(argument: String) {
        self.init(parsing: argument)
    }
}

/// The moment up to which something is shown: a day means its end.
struct AsOfArgument: ExpressibleByArgument {
    let moment: Timestamp

    init?(argument: String) {
        if let day = CivilDate(iso: argument) {
            // The last millisecond: the next day has not begun.
            let next = Timestamp(japanDate: day.adding(days: 1))
            moment = Timestamp(milliseconds: next.milliseconds - 1)
        } else if let moment = Timestamp(parsing: argument) {
            self.moment = moment
        } else {
            return nil
        }
    }
}

/// The options of commands that show judgements of the past.
struct PastOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時に記録されていたもの。日付だけならその日の終わり (what was stored by this moment; a day means its end)",
            valueName: "time"))
    var asOf: AsOfArgument?

    @Flag(
        name: .long,
        help: "その時点で分かっていたことを、いまの規則で判定し直す (judges what was known then by today's rules)")
    var rejudge = false

    /// The moment that is shown.
    var moment: Timestamp { asOf?.moment ?? WallClock.machine.now }

    /// Where the judgements come from.
    var source: JudgementSource { rejudge ? .rejudged : asOf == nil ? .today : .stored }
}

/// The exit codes of every command, after sysexits(3).
enum Exit: Int32 {
    /// 65: a file given to the command is not in order.
    case inputRefused = 65
    /// 69: a folder, the ledger or a server cannot be reached.
    case unreachable = 69
    /// 73: the file to write is there already.
    case notWritten = 73
    /// 75: another process holds the state folder.
    case stateLocked = 75
    /// 78: the configuration is not in order.
    case configurationRefused = 78
}

/// Ends the command: prints what, where, why and the remedy, and exits with a code.
struct Refusal: Error, CustomStringConvertible {
    let description: String
    let code: Exit

    init(_ description: String, code: Exit) {
        self.description = description
        self.code = code
    }

    /// The refusal for an error of the program's own parts.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let refusal as StateLock.Refusal:
            if case .held = refusal {
                self.init("\(refusal)", code: .stateLocked)
            } else {
                self.init("\(refusal)", code: .unreachable)
            }
        case let error as ConfigurationError:
            self.init(error.text(.japanese), code: .configurationRefused)
        default: self.init("\(error)", code: .unreachable)
        }
    }
}

/// Runs a command's body; an error becomes a line on stderr and an exit code.
func exiting(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as ValidationError {
        // The parser itself says what is wrong with the call, and how it is meant.
        throw error
    } catch let code as ExitCode {
        throw code
    } catch {
        let refusal = Refusal(error)
        Output.error(refusal.description)
        throw ExitCode(refusal.code.rawValue)
    }
}

/// Writes to the terminal.
enum Output {
    /// Writes text to stdout as it is.
    static func write(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// Writes bytes to stdout.
    static func write(_ bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    /// Whether stdout is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes a line to stderr.
    static func error(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    /// Asks on the terminal; nil where nobody sits there to answer.
    static func ask(_ question: String) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        write(question, to: STDERR_FILENO)
        return readLine() ?? ""
    }

    private static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress.map { unsafe $0 + start }, bytes.count - start)
            }
            // A reader that has gone (`| head`) ends the writing, not the command.
            guard count > 0 else { return }
            start += count
        }
    }
}

/// The environment variables that the program looks at.
enum Environment {
    /// All variables by name.
    static var all: [String: String] { ProcessInfo.processInfo.environment }

    /// A logger to stderr, with journald priorities where the journal reads it.
    static func logger(level: Logger.Level) -> Logger {
        let handler = StderrLogHandler(level: level, journalStream: all["JOURNAL_STREAM"])
        return Logger(label: "shirube") { _ in handler }
    }
}
