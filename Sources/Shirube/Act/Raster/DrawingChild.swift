import CLinux
import Glibc

/// A process that draws, from its start until it is gone.
///
/// The request lies in a file without a name, so that neither side waits for the other; the answer comes through a pipe, which says by
/// its end that the process has ended.
struct DrawingChild: ~Copyable {
    /// What it gave.
    struct Answer {
        let bytes: [UInt8]
        /// Its exit code; 128 and a signal's number where that ended it.
        let code: Int32
        /// What it said on stderr: the first line, cut.
        let words: String
    }

    private let identifier: pid_t
    private let output: FileDescriptor
    private let errors: FileDescriptor

    private init(
        _ identifier: pid_t, _ output: consuming FileDescriptor, _ errors: consuming FileDescriptor
    ) {
        self.identifier = identifier
        self.output = output
        self.errors = errors
    }

    /// Starts a program with a request.
    static func start(
        _ program: String, _ request: [UInt8]
    ) throws(DrawingFailure) -> DrawingChild {
        let input = FileDescriptor.inMemory("shirube-charts")
        let errors = FileDescriptor.inMemory("shirube-errors")
        var ends: [Int32] = [-1, -1]
        guard input.raw >= 0, errors.raw >= 0, unsafe shirube_pipe(&ends) == 0 else {
            throw .notStarted(SystemError.words(errno))
        }
        let output = FileDescriptor(owning: ends[0])
        let writing = FileDescriptor(owning: ends[1])
        guard DrawingProcess.send(request, to: input.raw), lseek(input.raw, 0, SEEK_SET) == 0 else {
            throw .notStarted(SystemError.words(errno))
        }
        let identifier = try spawn(program, [input.raw, writing.raw, errors.raw])
        return DrawingChild(identifier, output, errors)
    }

    /// Starts it with no environment, and no descriptors but these three.
    private static func spawn(
        _ program: String, _ descriptors: [Int32]
    ) throws(DrawingFailure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        _ = unsafe shirube_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var (all, none) = (sigset_t(), sigset_t())
        unsafe sigfillset(&all)
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        let arguments = ["shirube", "draw"]
        let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let failure = unsafe posix_spawn(&child, program, &actions, &attributes, words, [nil])
        guard failure == 0 else { throw .notStarted(SystemError.words(failure)) }
        return child
    }

    /// Waits for all that it gives; nil, and it is killed, where that takes too long or is too much.
    consuming func answer(until deadline: ContinuousClock.Instant, most: Int) -> Answer? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var isWhole = false
        while !isWhole, bytes.count <= most, waits(until: deadline) {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(output.raw, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            bytes += buffer.prefix(max(0, count))
            isWhole = count <= 0
        }
        if !isWhole { kill(identifier, SIGKILL) }
        let status = end(until: deadline)
        guard isWhole else { return nil }
        let signal = status & 0x7F
        return Answer(
            bytes: bytes, code: signal == 0 ? status >> 8 & 0xFF : 128 + signal, words: words())
    }

    /// Whether there is something to read before the deadline.
    private func waits(until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else { return false }
            var wanted = pollfd(fd: output.raw, events: Int16(POLLIN), revents: 0)
            let count = unsafe poll(&wanted, 1, Int32(min(left.rounded(.up), 1_000_000)))
            if count > 0 { return true }
            if count < 0 && errno != EINTR { return false }
        }
    }

    /// Waits until it is gone.
    ///
    /// One that has closed its output and goes on is killed when the time is over.
    private func end(until deadline: ContinuousClock.Instant) -> Int32 {
        var status: Int32 = 0
        _ = Patience.wait(upTo: .infinity, every: 500) {
            let gone = unsafe waitpid(identifier, &status, WNOHANG)
            if gone == identifier { return true }
            if gone < 0 && errno != EINTR {
                status = SIGKILL
                return true
            }
            if ContinuousClock.now >= deadline { kill(identifier, SIGKILL) }
            return false
        }
        return status
    }

    private func words() -> String {
        var buffer = [UInt8](repeating: 0, count: 200)
        let count = unsafe buffer.withUnsafeMutableBytes {
            unsafe pread(errors.raw, $0.baseAddress, $0.count, 0)
        }
        let line = buffer.prefix(max(0, count)).prefix { $0 != 0x0A }
        return String(decoding: line, as: UTF8.self)
    }
}
