import Glibc
import Synchronization

/// Signals as bytes that a loop can wait for beside other things; they no longer end the program.
final class SignalPipe {
    /// Where a handler, which may do next to nothing, puts a signal's number; -1 while there is no pipe.
    private static let entrance = Atomic<Int32>(-1)

    /// What is ready to be read once a signal has come.
    let descriptor: Int32
    private let numbers: [Int32]

    /// Catches the signals; nil where there are no descriptors left.
    ///
    /// Only one may be in use at a time.
    init?(_ numbers: [Int32]) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        self.numbers = numbers
        Self.entrance.store(ends[1], ordering: .releasing)
        numbers.forEach(Self.attend)
    }

    /// Catches a signal, again where it has been let go.
    static func attend(to number: Int32) {
        _ = signal(number) { number in
            // Safe in a handler: an atomic load and write(2); a full pipe holds news enough.
            let saved = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = unsafe write(SignalPipe.entrance.load(ordering: .acquiring), &byte, 1)
            errno = saved
        }
    }

    /// Lets the signals act again as if nothing had caught them.
    deinit {
        for number in numbers { _ = signal(number, SIG_DFL) }
        close(Self.entrance.exchange(-1, ordering: .acquiringAndReleasing))
        close(descriptor)
    }

    /// Lets a signal act as if nothing had caught it, most of which end the program.
    static func yield(to number: Int32) {
        var only = sigset_t()
        unsafe sigemptyset(&only)
        unsafe sigaddset(&only, number)
        _ = signal(number, SIG_DFL)
        // The threads of the Swift runtime let no signals through.
        unsafe pthread_sigmask(SIG_UNBLOCK, &only, nil)
        raise(number)
    }

    /// The signals that have come since the last look, in their order.
    func take() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(descriptor, buffer.baseAddress, buffer.count)
        }
        return bytes.prefix(max(0, count)).map(Int32.init)
    }
}
