import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct FileClockTests {
    private static func moment(_ text: String) throws -> Timestamp {
        try #require(Timestamp(parsing: text))
    }

    @Test func `it shows what its file says, and never goes back`() throws {
        let folder = try TemporaryFolder()
        try folder.write("time", "2022-10-17T08:59\n")
        let clock = try FileClock(path: folder.path + "/time")
        #expect(clock.now == (try Self.moment("2022-10-17T08:59")))
        try folder.write("time", "2022-10-18")
        #expect(clock.now == (try Self.moment("2022-10-18")))
        try folder.write("time", "2022-10-01")
        #expect(clock.now == (try Self.moment("2022-10-18")))
    }

    @Test func `what cannot be read leaves it where it stands`() throws {
        let folder = try TemporaryFolder()
        try folder.write("time", "2022-10-17")
        let clock = try FileClock(path: folder.path + "/time")
        try folder.write("time", "tomorrow")
        #expect(clock.now == (try Self.moment("2022-10-17")))
        try FileManager.default.removeItem(atPath: folder.path + "/time")
        #expect(clock.now == (try Self.moment("2022-10-17")))
    }

    @Test func `without a moment there is no clock`() throws {
        let folder = try TemporaryFolder()
        try folder.write("time", "tomorrow")
        let path = folder.path + "/time"
        let fault = #expect(throws: FileClock.Fault.self) { try FileClock(path: path) }
        #expect(
            fault?.description
                == "\(path) holds no moment: write one like 2022-10-17T08:59 into it.")
        #expect(throws: SystemError.self) { try FileClock(path: folder.path + "/none") }
    }
}
