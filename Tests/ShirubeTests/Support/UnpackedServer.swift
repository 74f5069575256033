import Foundation
import Testing

/// A server of Debian's that `scripts/unpack_tools.sh` has unpacked, on loopback, ended with the value.
final class UnpackedServer {
    /// Its port.
    let port: Int
    private let folder: URL
    private let program: RunningProgram

    /// nginx as a city's reverse proxy: TLS and HTTP/2 before, another server behind.
    ///
    /// - Parameters:
    ///   - certificate: the file of certificate and key.
    ///   - port: where the server behind it listens.
    ///   - postsPerConnection: after so many it closes a connection.
    ///   - http2: whether it offers HTTP/2.
    /// - Returns: the server, once it listens.
    /// - Throws: where it does not start.
    static func nginx(
        certificate: String, before port: Int, postsPerConnection: Int = 1_000, http2: Bool = true
    ) async throws -> UnpackedServer {
        try await UnpackedServer("usr/sbin/nginx") { folder, own in
            let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
                "\($0)_temp_path \(folder)/\($0);"
            }
            let text = """
                daemon off; master_process off; pid \(folder)/pid; error_log \(folder)/error.log;
                events {}
                http {
                  log_format own "$server_protocol $status $connection";
                  access_log \(folder)/access.log own;
                  keepalive_requests \(postsPerConnection);
                  \(temporary.joined(separator: " "))
                  server {
                    listen 127.0.0.1:\(own) ssl\(http2 ? " http2" : "");
                    ssl_certificate \(certificate); ssl_certificate_key \(certificate);
                    location / { proxy_pass http://127.0.0.1:\(port); proxy_read_timeout 2s; }
                  }
                }
                """
            return (text, ["-e", "\(folder)/error.log", "-p", folder, "-c"])
        }
    }

    /// tinyproxy, which connects clients to wherever they ask.
    ///
    /// - Parameter login: what it wants to be told first, `user password`; nil for nothing.
    /// - Returns: the server, once it listens.
    /// - Throws: where it does not start.
    static func proxy(login: String? = nil) async throws -> UnpackedServer {
        try await UnpackedServer("usr/bin/tinyproxy") { folder, own in
            let text = """
                Port \(own)
                Listen 127.0.0.1
                Timeout 60
                LogFile "\(folder)/access.log"
                LogLevel Connect
                \(login.map { "BasicAuth \($0)" } ?? "")

                """
            return (text, ["-d", "-c"])
        }
    }

    /// Starts a server with a configuration that knows its folder and port; a port that is taken is left for another.
    private init(
        _ path: String, _ configuration: (String, Int) -> (text: String, options: [String])
    ) async throws {
        folder = try TemporaryFolder.make()
        let program = TestServer.root.appending(path: "build/tools/\(path)")
        try #require(
            FileManager.default.isExecutableFile(atPath: program.path),
            "\(path) is not unpacked; run scripts/unpack_tools.sh")
        for _ in 1...20 {
            // Below the ports that the kernel gives out by itself.
            let port = Int.random(in: 20_000...32_000)
            let file = folder.appending(path: "configuration")
            let (text, options) = configuration(folder.path, port)
            try Data(text.utf8).write(to: file)
            let running = try RunningProgram(
                program: program, arguments: options + [file.path], environment: [:],
                folder: folder.path)
            if try await Self.listens(running, on: port) {
                (self.port, self.program) = (port, running)
                return
            }
        }
        Issue.record("\(path) does not start")
        throw CancellationError()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The lines of its log.
    func log() -> [String] {
        let text = try? String(contentsOf: folder.appending(path: "access.log"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }

    /// The lines of its log that hold the words, once there are so many; servers answer first and write afterwards.
    func log(of count: Int, holding words: String = "") async throws -> [String] {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let lines = log().filter { words.isEmpty || $0.contains(words) }
            if lines.count >= count { return lines }
            try #require(ContinuousClock.now < deadline, "its log has but \(log())")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Waits until a connection is taken; false where the server has ended.
    private static func listens(_ server: RunningProgram, on port: Int) async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline, server.isRunning {
            let knock = try RunningProgram(
                program: URL(filePath: "/bin/bash"),
                arguments: ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"], environment: [:],
                folder: "/")
            // Whoever else has the port may answer, so it is looked at again whether ours lives.
            if try await knock.end().code == 0 {
                try await Task.sleep(for: .milliseconds(50))
                return server.isRunning
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
