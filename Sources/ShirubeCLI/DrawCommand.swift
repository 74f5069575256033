import ArgumentParser
import Shirube

/// `shirube draw`: draws charts for the process that has started it, and is not listed.
struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "図を描く (draws charts, for the program itself)",
        shouldDisplay: false)

    func run() throws {
        throw ExitCode(DrawingProcess.run())
    }
}
