import Foundation
import Testing

/// Somebody who types commands at a terminal (`typist.py`), which is a real one for the program.
struct Typist {
    /// What is done, one after the other.
    enum Step: Sendable {
        case expect(String)
        case send(String)
        case resize(columns: Int, rows: Int)
        case signal(String)
        case run([String])
        case quiet(seconds: Double)

        fileprivate var json: [String: Any] {
            switch self {
            case .expect(let text): ["expect": text]
            case .send(let text): ["send": text]
            case .resize(let columns, let rows): ["resize": [columns, rows]]
            case .signal(let name): ["signal": name]
            case .run(let arguments): ["run": arguments]
            case .quiet(let seconds): ["quiet": seconds]
            }
        }
    }

    /// What the terminal has got, and how the program ended.
    struct Result: Decodable {
        let output: String
        /// The exit code; of a program that a signal has ended, the signal with a minus sign.
        let code: Int32
        /// Whether the terminal's settings are those from before.
        let restored: Bool

        /// The lines that a reader sees, where nothing moves the cursor up.
        var lines: [String] {
            Typist.shown(output).replacingOccurrences(of: "\r\n", with: "\n")
                .components(separatedBy: "\n").map { line in
                    // What was written over on the way, as the question for widths is.
                    line.components(separatedBy: "\r").last ?? line
                }
        }
    }

    let city: TestCity
    var columns = 80
    var rows = 24
    /// How wide the terminal draws a sign and a block; nil for one that does not say.
    var cells: [Int]? = [1, 1]
    var environment: [String: String] = [:]

    /// Runs a command of the program in the city.
    func type(_ arguments: [String], _ steps: [Step] = []) async throws -> Result {
        var variables = ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        variables.merge(environment) { $1 }
        let play: [String: Any] = [
            "arguments": [TestCity.program.path] + arguments + ["--config", city.configuration],
            "environment": variables, "columns": columns, "rows": rows,
            "cells": cells ?? NSNull(), "steps": steps.map(\.json),
        ]
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: play), as: UTF8.self)
        let script = TestServer.root.appending(path: "Tests/ShirubeTests/Support/typist.py").path
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"), arguments: [script, text],
            environment: [:], folder: city.folder.path)
        let ended = try await program.end()
        try #require(ended.code == 0, "\(ended.errors)")
        return try JSONDecoder().decode(Result.self, from: Data(ended.output.utf8))
    }

    /// The text without what a terminal obeys rather than shows (ECMA-48, control sequences).
    static func shown(_ text: String) -> String {
        text.replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]/, with: "")
    }
}
