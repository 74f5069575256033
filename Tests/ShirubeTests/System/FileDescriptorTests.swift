import Foundation
import Glibc
import Testing

@testable import Shirube

@Suite struct FileDescriptorTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
        try temporary.write("top/inner/a.csv", "content")
        unsafe symlink("inner", temporary.path + "/top/link")
        unsafe symlink("inner/a.csv", temporary.path + "/top/link.csv")
    }

    private func top() throws -> FileDescriptor {
        try FileDescriptor.folder(temporary.path + "/top")
    }

    @Test func `a path of plain names is opened`() throws {
        #expect(try top().file("inner", "a.csv").readAll(limit: 100) == Array("content".utf8))
        #expect(try top().folder("inner").status().kind == .folder)
    }

    @Test func `a symbolic link is refused in every place of a path`() throws {
        for path: [FileName] in [["link", "a.csv"], ["inner", "gone.csv"], ["link.csv"]] {
            #expect(throws: SystemError.self, "\(path)") {
                _ =
                    path.count == 1
                    ? try top().file(path[0]) : try top().file(path[0], path[1])
            }
        }
        #expect(throws: SystemError.self) { _ = try top().folder("link") }
    }

    @Test func `a named pipe is opened without waiting for a writer`() throws {
        unsafe mkfifo(temporary.path + "/top/pipe", 0o600)
        #expect(try top().file("pipe").status().kind == .pipe)
    }
}
