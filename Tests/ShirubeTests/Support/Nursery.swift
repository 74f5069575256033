import Foundation
import Synchronization

/// Starts programs that end with the tests, also where these are killed.
///
/// Linux tells a child of the end of the thread that has started it (`setpriv --pdeathsig`). So that a thread of some
/// pool which goes home does not end a daemon, all are started by one thread that lives as long as the tests.
enum Nursery {
    // Safe: the asker waits until the process has been started, and touches it only afterwards.
    private struct Birth: @unchecked Sendable {
        let process: Process
        let done = DispatchSemaphore(value: 0)
        let failure = Failure()
    }

    private final class Failure: Sendable {
        let error = Mutex<(any Error)?>(nil)
    }

    private static let waiting = Mutex<[Birth]>([])
    private static let bell = DispatchSemaphore(value: 0)
    /// Whether the thread runs: it is started when this is first asked.
    private static let isOpen: Bool = {
        Thread {
            while true {
                bell.wait()
                guard let birth = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
                    continue
                }
                do {
                    try birth.process.run()
                } catch {
                    birth.failure.error.withLock { $0 = error }
                }
                birth.done.signal()
            }
        }.start()
        return true
    }()

    /// Starts a process whose program and arguments are set; it is killed when the tests end.
    ///
    /// The files that it writes into are closed on this side.
    static func start(_ process: Process) throws {
        if let program = process.executableURL {
            process.arguments =
                ["--pdeathsig", "KILL", program.path] + (process.arguments ?? [])
            process.executableURL = URL(filePath: "/usr/bin/setpriv")
        }
        precondition(isOpen)
        let birth = Birth(process: process)
        waiting.withLock { $0.append(birth) }
        bell.signal()
        birth.done.wait()
        // The program has its own by now. A `Process` is never freed on Linux, and would keep ours open; and
        // with some 1,360 files open Foundation reads beyond the end of its list of them when it starts the next.
        for case let file as FileHandle in [process.standardOutput, process.standardError]
        where file !== FileHandle.nullDevice {
            try? file.close()
        }
        if let error = birth.failure.error.withLock({ $0 }) { throw error }
    }
}
