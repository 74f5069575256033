import Foundation
import Testing

@testable import Shirube

@Suite struct SettlingTests {
    private let temporary: TemporaryFolder
    private let name: FileName = "a.csv"

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func look() throws -> [FileName: FileStatus] {
        let folder = try FileDescriptor.folder(temporary.path)
        guard let status = try folder.status(of: name) else { return [:] }
        return [name: status]
    }

    @Test func `a file is ready once it has stayed the same from one look to another`() throws {
        var settling = Settling()
        try temporary.write("a.csv", "one")
        #expect(settling.candidates(try look(), at: 0, settle: 2, emptyPatience: 60).isEmpty)
        #expect(settling.candidates(try look(), at: 1.9, settle: 2, emptyPatience: 60).isEmpty)
        #expect(settling.isWaiting())
        #expect(
            settling.candidates(try look(), at: 2, settle: 2, emptyPatience: 60).map(\.name) == [
                name
            ])
    }

    @Test func `a file that grows begins anew, however old its times are`() throws {
        var settling = Settling()
        try temporary.write("a.csv", "one")
        _ = settling.candidates(try look(), at: 0, settle: 2, emptyPatience: 60)
        try temporary.write("a.csv", "one and more")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0)],
            ofItemAtPath: temporary.path + "/a.csv")
        #expect(settling.candidates(try look(), at: 2, settle: 2, emptyPatience: 60).isEmpty)
        #expect(settling.candidates(try look(), at: 3.9, settle: 2, emptyPatience: 60).isEmpty)
        #expect(
            settling.candidates(try look(), at: 4, settle: 2, emptyPatience: 60).map(\.name) == [
                name
            ])
    }

    @Test func `a file of no bytes is given longer`() throws {
        var settling = Settling()
        try temporary.write("a.csv", "")
        _ = settling.candidates(try look(), at: 0, settle: 2, emptyPatience: 60)
        #expect(settling.candidates(try look(), at: 59, settle: 2, emptyPatience: 60).isEmpty)
        #expect(
            settling.candidates(try look(), at: 60, settle: 2, emptyPatience: 60).map(\.name) == [
                name
            ])
    }

    @Test func `a file that is gone is forgotten`() throws {
        var settling = Settling()
        try temporary.write("a.csv", "one")
        _ = settling.candidates(try look(), at: 0, settle: 2, emptyPatience: 60)
        #expect(settling.candidates([:], at: 1, settle: 2, emptyPatience: 60).isEmpty)
        #expect(!settling.isWaiting())
        #expect(settling.candidates(try look(), at: 5, settle: 2, emptyPatience: 60).isEmpty)
    }

    @Test func `a file renamed into the folder may be whole at once, unless it has no bytes`()
        throws
    {
        var settling = Settling()
        try temporary.write("a.csv", "one")
        let moved = settling.candidates(
            try look(), movedIn: [name], at: 0, settle: 2, emptyPatience: 60)
        #expect(moved.map(\.isSettled) == [false])
        let settled = settling.candidates(try look(), at: 2, settle: 2, emptyPatience: 60)
        #expect(settled.map(\.isSettled) == [true])
        try temporary.write("a.csv", "")
        #expect(
            settling.candidates(try look(), movedIn: [name], at: 3, settle: 2, emptyPatience: 60)
                .isEmpty)
    }

    @Test func `a file that is taken is not waited for, nor one that cannot be`() throws {
        var settling = Settling()
        try temporary.write("a.csv", "one")
        _ = settling.candidates(try look(), at: 0, settle: 2, emptyPatience: 60)
        #expect(!settling.isWaiting(except: [name]))
        settling.forget(name)
        #expect(!settling.isWaiting())
    }
}
