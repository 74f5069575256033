import Glibc

/// Reads keys one by one, without showing them, until it is told to stop; Ctrl-C still interrupts.
struct KeyMode {
    private var before = termios()

    /// Begins; nil where standard input is no terminal.
    init?() {
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard unsafe tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
    }

    /// Leaves the terminal as it was; `discarding` drops what has been typed and not been read.
    func end(discarding: Bool = false) {
        var saved = before
        _ = unsafe tcsetattr(STDIN_FILENO, discarding ? TCSAFLUSH : TCSANOW, &saved)
    }

    /// The keys that have been pressed, as bytes; empty at the end of the input.
    static func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        }
        return Array(bytes.prefix(max(0, count)))
    }

    /// Whether a key waits to be read, or comes within so many milliseconds.
    static func isPressed(within milliseconds: Int32) -> Bool {
        var key = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&key, 1, milliseconds) > 0
    }

    /// Divides what was read into keys: a letter each, and sequences such as `ESC [ A` for an arrow.
    static func keys(in bytes: [UInt8]) -> [String] {
        var keys: [String] = []
        var rest = bytes[...]
        while let first = rest.first {
            var length = 1
            if first == 0x1B, rest.count > 2 {
                let end = rest.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
                length = (end ?? rest.endIndex - 1) - rest.startIndex + 1
            }
            keys.append(String(decoding: rest.prefix(length), as: UTF8.self))
            rest = rest.dropFirst(length)
        }
        return keys
    }
}
