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
        let look = try folder.look()
        #expect(look.files.keys.map(\.description) == ["実績.csv"])
        #expect(look.strangers.count == 3)
        #expect(temporary.names("dept").contains("accepted"))
        #expect(temporary.names("dept").contains("rejected"))
    }

    @Test func `a claimed file is out of reach, survives a restart, and ends under its new name`()
        throws
    {
        let folder = try makeFolder()
        try temporary.write("dept/a.csv", "content")
        let claim = try #require(try folder.claim("a.csv", id: "run-1"))
        #expect(try folder.look().files.isEmpty)
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

    @Test func `what has come in a file's place since the look is left where it is`() throws {
        let folder = try makeFolder()
        let path = temporary.path + "/dept/a.csv"
        try temporary.write("dept/a.csv", "content")
        let status = try #require(try folder.look().files["a.csv"])
        let swaps: [() -> Void] = [
            { unsafe symlink("/etc/passwd", path) },
            { unsafe mkfifo(path, 0o600) },
            { unsafe mkdir(path, 0o700) },
            { try? temporary.write("dept/a.csv", "another") },
            {},
        ]
        for (number, swap) in swaps.enumerated() {
            unsafe remove(path)
            swap()
            #expect(try folder.claim("a.csv", expecting: status, id: "run-\(number)") == nil)
            #expect(temporary.names("dept").contains("a.csv") == (number < 4))
            #expect(temporary.names("dept/.claimed").isEmpty)
        }
    }

    @Test func `a done file goes with its file, there and back`() throws {
        let folder = try makeFolder()
        try temporary.write("dept/a.csv", "content")
        try temporary.write("dept/b.csv", "content")
        #expect(try folder.look(doneFiles: true).files.isEmpty)
        try temporary.write("dept/a.csv.done", "")
        #expect(try folder.look(doneFiles: true).files.keys.map(\.description) == ["a.csv"])
        let claim = try #require(try folder.claim("a.csv", id: "run-1", doneFiles: true))
        #expect(temporary.names("dept").filter { $0.hasPrefix("a") } == ["accepted"])
        #expect(try folder.claims() == [claim])
        #expect(try folder.putBack(claim))
        #expect(try folder.look(doneFiles: true).files.count == 1)
        let again = try #require(try folder.claim("a.csv", id: "run-2", doneFiles: true))
        try folder.finish(again, to: .accepted, as: "a.csv")
        #expect(try folder.claims().isEmpty)
        #expect(temporary.names("dept/.claimed").isEmpty)
    }

    @Test func `the first files by name are looked at, the first strangers named`() throws {
        let folder = try makeFolder()
        for number in 100..<110 { try temporary.write("dept/\(number).csv", "x") }
        for number in 0..<102 { unsafe symlink("x", temporary.path + "/dept/\(number)-link") }
        let look = try folder.look(limit: 4)
        #expect(look.files.keys.map(\.description).sorted().last == "103.csv")
        #expect(look.hasMore)
        #expect(look.complaints.contains { $0.contains("more than 4 files") })
        let all = try folder.look()
        #expect(all.strangers.count == 100 && all.hasMoreStrangers && !all.hasMore)
        #expect(all.complaints.contains("left alone: 0-link is a symbolic link, not a file"))
        #expect(all.complaints.count == 101)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a look at a hundred thousand names looks at the files of one turn`() throws {
        let names = (0..<100_000).map { FileName(Array("\($0).csv".utf8)) }.compactMap(\.self)
        var looks = 0
        try temporary.write("file", "x")
        let file = try FileDescriptor.folder(temporary.path).status(of: "file")
        let look = try FolderLook(names, limit: 1_000, doneFiles: false) { _ in
            looks += 1
            return file
        }
        #expect(look.files.count == 1_000 && looks == 1_000 && look.hasMore)
    }

    @Test
    func `however many names there are, the first files are those that sorting would find first`()
        throws
    {
        try temporary.write("file", "x")
        let file = try FileDescriptor.folder(temporary.path).status(of: "file")
        var generator = SplitMix(state: 3)
        for count in [1, 300, 20_000] {
            for spread in [2, 1_000_000] as [UInt64] {
                let names = Set((0..<count).map { _ in "\(generator.next() % spread)" })
                let all = names.map { FileName(Array($0.utf8)) }.compactMap(\.self)
                for limit in [1, 1_000] {
                    let look = try FolderLook(
                        all.shuffled(using: &generator), limit: limit, doneFiles: false
                    ) { _ in file }
                    #expect(look.files.keys.sorted() == Array(all.sorted().prefix(limit)))
                    #expect(look.hasMore == (all.count > limit))
                }
            }
        }
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

    @Test(.timeLimit(.minutes(1)))
    func `a report is written beside what others have put under its temporary name`() throws {
        let folder = try makeFolder()
        unsafe mkfifo(temporary.path + "/dept/rejected/.replacement.tmp", 0o600)
        try folder.write(Array("report".utf8), as: "a.report.txt", in: .rejected)
        try temporary.write("other", "other")
        unsafe link(
            temporary.path + "/other", temporary.path + "/dept/rejected/.replacement.tmp")
        try folder.write(Array("report".utf8), as: "a.report.txt", in: .rejected)
        #expect(try temporary.text("other") == "other")
    }

    @Test func `a department's folder that is a symbolic link is refused`() throws {
        unsafe symlink("/tmp", temporary.path + "/dept")
        #expect(throws: SystemError.self) { _ = try makeFolder() }
    }
}

extension DropFolder {
    /// Claims a file as it lies there now.
    func claim(_ name: FileName, id: String, doneFiles: Bool = false) throws -> Claim? {
        let status = try #require(try look().files[name])
        return try claim(name, expecting: status, id: id, doneFiles: doneFiles)
    }
}
