import Foundation
import Testing

@testable import Shirube

@Suite struct DropWatchTests {
    @Test func `what is renamed into a folder is told once, by folder; what is written is not`()
        async throws
    {
        let temporary = try TemporaryFolder()
        try temporary.write("drops/one/.keep", "")
        try temporary.write("drops/two/.keep", "")
        try temporary.write("a", "x")
        let bell = Wake()
        let drops = temporary.path + "/drops"
        let watch = try #require(DropWatch(folders: ["one", "two"], drops: drops, wake: bell))
        #expect(watch.isComplete)
        let target = drops + "/two/実績.csv"
        try FileManager.default.moveItem(atPath: temporary.path + "/a", toPath: target)
        await bell.sleep(seconds: 60)
        #expect(watch.takeMovedIn() == ["two": ["実績.csv"]])
        let handle = try FileHandle(forWritingTo: URL(filePath: target))
        try handle.write(contentsOf: Data("more".utf8))
        try handle.close()
        await bell.sleep(seconds: 60)
        #expect(watch.takeMovedIn().isEmpty)
    }

    @Test func `a folder that cannot be watched makes the watch incomplete`() throws {
        let temporary = try TemporaryFolder()
        let watch = DropWatch(folders: ["gone"], drops: temporary.path, wake: Wake())
        #expect(watch?.isComplete == false)
    }
}
