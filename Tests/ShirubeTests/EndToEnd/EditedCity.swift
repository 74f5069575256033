import Foundation
import Testing

/// A city whose strategy file a test edits, as a planner does.
struct EditedCity {
    let city: TestCity
    private let source = TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml")
        .path

    /// The decision that tests record, without its dates.
    static let decision = ["--decided-by", "市長", "--reason", "上方修正", "--number", "4苫政第123号"]

    init() async throws {
        city = try await TestCity()
        try city.folder.write("strategy.yaml", String(contentsOfFile: source, encoding: .utf8))
        let settings = try city.folder.text("shirube.yaml")
        try city.folder.write(
            "shirube.yaml", settings.replacingOccurrences(of: source, with: "strategy.yaml"))
    }

    /// The path of the strategy file.
    var file: String { city.folder.path + "/strategy.yaml" }

    /// Replaces text that the strategy file must hold.
    func edit(_ old: String, _ new: String) throws {
        let text = try city.folder.text("strategy.yaml")
        try #require(text.contains(old), "the strategy holds no \(old)")
        try city.folder.write(
            "strategy.yaml", text.replacingOccurrences(of: old, with: new))
    }

    /// Raises the target of m01-1-1 from 40 to another one.
    func raiseTarget(from old: Int = 40, to new: Int) throws {
        try edit(
            "baseline: {value: 9, period: FY2018}\n                    target: {value: \(old), period: FY2024}",
            "baseline: {value: 9, period: FY2018}\n                    target: {value: \(new), period: FY2024}"
        )
    }

    /// Removes the row of m01-1-1, the only one of its program.
    func removeRow() throws {
        let text = try city.folder.text("strategy.yaml")
        let start = try #require(text.range(of: "                  - id: m01-1-1\n"))
        let end = try #require(text.range(of: "\n\n", range: start.upperBound..<text.endIndex))
        try city.folder.write(
            "strategy.yaml",
            text.replacingCharacters(
                in: start.lowerBound..<end.lowerBound, with: "                  []"))
    }

    /// Runs a command to its end.
    func run(_ arguments: [String]) async throws -> TestCity.Result {
        try await city.start(arguments + ["--config", city.configuration]).end()
    }

    /// Records what the edited file says as decided on a day.
    func revise(
        on day: String, from first: String, at now: String, _ more: [String] = ["--yes"]
    ) async throws -> TestCity.Result {
        try await run(
            ["strategy", "revise", file, "--decided-on", day, "--valid-from", first, "--now", now]
                + Self.decision + more)
    }
}
