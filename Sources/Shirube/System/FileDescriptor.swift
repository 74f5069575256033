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

    /// A file without a name that lives in memory; its number is negative where there can be none.
    static func inMemory(_ label: String) -> FileDescriptor {
        FileDescriptor(owning: unsafe shirube_memory_file(label))
    }

    /// Opens a folder by its path, which comes from the configuration and may hold symbolic links.
    static func folder(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = unsafe path.withCString { path in
            unsafe shirube_openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        }
        guard raw >= 0 else { throw .last("open \(path)") }
        return FileDescriptor(owning: raw)
    }

    /// Opens a regular file for reading by a path that somebody has chosen, which may hold symbolic links.
    ///
    /// `O_NONBLOCK` keeps a named pipe from holding the caller up before it is known to be one.
    static func regularFile(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = unsafe path.withCString { path in
            unsafe shirube_openat(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0)
        }
        guard raw >= 0 else { throw .last("open \(path)") }
        let file = FileDescriptor(owning: raw)
        guard try file.status().kind == .regular else {
            throw SystemError(call: "read what is no regular file", number: EINVAL)
        }
        return file
    }

    /// Makes a file without a name that lives in memory, for libraries that write files and nothing else.
    static func memory() throws(SystemError) -> FileDescriptor {
        let raw = unsafe shirube_memory_file("shirube")
        guard raw >= 0 else { throw .last("make a file in memory") }
        return FileDescriptor(owning: raw)
    }

    /// The path by which this process can open once more what the descriptor is open on.
    var ownPath: String { "/proc/self/fd/\(raw)" }

    /// Opens a folder below this one, by names of which none may be a symbolic link.
    func folder(_ path: [FileName]) throws(SystemError) -> FileDescriptor {
        try open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }

    /// Opens a folder below this one, by a name that may not be a symbolic link.
    func folder(_ name: FileName) throws(SystemError) -> FileDescriptor { try folder([name]) }

    /// Opens a folder below this one, by a name that may not be a symbolic link; makes it where it is missing.
    func folder(making name: FileName, mode: mode_t) throws(SystemError) -> FileDescriptor {
        do throws(SystemError) {
            return try folder(name)
        } catch {
            guard error.number == ENOENT else { throw error }
        }
        try makeFolder(name, mode: mode)
        return try folder(name)
    }

    /// Opens a file below this folder, by names of which none may be a symbolic link.
    ///
    /// `O_NONBLOCK` keeps a named pipe from holding the caller up; the caller checks what was opened.
    func file(_ path: FileName...) throws(SystemError) -> FileDescriptor {
        try open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }

    /// Creates a file below this folder, opened with the flags.
    func newFile(
        _ name: FileName, _ flags: Int32, mode: mode_t
    ) throws(SystemError) -> FileDescriptor {
        try open([name], flags | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode)
    }

    /// Writes a file below this folder whole or not at all: first under another name, then renamed.
    func replace(
        _ name: FileName, with bytes: [UInt8], mode: mode_t = 0o640
    ) throws(SystemError) {
        let temporary = try prepare(name, bytes, mode: mode)
        try rename(temporary, over: name)
    }

    /// Writes a new file below this folder whole or not at all: first under another name, then moved.
    ///
    /// - Returns: false where there is one of that name already, which stays as it is.
    func create(
        _ name: FileName, with bytes: [UInt8], mode: mode_t
    ) throws(SystemError) -> Bool {
        let temporary = try prepare(name, bytes, mode: mode)
        if try move(temporary, to: self, as: name) { return true }
        try remove(temporary)
        return false
    }

    /// Writes a file beside the one whose content it is to become, and gives its name.
    private func prepare(
        _ name: FileName, _ bytes: [UInt8], mode: mode_t
    ) throws(SystemError) -> FileName {
        let temporary = name.transient
        // What others have put there under this name, a pipe or a link, is not what is written into.
        try remove(temporary)
        let file = try newFile(temporary, O_WRONLY | O_EXCL, mode: mode)
        try file.writeAll(bytes)
        try file.synchronize()
        return temporary
    }

    /// Gives an entry below this folder another name, in the place of what has that.
    func rename(_ name: FileName, over newName: FileName) throws(SystemError) {
        let result = unsafe name.withCString { from in
            unsafe newName.withCString { to in unsafe renameat(raw, from, raw, to) }
        }
        guard result == 0 else { throw .last("write \(newName)") }
    }

    /// Removes an entry below this folder that is no folder; nothing happens where it is gone.
    func remove(_ name: FileName) throws(SystemError) {
        guard unsafe name.withCString({ unsafe unlinkat(raw, $0, 0) }) != 0 else { return }
        guard errno == ENOENT else { throw .last("remove \(name)") }
    }

    /// Opens what lies below this folder, in one call where the system knows one that cannot be led astray.
    private func open(
        _ path: [FileName], _ flags: Int32, _ mode: mode_t = 0
    ) throws(SystemError) -> FileDescriptor {
        let opened = unsafe FileName.withCString(path) {
            unsafe shirube_open_beneath(raw, $0, flags, mode)
        }
        if opened >= 0 { return FileDescriptor(owning: opened) }
        // An old kernel, a sandbox that does not know the call, and one that knows an older form of it. EPERM may
        // also be the file's own answer, which the other way of opening gives as well.
        guard [ENOSYS, EPERM, E2BIG].contains(errno) else {
            throw .last("open \(FileName.description(of: path))")
        }
        return try openStepwise(path[...], flags, mode)
    }

    /// Opens what lies below this folder name by name, so that a symbolic link is noticed at each.
    private func openStepwise(
        _ path: ArraySlice<FileName>, _ flags: Int32, _ mode: mode_t
    ) throws(SystemError) -> FileDescriptor {
        guard let first = path.first else {
            throw SystemError(call: "open no path", number: ENOENT)
        }
        let isLast = path.count == 1
        let own = isLast ? flags : O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let opened = unsafe first.withCString {
            unsafe shirube_openat(raw, $0, own, isLast ? mode : 0)
        }
        guard opened >= 0 else { throw .last("open \(first)") }
        let next = FileDescriptor(owning: opened)
        return isLast ? next : try next.openStepwise(path.dropFirst(), flags, mode)
    }

    /// Makes a folder below this one; nothing happens where it is there already.
    func makeFolder(_ name: FileName, mode: mode_t) throws(SystemError) {
        guard unsafe name.withCString({ unsafe mkdirat(raw, $0, mode) }) != 0 else { return }
        guard errno == EEXIST else { throw .last("make the folder \(name)") }
    }

    /// Removes an empty folder below this one; false where it is still there.
    @discardableResult
    func removeEmptyFolder(_ name: FileName) -> Bool {
        unsafe name.withCString { unsafe unlinkat(raw, $0, AT_REMOVEDIR) } == 0 || errno == ENOENT
    }

    /// Moves an entry into another folder on the same file system; an existing target is never overwritten.
    ///
    /// NFS knows no such move, nor do some file systems in user space. Where they have the folder, the target is
    /// looked for before the move, unless others put entries there as well.
    ///
    /// - Parameters:
    ///   - name: the entry.
    ///   - folder: where it is to be.
    ///   - newName: its name there.
    ///   - isOthersToo: whether others put entries into that folder under names of their own.
    /// - Returns: false where the target exists, or cannot be known not to; the entry then stays where it is.
    /// - Throws: what keeps it from being moved.
    func move(
        _ name: FileName, to folder: borrowing FileDescriptor, as newName: FileName,
        isOthersToo: Bool = false
    ) throws(SystemError) -> Bool {
        let target = folder.raw
        func call(_ body: (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>) -> Int32)
            -> Int32
        {
            let result = unsafe name.withCString { from in
                unsafe newName.withCString { to in unsafe body(raw, from, target, to) }
            }
            return result == 0 ? 0 : errno
        }
        var number = unsafe call { unsafe shirube_rename_no_replace($0, $1, $2, $3) }
        if [EINVAL, ENOSYS].contains(number) {
            if isOthersToo {
                // A second name never takes another's place; then the first one is taken away.
                number = unsafe call { unsafe linkat($0, $1, $2, $3, 0) }
                if number == 0 { try remove(name) }
                if [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(number) { return false }
            } else {
                if try folder.status(of: newName) != nil { return false }
                number = unsafe call { unsafe renameat($0, $1, $2, $3) }
            }
        }
        if number == 0 { return true }
        guard number == EEXIST else { throw SystemError(call: "move \(name)", number: number) }
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
        while bytes.count < limit {
            let piece = try piece(limit: min(1 << 16, limit - bytes.count))
            if piece.isEmpty { break }
            bytes += piece
        }
        return bytes
    }

    /// Reads up to `limit` bytes, from where it was read last or from a position; none at the end of the file.
    func piece(limit: Int, at position: Int? = nil) throws(SystemError) -> [UInt8] {
        while true {
            var fault: Int32 = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
                let count =
                    if let position {
                        unsafe pread(raw, buffer.baseAddress, limit, position)
                    } else {
                        unsafe Glibc.read(raw, buffer.baseAddress, limit)
                    }
                if count < 0 { fault = errno }
                filled = max(0, count)
            }
            if fault == 0 { return bytes }
            guard fault == EINTR else { throw SystemError(call: "read", number: fault) }
        }
    }

    /// Reads the bytes of a range, fewer only where the file ends before it does.
    func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] {
        var bytes = try piece(limit: range.count, at: range.lowerBound)
        while !bytes.isEmpty, bytes.count < range.count {
            let start = range.lowerBound + bytes.count
            let more = try piece(limit: range.count - bytes.count, at: start)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// How many bytes the file system still takes from a user without privileges.
    func freeBytes() throws(SystemError) -> Int {
        var buffer = statvfs()
        guard unsafe fstatvfs(raw, &buffer) == 0 else { throw .last("ask for free space") }
        let product = Int(clamping: buffer.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: buffer.f_frsize))
        return product.overflow ? .max : product.partialValue
    }

    /// Writes all bytes.
    func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    raw, buffer.baseAddress.map { unsafe $0 + start }, bytes.count - start)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last("write")
            }
            start += count
        }
    }
}
