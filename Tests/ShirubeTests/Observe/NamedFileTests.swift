import Glibc
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct NamedFileTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    @Test func `a regular file is read where it lies, by its own name and hash`() throws {
        try temporary.write("a.csv", "abc")
        #expect(unsafe symlink("a.csv", temporary.path + "/link.csv") == 0)
        let file = try NamedFile(path: temporary.path + "/link.csv")
        #expect(file.name == "a.csv")
        #expect(file.size == 3)
        #expect(
            try file.sha256() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try file.descriptor.read(1..<3) == Array("bc".utf8))
        #expect(try file.descriptor.read(1..<9) == Array("bc".utf8))
    }

    @Test func `what is no regular file is refused with its path, and holds nobody up`() throws {
        #expect(unsafe mkfifo(temporary.path + "/pipe", 0o600) == 0)
        for name in ["pipe", "", "none"] {
            do throws(NamedFile.Unreadable) {
                _ = try NamedFile(path: temporary.path + "/" + name)
                Issue.record("\(name) was opened")
            } catch {
                #expect(error.message.english.contains(temporary.path + "/" + name))
            }
        }
    }
}
