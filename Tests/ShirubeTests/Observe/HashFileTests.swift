import ShirubeCore
import Testing

@testable import Shirube

@Suite struct HashFileTests {
    private let hashes = (0..<100_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 } + [.max, 0]

    private func expectKept(in room: HashRoom) throws {
        try room.append(Array(hashes[..<70_000]))
        try room.append(Array(hashes[70_000...]))
        for range in [0..<hashes.count, 69_990..<70_010, 100_001..<100_002, 5..<5] {
            #expect(try room.read(range) == Array(hashes[range]))
        }
        #expect(throws: SystemError.self) { try room.read(hashes.count - 1..<hashes.count + 1) }
    }

    @Test func `hashes come back from a file as they were, and it has no name`() throws {
        let temporary = try TemporaryFolder()
        let folder = try FileDescriptor.folder(temporary.path)
        try expectKept(in: HashRoom(try UnnamedFile(in: folder)))
        #expect(temporary.names("").isEmpty)
        try expectKept(in: .temporary())
    }
}
