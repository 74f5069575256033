import Foundation
import Testing

@testable import Shirube

@Suite struct SiteFolderTests {
    private struct Stop: Error {}

    private func publish(_ path: String, _ files: [String: String]) throws -> SiteFolder.Outcome {
        try SiteFolder(path: path).publish { take in
            for (name, text) in files.sorted(by: { $0.key < $1.key }) {
                try take(Site.File(path: name, bytes: Array(text.utf8)))
            }
        }
    }

    private func inode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    private func read(_ path: String) -> String? {
        try? String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func `only what has changed is written, and what is gone goes`() throws {
        let folder = try TemporaryFolder()
        let site = folder.path + "/site"
        let first = try publish(site, ["a.html": "a", "b/c.html": "c", "d.html": "d"])
        #expect(first == .init(files: 3, written: 3))
        let kept = try inode(site + "/b/c.html")
        let second = try publish(site, ["a.html": "A", "b/c.html": "c"])
        #expect(second == .init(files: 2, written: 1))
        #expect(try inode(site + "/b/c.html") == kept)
        #expect(read(site + "/a.html") == "A" && read(site + "/d.html") == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
        let mode = try FileManager.default.attributesOfItem(atPath: site + "/a.html")[
            .posixPermissions]
        #expect(mode as? Int == 0o644)
    }

    @Test func `a site that fails in the middle leaves the one before as it was`() throws {
        let folder = try TemporaryFolder()
        let site = folder.path + "/site"
        _ = try publish(site, ["a.html": "a"])
        #expect(throws: Stop.self) {
            try SiteFolder(path: site).publish { take in
                try take(Site.File(path: "a.html", bytes: Array("x".utf8)))
                throw Stop()
            }
        }
        #expect(read(site + "/a.html") == "a")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
    }

    @Test func `what a killed run left is taken away by the next`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".site.shirube-new/junk", "x")
        let site = folder.path + "/site/"
        _ = try publish(site, ["a.html": "a"])
        #expect(read(site + "junk") == nil && read(site + "a.html") == "a")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
    }

    @Test func `a folder with something else, a file and a link are not replaced`() throws {
        let folder = try TemporaryFolder()
        try folder.write("home/letter.txt", "dear")
        try folder.write("file", "x")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/home")
        for name in ["home", "file", "link"] {
            #expect(throws: SiteFolder.Failure.occupied(path: folder.path + "/" + name)) {
                _ = try publish(folder.path + "/" + name, ["a.html": "a"])
            }
        }
        #expect(read(folder.path + "/home/letter.txt") == "dear")
        #expect(throws: SiteFolder.Failure.noName(path: "/")) { _ = try publish("/", [:]) }
    }

    @Test func `two runs do not write at once`() throws {
        let folder = try TemporaryFolder()
        let site = folder.path + "/site"
        #expect(throws: SiteFolder.Failure.busy(path: site)) {
            try SiteFolder(path: site).publish { _ in _ = try publish(site, ["a.html": "a"]) }
        }
    }
}
