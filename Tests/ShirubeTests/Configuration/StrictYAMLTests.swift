import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct StrictYAMLTests {
    @Test(arguments: ["0", "-12", "1450"])
    func `a plain whole number is one`(written: String) throws {
        #expect(try value(written) { $0.integer(in: -100...10_000) } == Int(written))
    }

    @Test(arguments: [
        "012", "1_000", "0x10", "1e3", "+5", "１２", "\"5\"", "1,450", "1.", ".5", "--5", "5.5.5",
        "nan",
        "true", "[5]", "",
    ])
    func `what YAML readers disagree on is no number`(written: String) throws {
        #expect(throws: ConfigurationError.self) { try value(written) { $0.number() } }
    }

    @Test(arguments: ["yes", "on", "True", "\"true\"", "1"])
    func `only true and false are truth values`(written: String) {
        #expect(throws: ConfigurationError.self) { try value(written) { $0.flag() } }
    }

    @Test func `words that other YAML readers take for something else stay text`() throws {
        for word in ["no", "on", "1-1", "2020-01-01", "12:30"] {
            #expect(try value(word) { $0.text() } == word)
        }
    }

    @Test func `an aliased list that would grow without bound is refused at its line`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let problems = ProblemList(file: "")
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: ConfigurationError.self) { try YAMLFile.read(path, into: problems) }
        #expect(problems.sorted.map(\.line) == Array(1...13))
    }

    /// Reads `key: written`; throws the problems where there are any.
    private func value<Result>(_ written: String, read: (YAMLValue) -> Result?) throws -> Result? {
        let path = try TestSetup.written("key: \(written)\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let problems = ProblemList(file: "f")
        let root = try YAMLFile.read(path, into: problems)
        let result = root.map { map in map.required("key").flatMap(read) }
        guard problems.isEmpty else { throw problems.error }
        return result
    }
}
