import Foundation
import Glibc
import Testing

@testable import Shirube

@Suite struct ReadLeaseTests {
    private let temporary: TemporaryFolder
    private let path: String

    init() throws {
        temporary = try TemporaryFolder()
        try temporary.write("a.csv", "content")
        path = temporary.path + "/a.csv"
    }

    private func writer() throws -> Writer {
        try FileDescriptor.folder(temporary.path).file("a.csv").writer()
    }

    @Test func `a file is being written as long as anybody has it open for writing`() throws {
        #expect(try writer() == .none)
        let writing = unsafe open(path, O_WRONLY | O_APPEND)
        #expect(try writer() == .some)
        close(writing)
        let reading = unsafe open(path, O_RDONLY)
        #expect(try writer() == .none)
        close(reading)
    }

    @Test func `of what has no lease nobody knows`() throws {
        #expect(try FileDescriptor.folder(temporary.path).writer() == .unknown)
    }

    @Test(.timeLimit(.minutes(1)))
    func `whoever opens for writing while we ask neither waits nor ends us`() throws {
        let path = path
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            for _ in 1...20_000 { close(unsafe open(path, O_WRONLY)) }
            done.signal()
        }
        thread.start()
        var answers: Set<Bool> = []
        while done.wait(timeout: .now()) == .timedOut { answers.insert(try writer() == .none) }
        #expect(!answers.isEmpty)
    }
}
