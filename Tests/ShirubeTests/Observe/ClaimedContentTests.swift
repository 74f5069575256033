import Foundation
import Glibc
import Synchronization
import Testing

@testable import Shirube

@Suite struct ClaimedContentTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
        try temporary.write("state/.keep", "")
    }

    private func read(
        _ bytes: [UInt8], limit: Int = 1_000, prepare: (String) -> Void = { _ in }
    ) throws -> ClaimedContent? {
        let folder = try DropFolder(
            drops: try FileDescriptor.folder(temporary.path), path: ["dept"])
        try temporary.write("dept/a.csv", bytes)
        prepare(temporary.path + "/dept/a.csv")
        let claim = try #require(try folder.claim("a.csv", id: "run-1"))
        let archive = try Archive(state: temporary.path + "/state")
        return try ClaimedContent.read(claim, in: folder, into: archive, limit: limit)
    }

    @Test func `what was claimed is read whole, with its hash`() throws {
        // More than is read at once.
        let bytes = (0..<600_001).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        let content = try #require(try read(bytes, limit: 600_001))
        guard case .whole(let file) = content.body else {
            Issue.record("not whole: \(content.body)")
            return
        }
        #expect(file.size == 600_001 && content.size == 600_001)
        #expect(try file.read(0..<600_001) == bytes)
        #expect(try file.read(300_000..<300_010) == Array(bytes[300_000..<300_010]))
    }

    @Test func `the identity of content is its SHA-256`() throws {
        #expect(try read(Array("abc".utf8))?.sha256.hasPrefix("ba7816bf8f01cfea4141") == true)
    }

    @Test func `a file of more bytes than the limit is not read`() throws {
        let content = try #require(try read(Array(repeating: 65, count: 1_001)))
        guard case .tooLarge = content.body else {
            Issue.record("read: \(content.body)")
            return
        }
        #expect(content.size == 1_001)
    }

    @Test func `a file with another name elsewhere is not read`() throws {
        let other = temporary.path + "/other"
        let content = try read(Array("secret".utf8)) { unsafe link($0, other) }
        guard case .linked = content?.body else {
            Issue.record("read: \(String(describing: content?.body))")
            return
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a file that somebody goes on writing is given back, and not followed for ever`() throws {
        let folder = try DropFolder(
            drops: try FileDescriptor.folder(temporary.path), path: ["dept"])
        let archive = try Archive(state: temporary.path + "/state")
        try temporary.write("dept/a.csv", Array(repeating: 65, count: 4 << 20))
        let claim = try #require(try folder.claim("a.csv", id: "run-1"))
        let isDone = Mutex(false)
        let path = temporary.path + "/dept/.claimed/run-1/a.csv"
        let writer = Thread {
            let file = unsafe open(path, O_WRONLY | O_APPEND)
            while !isDone.withLock({ $0 }) { _ = unsafe write(file, "more", 4) }
            close(file)
        }
        writer.start()
        defer { isDone.withLock { $0 = true } }
        // Where the machine is busy the writer may sleep through a reading, but not through all of them.
        while case _? = try ClaimedContent.read(
            claim, in: folder, into: archive, limit: 1 << 30)
        {}
    }

    @Test func `the archive keeps content once, and mends what is not whole`() throws {
        let archive = try Archive(state: temporary.path + "/state")
        let file = try archive.makeUnnamed(for: 7)
        try file.append(Array("content".utf8))
        try archive.keep(file, sha256: "abcd")
        #expect(try temporary.text("state/archive/ab/abcd") == "content")
        try temporary.write("state/archive/ab/abcd", "half")
        for _ in 1...2 {
            let again = try archive.makeUnnamed(for: 7)
            try again.append(Array("content".utf8))
            try archive.keep(again, sha256: "abcd")
        }
        #expect(try temporary.text("state/archive/ab/abcd") == "content")
        #expect(temporary.names("state/archive/ab") == ["abcd"])
        #expect(temporary.names("state/archive") == ["ab"])
    }

    @Test func `room is set aside for each copy before it is made, and given back with it`() throws
    {
        let free = try FileDescriptor.folder(temporary.path).freeBytes()
        // Half of what is free now, give or take what others write meanwhile.
        let archive = try Archive(state: temporary.path + "/state", leastFreeBytes: free / 2)
        var first: UnnamedFile? = try archive.makeUnnamed(for: free / 3)
        #expect(throws: SystemError(call: "copy \(free / 3) bytes", number: ENOSPC)) {
            _ = try archive.makeUnnamed(for: free / 3)
        }
        #expect(first?.size == 0)
        first = nil
        _ = try archive.makeUnnamed(for: free / 3)
        #expect(throws: SystemError.self) { _ = try archive.makeUnnamed(for: .max) }
    }
}
