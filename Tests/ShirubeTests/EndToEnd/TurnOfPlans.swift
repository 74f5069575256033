import Foundation
import Testing

/// Tomakomai at the turn of its plans, R6 to R7: a daemon that goes on while the next plan is started beside the one that ends.
final class TurnOfPlans {
    let city: TestCity
    private var daemon: Rehearsal?

    static let before = "tomakomai-2020"
    static let next = "tomakomai-2025"
    private static let head = "指標ID,年度,期間,実績値,区分\r\n"

    init() async throws {
        city = try await TestCity()
        try city.writeConfiguration()
        let source = TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml").path
        try city.folder.write("old.yaml", String(contentsOfFile: source, encoding: .utf8))
        let settings = try city.folder.text("shirube.yaml")
        try city.folder.write(
            "shirube.yaml",
            settings.replacingOccurrences(of: source, with: "old.yaml").replacingOccurrences(
                of: "schedule:\n",
                with: """
                    schedule:
                      - {job: alertRound, at: "09:00"}
                      - {job: inquiry, workingDaysAfterEnd: 1, at: "09:00"}

                    """))
    }

    /// The daemon, once it was started.
    var rehearsal: Rehearsal {
        get throws { try #require(daemon) }
    }

    /// Starts the daemon.
    func start(at moment: String) async throws {
        daemon = try await Rehearsal(city, from: moment)
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) async throws -> TestCity.Result {
        try await city.start(arguments + ["--config", city.configuration]).end()
    }

    /// Starts the next plan's file.
    func succeed(_ more: String...) async throws -> TestCity.Result {
        let plan = ["--id", Self.next, "--name", "第3期苫小牧市総合戦略", "--from", "R7", "--to", "R11"]
        let arguments = ["strategy", "succeed", Self.before] + plan + more
        return try await city.start(arguments + ["--config", city.configuration]).end()
    }

    /// Fills in every target, on the side of the baseline on which the kind wants it.
    func fillTargets() throws {
        var lines = try city.folder.text("\(Self.next).yaml").components(separatedBy: "\n")
        for index in lines.indices where lines[index].contains("target: {value: null") {
            let base = lines[index - 4..<index].compactMap(Self.baseline).last ?? 10
            let kind = lines[index + 1].components(separatedBy: "kind: ").last ?? ""
            let target =
                switch kind {
                case "K1": base * 6
                case "K7": base
                case "K8": 1.0
                case "K9": base * 0.9
                case "K10": base * 0.8
                default: base * 1.2 + 1
                }
            lines[index] = lines[index].replacingOccurrences(
                of: "null", with: String(format: "%.2f", target))
        }
        try city.folder.write("\(Self.next).yaml", lines.joined(separator: "\n"))
    }

    private static func baseline(_ line: String) -> Double? {
        guard let start = line.range(of: "baseline: {value: ") else { return nil }
        return Double(line[start.upperBound...].prefix { $0 != "," })
    }

    /// Names both plans in the configuration.
    func addNextPlan() throws {
        let settings = try city.folder.text("shirube.yaml")
        try city.folder.write(
            "shirube.yaml",
            settings.replacingOccurrences(
                of: "strategies: [old.yaml]", with: "strategies: [old.yaml, \(Self.next).yaml]"))
    }

    /// Saves a table of m01-1-1 into the folder of its department, and waits until it has been taken in.
    func drop(_ name: String, _ rows: String...) async throws {
        let text = Self.head + rows.map { "m01-1-1,\($0)\r\n" }.joined()
        try await rehearsal.drop(name, "kogyo-koyo", text)
    }

    /// What the account of m01-1-1 in a plan says was reported: period, number, plan and file of each figure.
    func figures(in plan: String) async throws -> [String] {
        let account = try await city.document([
            "explain", "m01-1-1", "--strategy", plan, "--format", "json",
        ])
        let figures = try #require(account["figures"] as? [[String: Any]])
        return figures.map { figure in
            let value = figure["value"] as? Double ?? .nan
            return
                "\(figure["period"] ?? "") \(value) \(figure["strategy"] ?? "") \(figure["file"] ?? "")"
        }
    }

    /// The names of a department's files of an outcome, without their heads.
    func files(_ outcome: String) -> [String] {
        city.folder.names("drops/kogyo-koyo/\(outcome)")
    }

    /// The subjects of the mails that somebody got on a day.
    func mails(to address: String, on day: String) async throws -> [ArrivedMail] {
        try await city.mails().filter { $0.to == address && $0.date.hasPrefix(day) }
    }
}
