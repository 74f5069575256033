import CLinux
import Glibc

/// A call of the operating system that failed: which, on what, and its error number.
package struct SystemError: Error, CustomStringConvertible, Equatable {
    /// The call and its object, such as `open /srv/shirube/drops`.
    package let call: String
    /// The error number.
    package let number: Int32

    /// The error of the call that has just failed, with the thread's `errno`.
    static func last(_ call: String) -> SystemError {
        SystemError(call: call, number: errno)
    }

    /// The call and the system's words for the error.
    package var description: String { "\(call): \(Self.words(number))" }

    /// The system's words for an error number.
    static func words(_ number: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let result = unsafe buffer.withUnsafeMutableBytes { bytes -> Int32 in
            guard let base = bytes.baseAddress else { return ERANGE }
            return unsafe strerror_r(number, base, bytes.count)
        }
        guard result == 0 else { return "error \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// A file descriptor that is closed when it goes out of scope.
package struct FileDescriptor: ~Copyable {
    /// The number that system calls take.
    let raw: Int32

    init(owning raw: Int32) {
        self.raw = raw
    }

    deinit {
        close(raw)
    }

    /// Opens a folder by its path, which comes from the configuration and may hold symbolic links.
    static func folder(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = unsafe path.withCString { path in
            unsafe shirube_openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        }
        guard raw >= 0 else { throw .last("open \(path)") }
        return FileDescriptor(owning: raw)
    }

    /// Opens a file for reading by a path that somebody has typed, which may hold symbolic links.
    ///
    /// `O_NONBLOCK` keeps a named pipe from holding the caller up; the caller checks what was opened.
    static func file(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = unsafe path.withCString { path in
            unsafe shirube_openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0)
        }
        guard raw >= 0 else { throw .last("open \(path)") }
        return FileDescriptor(owning: raw)
    }

    /// Opens a folder below this one, by a single name that must not be a symbolic link.
    func folder(_ name: FileName) throws(SystemError) -> FileDescriptor {
        try open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }

    /// Opens a file below this folder, by a single name that must not be a symbolic link.
    ///
    /// `O_NONBLOCK` keeps a named pipe from holding the caller up; the caller checks what was opened.
    func file(_ name: FileName) throws(SystemError) -> FileDescriptor {
        try open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }

    /// Creates a file below this folder for writing; one that is there already is emptied.
    func newFile(_ name: FileName, mode: mode_t) throws(SystemError) -> FileDescriptor {
        try open(name, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
    }

    /// Writes a file below this folder whole or not at all: first under another name, then renamed.
    func replace(_ name: FileName, with bytes: [UInt8]) throws(SystemError) {
        let temporary: FileName = ".replacement.tmp"
        let file = try newFile(temporary, mode: 0o640)
        try file.writeAll(bytes)
        try file.synchronize()
        let result = unsafe temporary.withCString { from in
            unsafe name.withCString { to in unsafe renameat(raw, from, raw, to) }
        }
        guard result == 0 else { throw .last("write \(name)") }
    }

    private func open(
        _ name: FileName, _ flags: Int32, _ mode: mode_t = 0
    ) throws(SystemError) -> FileDescriptor {
        let opened = unsafe name.withCString { unsafe shirube_openat(raw, $0, flags, mode) }
        guard opened >= 0 else { throw .last("open \(name)") }
        return FileDescriptor(owning: opened)
    }

    /// Makes a folder below this one; nothing happens where it is there already.
    func makeFolder(_ name: FileName, mode: mode_t) throws(SystemError) {
        guard unsafe name.withCString({ unsafe mkdirat(raw, $0, mode) }) != 0 else { return }
        guard errno == EEXIST else { throw .last("make the folder \(name)") }
    }

    /// Removes an empty folder below this one; nothing happens where it is gone or not empty.
    func removeEmptyFolder(_ name: FileName) {
        _ = unsafe name.withCString { unsafe unlinkat(raw, $0, AT_REMOVEDIR) }
    }

    /// Moves an entry into another folder on the same file system; an existing target is never overwritten.
    ///
    /// - Returns: false where the target exists; the entry then stays where it is.
    func move(
        _ name: FileName, to folder: borrowing FileDescriptor, as newName: FileName
    ) throws(SystemError) -> Bool {
        let target = folder.raw
        let result = unsafe name.withCString { from in
            unsafe newName.withCString { to in
                unsafe shirube_rename_no_replace(raw, from, target, to)
            }
        }
        if result == 0 { return true }
        guard errno == EEXIST else { throw .last("move \(name)") }
        return false
    }

    /// What the descriptor is open on.
    func status() throws(SystemError) -> FileStatus {
        var buffer = stat()
        guard unsafe fstat(raw, &buffer) == 0 else { throw .last("look at an open file") }
        return FileStatus(buffer)
    }

    /// What an entry below this folder is, without following a symbolic link; nil where it is gone.
    func status(of name: FileName) throws(SystemError) -> FileStatus? {
        var buffer = stat()
        let result = unsafe name.withCString {
            unsafe fstatat(raw, $0, &buffer, AT_SYMLINK_NOFOLLOW)
        }
        if result == 0 { return FileStatus(buffer) }
        guard errno == ENOENT else { throw .last("look at \(name)") }
        return nil
    }

    /// Makes what was written, or the entries of a folder, survive a power cut.
    func synchronize() throws(SystemError) {
        guard fsync(raw) == 0 else { throw .last("fsync") }
    }

    /// Reads up to `limit` bytes to the end of the file.
    func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let wanted = min(chunk.count, limit - bytes.count)
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(raw, $0.baseAddress, wanted)
            }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last("read")
            }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    /// Reads the bytes of a range, wherever the file was read last; fewer where the file ends before.
    func bytes(in range: Range<Int>) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                // Safe: what is left of the buffer is as long as what is asked for.
                let count = unsafe pread(
                    raw, buffer.baseAddress.map { unsafe $0 + filled }, range.count - filled,
                    off_t(range.lowerBound + filled))
                if count == 0 { break }
                if count < 0 {
                    if errno == EINTR { continue }
                    failure = .last("read")
                    break
                }
                filled += count
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all bytes.
    func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(raw, buffer.baseAddress.map { unsafe $0 + start }, bytes.count - start)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last("write")
            }
            start += count
        }
    }
}

/// What the file system says of an entry.
package struct FileStatus: Equatable, Sendable {
    /// Device, inode, size, and the times of change to the nanosecond: a file that has changed differs in one.
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let modified: Int128
    let changed: Int128
    private let mode: mode_t

    init(_ buffer: stat) {
        device = UInt64(buffer.st_dev)
        inode = UInt64(buffer.st_ino)
        size = Int64(buffer.st_size)
        modified = Self.nanoseconds(buffer.st_mtim)
        changed = Self.nanoseconds(buffer.st_ctim)
        mode = buffer.st_mode
    }

    var isRegular: Bool { mode & S_IFMT == S_IFREG }
    var isFolder: Bool { mode & S_IFMT == S_IFDIR }

    /// Whether it is the same file with the same content, even where it has been moved since.
    func hasSameContent(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode && size == other.size
            && modified == other.modified
    }

    private static func nanoseconds(_ time: timespec) -> Int128 {
        Int128(time.tv_sec) * 1_000_000_000 + Int128(time.tv_nsec)
    }
}
