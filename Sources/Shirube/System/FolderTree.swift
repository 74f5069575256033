import CLinux
import Glibc

// Whole trees of files of our own making, below an open folder.

extension FileDescriptor {
    /// The names in this folder, in no order, without `.` and `..`.
    func names(progress: () -> Void = {}) throws(SystemError) -> [FileName] {
        // A second descriptor of its own, because closedir(3) closes the one it was given.
        let own = unsafe openat(raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = unsafe fdopendir(own) else { throw .last("list a folder") }
        defer { unsafe closedir(stream) }
        var names: [FileName] = []
        while let entry = unsafe readdir(stream) {
            let bytes = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    unsafe Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                }
            }
            if let name = FileName(bytes) { names.append(name) }
            progress()
        }
        return names
    }

    /// Removes an entry below this folder with all that is in it; links are removed, never followed.
    func removeTree(_ name: FileName) throws(SystemError) {
        guard let status = try status(of: name) else { return }
        guard status.kind == .folder else { return try remove(name) }
        let inner = try folder(name)
        for entry in try inner.names() { try inner.removeTree(entry) }
        removeEmptyFolder(name)
    }

    /// Opens the folder in which a file lies, by its path below this folder; makes the folders that are missing.
    func folder(above path: [FileName], mode: mode_t) throws(SystemError) -> FileDescriptor {
        guard let first = path.first, path.count > 1 else { return try folder(".") }
        return try folder(making: first, mode: mode).folder(
            above: Array(path.dropFirst()), mode: mode)
    }

    /// Gives a file of another folder a second name in this one; false where the file system cannot.
    func link(
        _ name: FileName, from folder: borrowing FileDescriptor
    ) -> Bool {
        let other = folder.raw
        return unsafe name.withCString { unsafe linkat(other, $0, raw, $0, 0) } == 0
    }

    /// Has two entries below this folder change names, in one step.
    ///
    /// - Returns: false where the file system knows no such step; nothing has happened then.
    func exchange(_ one: FileName, _ other: FileName) throws(SystemError) -> Bool {
        let result = unsafe one.withCString { one in
            unsafe other.withCString { other in unsafe shirube_exchange(raw, one, other) }
        }
        if result == 0 { return true }
        guard [EINVAL, ENOSYS].contains(errno) else { throw .last("write \(other)") }
        return false
    }

    /// Sees to it that all that was written to this folder's file system is on the disk.
    func synchronizeFileSystem() throws(SystemError) {
        guard shirube_sync_file_system(raw) == 0 else { throw .last("write to the disk") }
    }

    /// Keeps others out of this folder who ask for the same, until it is closed; false where somebody has it.
    func tryLock() -> Bool { flock(raw, LOCK_EX | LOCK_NB) == 0 }

    /// Says who may do what with what is open, whatever this process's mask took away.
    func setMode(_ mode: mode_t) throws(SystemError) {
        guard fchmod(raw, mode) == 0 else { throw .last("write") }
    }
}
