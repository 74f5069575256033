import Foundation

/// What the tests of configurations share.
enum TestSetup {
    /// The path of a new file with the text.
    static func written(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(UUID().uuidString).yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }
}
