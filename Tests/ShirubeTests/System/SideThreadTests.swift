import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Shirube

@Suite struct SideThreadTests {
    @Test func `work is done in its order, and not by whoever asks for it`() throws {
        let thread = SideThread()
        let done = Mutex([Int]())
        let end = DispatchSemaphore(value: 0)
        let gate = DispatchSemaphore(value: 0)
        try thread.run { gate.wait() }
        for number in 1...100 { try thread.run { done.withLock { $0.append(number) } } }
        try thread.run { _ = end.signal() }
        #expect(done.withLock { $0.isEmpty })
        gate.signal()
        #expect(end.wait(timeout: .now() + 60) == .success)
        #expect(done.withLock { $0 } == Array(1...100))
    }

    @Test func `there is a thread only while there is work`() throws {
        let thread = SideThread()
        let end = DispatchSemaphore(value: 0)
        let place = Mutex("")
        for _ in 1...3 {
            try thread.run {
                let own = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/thread-self")
                place.withLock { $0 = own ?? "" }
                end.signal()
            }
            #expect(end.wait(timeout: .now() + 60) == .success)
            let path = "/proc/" + place.withLock { $0 }
            #expect(path.contains("/task/"))
            var tries = 0
            while unsafe access(path, F_OK) == 0, tries < 6_000 {
                usleep(10_000)
                tries += 1
            }
            #expect(tries < 6_000)
        }
    }

    @Test func `what hangs on one thread keeps no other waiting`() throws {
        let stuck = (0..<40).map { _ in SideThread() }
        let gate = DispatchSemaphore(value: 0)
        for thread in stuck { try thread.run { gate.wait() } }
        let end = DispatchSemaphore(value: 0)
        try SideThread().run { _ = end.signal() }
        #expect(end.wait(timeout: .now() + 60) == .success)
        for _ in stuck { gate.signal() }
    }
}
