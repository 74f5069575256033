import Foundation
import Testing

/// Files under Fixtures that hold what a rendering is to give.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites them; read the difference before you commit it.
enum Golden {
    /// Expects the text to be that of the file, or rewrites the file.
    static func expect(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = fixtures.appending(path: name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(
            text == golden, "\(name) differs; UPDATE_GOLDEN=1 swift test rewrites it",
            sourceLocation: sourceLocation)
    }

    private static let fixtures = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
}
