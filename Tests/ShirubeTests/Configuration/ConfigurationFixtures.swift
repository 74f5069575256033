import Foundation
import Testing

/// Configuration files beside the sentences that they are to be answered with.
struct ConfigurationFixtures {
    /// The folder of this part's fixtures, such as `strategy`.
    let folder: URL

    init(_ name: String, file: String = #filePath) {
        folder = URL(fileURLWithPath: file)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(name)")
    }

    /// The path of a fixture.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// The names, without `.yaml`, of the inputs that are to be refused.
    var badInputs: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix("bad-") && $0.hasSuffix(".yaml") }
            .map { String($0.dropLast(5)) }.sorted()
    }

    /// Compares the text, in which folders of the fixtures are left out, with the golden file.
    func expect(_ text: String, matches name: String) throws {
        let parent = folder.deletingLastPathComponent().path + "/"
        let shown = text.replacingOccurrences(of: folder.path + "/", with: "")
            .replacingOccurrences(of: parent, with: "")
        try Golden.expect(shown, "\(folder.lastPathComponent)/\(name).txt")
    }
}
