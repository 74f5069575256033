import Foundation
import Logging
import Testing

@testable import Shirube

@Suite struct DropWatchTests {
    private let temporary: TemporaryFolder
    private let bell = Wake()
    private let watch: DropWatch

    init() throws {
        temporary = try TemporaryFolder()
        for name in ["one/.keep", "two/.keep", "a", "b"] { try temporary.write(name, "x") }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        watch = try #require(DropWatch(wake: bell, logger: logger))
    }

    private func watch(_ name: String) throws -> FolderWatch? {
        watch.watch(try FileDescriptor.folder(temporary.path + "/" + name))
    }

    private func move(_ name: String, to target: String) throws {
        try FileManager.default.moveItem(
            atPath: temporary.path + "/" + name, toPath: temporary.path + "/" + target)
    }

    @Test func `what is renamed into a folder is told once, by folder; what is written is not`()
        async throws
    {
        let one = try #require(try watch("one"))
        let two = try #require(try watch("two"))
        try move("a", to: "two/実績.csv")
        await bell.sleep(seconds: 60)
        #expect(one.takeMovedIn().isEmpty)
        #expect(two.takeMovedIn() == ["実績.csv"])
        let target = temporary.path + "/two/実績.csv"
        let handle = try FileHandle(forWritingTo: URL(filePath: target))
        try handle.write(contentsOf: Data("more".utf8))
        try handle.close()
        await bell.sleep(seconds: 60)
        #expect(two.takeMovedIn().isEmpty)
    }

    @Test func `of a folder that nobody watches any more nothing is told`() async throws {
        var one = try watch("one")
        #expect(one != nil)
        one = nil
        let two = try #require(try watch("two"))
        try move("a", to: "one/a.csv")
        try move("b", to: "two/b.csv")
        var moved = two.takeMovedIn()
        // That the first folder is let go may ring the bell as well.
        while moved.isEmpty {
            await bell.sleep(seconds: 60)
            moved = two.takeMovedIn()
        }
        #expect(moved == ["b.csv"])
        #expect(try #require(try watch("one")).takeMovedIn().isEmpty)
    }

    @Test func `a folder that is removed is not watched any more`() async throws {
        let one = try #require(try watch("one"))
        #expect(one.isAlive)
        try FileManager.default.removeItem(atPath: temporary.path + "/one")
        await bell.sleep(seconds: 60)
        #expect(!one.isAlive)
    }

    @Test func `what is no folder cannot be watched`() throws {
        #expect(watch.watch(try FileDescriptor.regularFile(temporary.path + "/a")) == nil)
    }
}
