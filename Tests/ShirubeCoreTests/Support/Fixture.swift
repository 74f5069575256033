import Foundation
import Testing

/// Reads the files beside the tests, and writes golden files anew when `UPDATE_GOLDEN` is set.
enum Fixture {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// Expects the bytes to be those of the golden file.
    static func expect(_ bytes: [UInt8], toBe name: String) throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try Data(bytes).write(to: folder.appending(path: name))
        }
        let golden = try Self.bytes(name)
        #expect(bytes == golden, "\(name) differs: \(String(decoding: bytes, as: UTF8.self))")
    }
}
