import Foundation
import Testing

/// A city hall of a test's own: Tomakomai's strategy, drop folders, a ledger, and a server that keeps what is sent.
final class TestCity {
    let folder: TemporaryFolder
    let server: TestServer

    /// The program as it was built beside the tests.
    static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "shirube")

    /// What a command has printed, and how it ended.
    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    init() async throws {
        folder = try TemporaryFolder()
        server = try await TestServer.capture("--smtp-port", "0", "--http-port", "0")
        try folder.write("url", "http://127.0.0.1:\(server.http)/hook\n")
        try folder.protect("url")
        try folder.write("drops/.keep", "")
        try writeConfiguration()
    }

    /// The path of the configuration file.
    var configuration: String { folder.path + "/shirube.yaml" }

    /// Writes the configuration, with further lines at its end, further settings of intake and of the summary's schedule,
    /// the routes of the department kogyo-koyo, and the working days between a summary's building and its sending.
    func writeConfiguration(
        _ more: String = "", settle: Double = 0.2, intake: String = "pollSeconds: 1",
        schedule: String = "", kogyo: String = "[kogyo-koyo@city.example]",
        release: Int = 0
    ) throws {
        let strategy = TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml").path
        let departments = [
            "    kogyo-koyo: \(kogyo)", "    seisaku-suishin: [seisaku-suishin@city.example]",
        ]
        let others = try Self.departments(of: strategy).filter {
            !["kogyo-koyo", "seisaku-suishin"].contains($0)
        }.map { "    \($0): [others@city.example]" }
        try folder.write(
            "shirube.yaml",
            """
            strategies: [\(strategy)]
            state: state
            drops: drops
            mark: 架空
            intake: {settleSeconds: \(settle), \(intake)}
            mail: {host: 127.0.0.1, port: \(server.smtp), security: none, from: shirube@city.example}
            channels:
              - {name: chat, kind: slack, urlFile: url}
            routes:
              departments:
            \((departments + others).map { "  " + $0 }.joined(separator: "\n"))
              summary: {mail: [mayor@city.example, council@city.example], channels: [chat]}
            schedule:
              - {job: quarterlySummary, workingDaysAfterEnd: 10, at: "09:00", releaseAfterWorkingDays: \(release)\(schedule)}
            \(more)
            """)
    }

    private static func departments(of strategy: String) throws -> [String] {
        let text = try String(contentsOfFile: strategy, encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("  - {id: "), line.contains("name:") else { return nil }
            return line.dropFirst("  - {id: ".count).split(separator: ",").first.map(String.init)
        }
    }

    /// Saves a file into a department's folder.
    func drop(_ name: String, _ department: String, _ bytes: [UInt8]) throws {
        // Written beside and moved in, as a file manager does, so that no half file is ever there.
        try folder.write("tmp-\(name)", bytes)
        let target = "\(folder.path)/drops/\(department)"
        try FileManager.default.createDirectory(
            atPath: target, withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            atPath: "\(folder.path)/tmp-\(name)", toPath: "\(target)/\(name)")
    }

    /// Saves text as UTF-8 into a department's folder.
    func drop(_ name: String, _ department: String, _ text: String) throws {
        try drop(name, department, Array(text.utf8))
    }

    /// Runs a command to its end.
    func run(_ arguments: String...) async throws -> Result {
        let process = try start(arguments + ["--config", configuration])
        return try await process.end()
    }

    /// Starts a command.
    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningProgram
    {
        try RunningProgram(
            program: Self.program, arguments: arguments, environment: environment,
            folder: folder.path)
    }

    /// Starts a command that is denied something.
    func start(_ arguments: [String], confined kind: Confinement.Kind) throws -> RunningProgram {
        try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: Confinement.arguments(kind, [Self.program.path] + arguments),
            environment: [:], folder: folder.path)
    }

    /// Starts the daemon with its clock at a moment, and waits until it watches.
    func serve(at clock: String = "2022-10-17T08:40") async throws -> RunningProgram {
        let program = try start(["serve", "--config", configuration, "--clock", clock])
        try await program.awaitError("started: watching")
        return program
    }

    /// The JSON object that a command prints.
    func document(_ arguments: [String]) async throws -> [String: Any] {
        let result = try await start(arguments + ["--config", configuration]).end()
        try #require(result.code == 0, "\(result.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [String: Any])
    }

    /// One indicator out of `shirube status --format json`.
    func indicator(_ id: String, asOf: String? = nil) async throws -> [String: Any] {
        let document = try await document(
            ["status", "--format", "json"] + (asOf.map { ["--as-of", $0] } ?? []))
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        return try #require(indicators.first { $0["id"] as? String == id })
    }

    /// The mails that have arrived, decoded by Python's own parser.
    func mails() async throws -> [ArrivedMail] {
        try await ArrivedMail.read(server.arrivals(".eml").map { server.folder.path + "/" + $0 })
    }
}

/// A mail as an independent parser reads it.
struct ArrivedMail: Decodable {
    let to: String
    let subject: String
    let id: String
    /// When it was written, in Japan, such as `2022-10-17T09:00:00`.
    let date: String
    let text: String
    let html: String?
    /// The Message-ID of the thread that it belongs to; nil for none.
    let thread: String?
    /// The files that came with it, by name.
    let files: [String: Data]

    /// Reads mails with Python's `email` package.
    static func read(_ files: [String]) async throws -> [ArrivedMail] {
        let script = """
            import base64, email, email.policy, json, sys
            from datetime import timedelta, timezone
            japan = timezone(timedelta(hours=9))
            def part(mail, kind):
                body = mail.get_body((kind,))
                return body.get_content() if body else None
            mails = []
            for name in sys.argv[1:]:
                with open(name, "rb") as file:
                    mail = email.message_from_binary_file(file, policy=email.policy.default)
                assert not mail.defects, mail.defects
                mails.append({"to": mail["To"], "subject": mail["Subject"], "id": mail["Message-ID"],
                    "thread": mail["References"],
                    "date": mail["Date"].datetime.astimezone(japan).strftime("%Y-%m-%dT%H:%M:%S"),
                    "text": part(mail, "plain"), "html": part(mail, "html"),
                    "files": {each.get_filename(): base64.b64encode(each.get_content().encode()
                        if isinstance(each.get_content(), str) else each.get_content()).decode()
                        for each in mail.iter_attachments()}})
            print(json.dumps(mails))
            """
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"), arguments: ["-c", script] + files,
            environment: [:], folder: "/")
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
        return try JSONDecoder().decode([ArrivedMail].self, from: Data(result.output.utf8))
    }
}
