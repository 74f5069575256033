import CLinux
import Glibc
import Synchronization

/// A private file without a name, gone with the value and with the process: where bytes of any number wait.
final class UnnamedFile: Sendable {
    private let file: FileDescriptor
    private let length = Atomic(0)
    private let ending: @Sendable () -> Void
    /// Whether all of it survives a power cut.
    private let isOnDisk = Atomic(false)

    /// How many bytes it holds.
    var size: Int { length.load(ordering: .relaxed) }

    /// Makes an empty file on the file system of a folder.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - ending: called when the file is gone, or has nothing but its name left.
    /// - Throws: what keeps it from being made.
    init(
        in folder: borrowing FileDescriptor, ending: @escaping @Sendable () -> Void = {}
    ) throws(SystemError) {
        self.ending = ending
        let flags = O_RDWR | O_DIRECTORY | O_CLOEXEC
        let raw = shirube_open_unnamed(folder.raw, flags, 0o640)
        if raw >= 0 {
            file = FileDescriptor(owning: raw)
            return
        }
        // File systems without such files say one of these: there it has a name for a moment.
        guard [EOPNOTSUPP, EISDIR, ENOENT, EINVAL].contains(errno) else {
            throw .last("make an unnamed file")
        }
        let name = Self.momentaryName()
        try folder.remove(name)
        file = try folder.newFile(name, O_RDWR | O_EXCL, mode: 0o640)
        try folder.remove(name)
    }

    deinit {
        ending()
    }

    /// Adds bytes at the end.
    func append(_ bytes: [UInt8]) throws(SystemError) {
        try file.writeAll(bytes)
        length.add(bytes.count, ordering: .relaxed)
        isOnDisk.store(false, ordering: .relaxed)
    }

    /// Makes what it holds survive a power cut once it is kept, which is then the quicker.
    func synchronize() throws(SystemError) {
        if isOnDisk.load(ordering: .relaxed) { return }
        try file.synchronize()
        isOnDisk.store(true, ordering: .relaxed)
    }

    /// A name that nobody else uses at the moment; what has it is from a process that was killed right then.
    private static func momentaryName() -> FileName {
        let number = count.add(1, ordering: .relaxed).newValue
        return FileName(Array(".unnamed-\(getpid())-\(number).tmp".utf8)) ?? ".unnamed.tmp"
    }

    private static let count = Atomic(0)

    /// The bytes of a range, fewer only where the file ends before it does.
    func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] {
        try file.read(range)
    }

    /// Gives it a name that survives a power cut, in the place of what has the name.
    ///
    /// - Parameters:
    ///   - folder: where; on the same file system.
    ///   - name: the name.
    /// - Throws: what keeps it from being written, such as a full disk.
    func keep(in folder: borrowing FileDescriptor, as name: FileName) throws(SystemError) {
        // Content that is kept again after a crash finds here, and clears away, what that has left.
        let temporary = name.transient
        try synchronize()
        try folder.remove(temporary)
        if !link(in: folder, as: temporary) {
            let copy = try folder.newFile(temporary, O_WRONLY | O_EXCL, mode: 0o640)
            for start in stride(from: 0, to: size, by: 1 << 18) {
                try copy.writeAll(try read(start..<min(size, start + 1 << 18)))
            }
            try copy.synchronize()
        }
        try folder.rename(temporary, over: name)
        try folder.synchronize()
    }

    /// Whether it could be linked: a file that was unlinked cannot, nor can any without `/proc`.
    private func link(in folder: borrowing FileDescriptor, as name: FileName) -> Bool {
        let target = folder.raw
        return unsafe name.withCString { to in
            unsafe linkat(AT_FDCWD, "/proc/self/fd/\(file.raw)", target, to, AT_SYMLINK_FOLLOW)
        } == 0
    }
}
