import Foundation
import Testing

/// The repository that this test was built from.
enum Checkout {
    /// Its root folder.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The files below the root by their paths, without what is built, downloaded or the version control's.
    static let paths: [String] = {
        let skipped: Set<String> = [".git", ".build", "build", ".swiftpm", "__pycache__"]
        let walk = FileManager.default.enumerator(
            at: root, includingPropertiesForKeys: [.isRegularFileKey])
        var paths: [String] = []
        while let url = walk?.nextObject() as? URL {
            if skipped.contains(url.lastPathComponent) {
                walk?.skipDescendants()
            } else if (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
            {
                paths.append(String(url.path.dropFirst(root.path.count).drop { $0 == "/" }))
            }
        }
        return paths.sorted()
    }()

    /// A file's text; nil where it is no text.
    static func text(_ path: String) -> String? {
        guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
        return String(validating: data, as: UTF8.self)
    }

    /// Whether there is a file or folder.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// The Swift files below `Sources`.
    static let sources = swift(below: "Sources/")
    /// The Swift files below `Tests`.
    static let tests = swift(below: "Tests/")

    private static func swift(below folder: String) -> [SourceText] {
        paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".swift") }.compactMap { path in
            text(path).map { SourceText(path: path, text: $0) }
        }
    }
}
