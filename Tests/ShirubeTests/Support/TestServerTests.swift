import Foundation
import Testing

@Suite struct TestServerTests {
    @Test(arguments: [
        ["scripts/capture_server.py"],
        ["Tests/ShirubeTests/Support/fault_server.py", "--fault", "smtp-stall"],
    ])
    func `a server whose parent is gone ends by itself`(command: [String]) async throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        // Process 0 has no children: to the server its parent has died while it was starting.
        process.arguments = command + ["--out", folder.path, "--parent", "0"]
        process.currentDirectoryURL = TestServer.root
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let deadline = ContinuousClock.now + .seconds(60)
        while process.isRunning, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
        }
        let hasEnded = !process.isRunning
        if !hasEnded { process.terminate() }
        #expect(hasEnded)
    }
}
