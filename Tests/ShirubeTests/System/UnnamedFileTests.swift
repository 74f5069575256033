import Foundation
import Testing

@testable import Shirube

@Suite struct UnnamedFileTests {
    @Test func `it has no name until it is kept, and then takes the place of what had the name`()
        throws
    {
        let temporary = try TemporaryFolder()
        let folder = try FileDescriptor.folder(temporary.path)
        let file = try UnnamedFile(in: folder)
        try file.append(Array("con".utf8))
        try file.append(Array("tent".utf8))
        #expect(temporary.names("").isEmpty)
        try temporary.write("kept", "earlier")
        try file.keep(in: folder, as: "kept")
        #expect(temporary.names("") == ["kept"])
        #expect(try temporary.text("kept") == "content")
    }

    @Test func `a range is read as far as there are bytes`() throws {
        let temporary = try TemporaryFolder()
        let file = try UnnamedFile(in: try FileDescriptor.folder(temporary.path))
        try file.append(Array("content".utf8))
        #expect(try file.read(2..<5) == Array("nte".utf8))
        #expect(try file.read(5..<100) == Array("nt".utf8))
        #expect(try file.read(7..<9).isEmpty)
    }
}
