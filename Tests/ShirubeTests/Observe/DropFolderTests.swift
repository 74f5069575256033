import Foundation
import Testing

@testable import Shirube

@Suite struct DropFolderTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func makeFolder() throws -> DropFolder {
        try DropFolder(drops: try FileDescriptor.folder(temporary.path), path: ["dept"])
    }

    @Test func `its inner folders are made, and only what people saved is listed`() throws {
        let folder = try makeFolder()
        try temporary.write("dept/実績.csv", "x")
        try temporary.write("dept/~$実績.xlsx", "x")
        try temporary.write("dept/folder.csv/inner", "x")
        unsafe symlink("/etc/passwd", temporary.path + "/dept/link.csv")
        unsafe mkfifo(temporary.path + "/dept/pipe.csv", 0o600)
        #expect(try folder.files().keys.map(\.description) == ["実績.csv"])
        #expect(temporary.names("dept").contains("accepted"))
        #expect(temporary.names("dept").contains("rejected"))
    }

    @Test func `a claimed file is out of reach, survives a restart, and ends under its new name`()
        throws
    {
        let folder = try makeFolder()
        try temporary.write("dept/a.csv", "content")
        let claim = try #require(try folder.claim("a.csv", id: "run-1"))
        #expect(try folder.files().isEmpty)
        let again = try makeFolder()
        #expect(try again.claims() == [claim])
        try again.finish(claim, to: .accepted, as: "stamp-a.csv")
        #expect(temporary.names("dept/accepted") == ["stamp-a.csv"])
        #expect(try temporary.text("dept/accepted/stamp-a.csv") == "content")
        #expect(temporary.names("dept/.claimed").isEmpty)
    }

    @Test func `nothing is overwritten: a taken name gets a number`() throws {
        let folder = try makeFolder()
        for number in 1...3 {
            try temporary.write("dept/a.csv", "content \(number)")
            let claim = try #require(try folder.claim("a.csv", id: "run-\(number)"))
            try folder.finish(claim, to: .rejected, as: "a.csv")
        }
        #expect(temporary.names("dept/rejected") == ["2-a.csv", "3-a.csv", "a.csv"])
        #expect(try temporary.text("dept/rejected/a.csv") == "content 1")
    }

    @Test func `a file that is gone by the time it is claimed is no claim`() throws {
        let folder = try makeFolder()
        #expect(try folder.claim("gone.csv", id: "run-1") == nil)
        #expect(temporary.names("dept/.claimed").isEmpty)
    }

    @Test func `a file given back is where it was, unless a new one has taken its place`() throws {
        let folder = try makeFolder()
        try temporary.write("dept/a.csv", "first")
        let first = try #require(try folder.claim("a.csv", id: "run-1"))
        #expect(try folder.putBack(first))
        #expect(try temporary.text("dept/a.csv") == "first")
        let second = try #require(try folder.claim("a.csv", id: "run-2"))
        try temporary.write("dept/a.csv", "second")
        #expect(try folder.putBack(second) == false)
        #expect(try temporary.text("dept/a.csv") == "second")
        #expect(try folder.claims() == [second])
    }

    @Test func `a report is whole, and its temporary name is gone`() throws {
        let folder = try makeFolder()
        try folder.write(Array("report".utf8), as: "a.report.txt", in: .rejected)
        #expect(temporary.names("dept/rejected") == ["a.report.txt"])
    }

    @Test func `a department's folder that is a symbolic link is refused`() throws {
        unsafe symlink("/tmp", temporary.path + "/dept")
        #expect(throws: SystemError.self) { _ = try makeFolder() }
    }
}
