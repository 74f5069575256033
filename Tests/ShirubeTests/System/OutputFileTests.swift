import Foundation
import Testing

@testable import Shirube

@Suite struct OutputFileTests {
    @Test func `a file that is there is left alone unless it may be replaced`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/form.csv"
        #expect(try OutputFile.write([1], to: path, overwriting: false))
        #expect(try !OutputFile.write([2], to: path, overwriting: false))
        #expect(try Data(contentsOf: URL(filePath: path)) == Data([1]))
        #expect(try OutputFile.write([3], to: path, overwriting: true))
        #expect(try Data(contentsOf: URL(filePath: path)) == Data([3]))
        #expect(folder.names("") == ["form.csv"])
    }

    @Test func `a link is replaced, and what it leads to is not`() throws {
        let folder = try TemporaryFolder()
        try folder.write("precious", "gold")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/form.csv", withDestinationPath: "precious")
        #expect(try !OutputFile.write([1], to: folder.path + "/form.csv", overwriting: false))
        #expect(try OutputFile.write([1], to: folder.path + "/form.csv", overwriting: true))
        #expect(try folder.text("precious") == "gold")
    }

    @Test func `a name of 255 bytes can be written`() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "様", count: 83) + ".xlsx"
        #expect(try OutputFile.write([1], to: "\(folder.path)/\(name)", overwriting: false))
        #expect(folder.names("") == [name])
    }

    @Test(arguments: ["", "/", "missing/form.csv", "sub"])
    func `what cannot be a file is an error`(path: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/x", "")
        #expect(throws: SystemError.self) {
            try OutputFile.write([1], to: "\(folder.path)/\(path)", overwriting: true)
        }
    }
}
