import Foundation
import Testing

/// A few runs of `make torture`: the real daemon, servers that fail, and SIGKILL in between.
@Suite struct TortureTests {
    @Test(.timeLimit(.minutes(15)))
    func `whatever servers and kills do, nothing is lost, and nothing repeated for nothing`()
        async throws
    {
        let torture = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: [
                TestServer.root.path + "/scripts/torture.py", "--binary", TestCity.program.path,
                "--seeds", "6", "--jobs", "2",
            ], environment: [:], folder: "/")
        let result = try await torture.end()
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("torture: all of it holds"))
    }
}
