import Foundation
import Testing

/// A server of the tests: a process of its own on loopback, ended with the value.
// Safe: what it holds is set before anybody else sees it, and `Process` locks what it changes.
final class TestServer: @unchecked Sendable {
    /// The folder it writes into; removed with the value.
    let folder: URL
    /// Its ports by protocol, `smtp` and `http`.
    let ports: [String: Int]
    private let process = Process()

    /// The repository's root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Starts the server that keeps what arrives, `scripts/capture_server.py`.
    static func capture(_ options: String...) async throws -> TestServer {
        try await TestServer(script: "scripts/capture_server.py", options: options)
    }

    /// Starts a Postfix of its own, `scripts/postfix_server.py`.
    static func postfix(_ options: String...) async throws -> TestServer {
        try await TestServer(
            script: "scripts/postfix_server.py",
            options: ["--tools", root.appending(path: "build/tools").path] + options)
    }

    /// Starts an Exim of its own, `scripts/exim_server.py`.
    static func exim(_ options: String...) async throws -> TestServer {
        try await TestServer(
            script: "scripts/exim_server.py",
            options: ["--tools", root.appending(path: "build/tools").path] + options)
    }

    /// Starts the server that fails at one point, `Support/fault_server.py`.
    static func fault(_ fault: String) async throws -> TestServer {
        try await TestServer(
            script: "Tests/ShirubeTests/Support/fault_server.py", options: ["--fault", fault])
    }

    private init(script: String, options: [String]) async throws {
        folder = try TemporaryFolder.make()
        let file = folder.appending(path: "ports.json")
        // Debian's own Python, which has Debian's aiosmtpd.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments =
            [
                Self.root.appending(path: script).path, "--out", folder.path,
                "--parent", String(ProcessInfo.processInfo.processIdentifier),
            ] + options
        // What it says belongs to a test that fails only.
        let log = folder.appending(path: "log.txt")
        try Data().write(to: log)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try Nursery.start(process)
        let deadline = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: file.path) {
            if !process.isRunning {
                let said = try String(decoding: Data(contentsOf: log), as: UTF8.self)
                Issue.record("the server ended: \(said)")
                throw CancellationError()
            }
            try #require(ContinuousClock.now < deadline, "the server did not listen in time")
            try await Task.sleep(for: .milliseconds(20))
        }
        ports = try JSONDecoder().decode([String: Int].self, from: Data(contentsOf: file))
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Its port for mail; 0 where it has none.
    var smtp: Int { ports["smtp"] ?? 0 }
    /// Its port for mail by TLS from the first byte; 0 where it has none.
    var smtps: Int { ports["smtps"] ?? 0 }
    /// Its port for posts; 0 where it has none.
    var http: Int { ports["http"] ?? 0 }

    /// Asks it to end and waits until it has.
    ///
    /// - Returns: its exit code.
    @discardableResult func stop() async throws -> Int32 {
        process.terminate()
        return try await exitCode(of: process)
    }

    /// The names of what has arrived, in order; `suffix` is such as `.eml`.
    func arrivals(_ suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.count == 3 + suffix.count && $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
            .sorted()
    }

    /// The bytes of a file in its folder.
    func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: folder.appending(path: name)))
    }

    /// The JSON object in a file of its folder.
    func object(_ name: String) throws -> [String: Any] {
        let parsed = try JSONSerialization.jsonObject(with: Data(bytes(name)))
        return try #require(parsed as? [String: Any])
    }

    /// What clients have said to the fault server, as text.
    func dialogue() -> String {
        (try? String(decoding: bytes("dialogue.txt"), as: UTF8.self)) ?? ""
    }
}

/// The exit code of a process, once it has ended.
///
/// `waitUntilExit` would hold one of the few threads that all tests share, and never ends once it holds all.
func exitCode(of process: Process) async throws -> Int32 {
    while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    return process.terminationStatus
}

/// A certificate for `localhost` and its key, made for one test; nobody's authority signs it but its own.
final class TestCertificate {
    private let folder: URL
    /// The file of certificate and key.
    let path: String

    /// Makes a certificate with the host's own openssl.
    init() async throws {
        folder = try TemporaryFolder.make()
        let (key, file) = (folder.appending(path: "key.pem"), folder.appending(path: "all.pem"))
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2",
            "-keyout", key.path, "-out", file.path,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        try #require(try await exitCode(of: openssl) == 0)
        try (Data(contentsOf: file) + Data(contentsOf: key)).write(to: file)
        path = file.path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
