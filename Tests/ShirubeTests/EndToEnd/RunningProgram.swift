import Foundation
import Glibc
import Testing

/// A program that a test has started, ended with the value; what it prints goes to files.
final class RunningProgram {
    private let process = Process()
    private let output: String
    private let errors: String

    init(
        program: URL, arguments: [String], environment: [String: String], folder: String
    ) throws {
        let stem = FileManager.default.temporaryDirectory.path + "/shirube-run-\(UUID().uuidString)"
        (output, errors) = (stem + ".out", stem + ".err")
        for file in [output, errors] { try Data().write(to: URL(filePath: file)) }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        var variables = ProcessInfo.processInfo.environment
        for (name, value) in environment { variables[name] = value }
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        try Nursery.start(process)
    }

    deinit {
        if process.isRunning { process.terminate() }
        for file in [output, errors] { try? FileManager.default.removeItem(atPath: file) }
    }

    /// Its process id.
    var identifier: Int32 { process.processIdentifier }

    /// Whether it has not ended yet.
    var isRunning: Bool { process.isRunning }

    /// What it has written to stdout so far.
    var outputText: String {
        (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    }

    /// What it has written to stderr so far.
    var errorText: String {
        (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
    }

    /// Waits until its stderr holds the words.
    func awaitError(_ words: String) async throws {
        try await awaiting("stderr says \(words)") { self.errorText.contains(words) }
    }

    /// Waits until a fact holds, while the program runs.
    func awaiting(
        _ what: String, seconds: Int = 60, _ fact: () throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while try !fact() {
            try #require(process.isRunning, "ended before \(what): \(errorText)")
            try #require(ContinuousClock.now < deadline, "no \(what) in time: \(errorText)")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Sends a signal.
    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// Waits until it has ended by itself.
    func end() async throws -> TestCity.Result {
        let code = try await exitCode(of: process)
        return TestCity.Result(
            code: code, output: outputText, errors: errorText)
    }

    /// Asks it to stop, and waits until it has.
    func stop() async throws -> TestCity.Result {
        signal(SIGTERM)
        return try await end()
    }

    /// Kills it, and waits until it is gone.
    func kill9() async throws {
        signal(SIGKILL)
        _ = try await exitCode(of: process)
    }
}
