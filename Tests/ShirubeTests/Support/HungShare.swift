import Foundation
import Testing

/// A department's folder on a file server that can be made to hang, by FUSE (`hung_share.py`).
///
/// What the server holds is written behind its back, as people on other hosts do.
final class HungShare {
    /// Whether such a folder can be mounted here at all.
    static let isPossible: Bool = {
        guard FileManager.default.fileExists(atPath: "/dev/fuse") else { return false }
        return (try? run(["--try"])) == 0
    }()

    /// What to say where it cannot.
    static let whyNot: Comment =
        "no file server can be made to hang: /dev/fuse, python3-fusepy, fuse3 or the right to mount is missing"

    private let city: TestCity
    private let mount: String
    private var server: Process?

    /// Serves a department's folder of a city.
    init(_ city: TestCity, _ department: String) async throws {
        self.city = city
        mount = city.folder.path + "/drops/" + department
        for name in ["server", "control"] { try city.folder.write(name + "/.keep", "") }
        try FileManager.default.createDirectory(
            atPath: mount, withIntermediateDirectories: true)
        try await start()
    }

    deinit {
        end()
    }

    /// Makes an operation hang, such as `readdir`, from now on.
    func hang(_ operation: String) throws {
        try? FileManager.default.removeItem(atPath: control("asked-" + operation))
        try city.folder.write("control/" + operation, "")
    }

    /// Whether somebody waits for the operation that hangs.
    func isAsked(_ operation: String) -> Bool {
        FileManager.default.fileExists(atPath: control("asked-" + operation))
    }

    /// Lets an operation come back.
    func release(_ operation: String) throws {
        try FileManager.default.removeItem(atPath: control(operation))
    }

    /// Puts a file on the server.
    func drop(_ name: String, _ text: String) throws {
        try city.folder.write("server-" + name, text)
        try FileManager.default.moveItem(
            atPath: city.folder.path + "/server-" + name,
            toPath: city.folder.path + "/server/" + name)
    }

    /// The names in a folder of the server.
    func names(_ folder: String) -> [String] { city.folder.names("server/" + folder) }

    /// Serves the folder.
    func start() async throws {
        let server = try Self.process([city.folder.path + "/server", mount, control("")])
        self.server = server
        let deadline = ContinuousClock.now + .seconds(60)
        while !(try isMounted()) {
            try #require(server.isRunning && ContinuousClock.now < deadline)
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Ends the server; whoever waited for it gets an error.
    func end() {
        server?.terminate()
        kill(server?.processIdentifier ?? 0, SIGKILL)
        server?.waitUntilExit()
        server = nil
        _ = try? Self.run(["--unmount", mount])
    }

    private func isMounted() throws -> Bool {
        try String(contentsOfFile: "/proc/mounts", encoding: .utf8).contains(" \(mount) fuse")
    }

    private func control(_ name: String) -> String { city.folder.path + "/control/" + name }

    private static func run(_ arguments: [String]) throws -> Int32 {
        let process = try process(arguments)
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func process(_ arguments: [String]) throws -> Process {
        let process = Process()
        let script = TestServer.root.appending(path: "Tests/ShirubeTests/Support/hung_share.py")
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [script.path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }
}
