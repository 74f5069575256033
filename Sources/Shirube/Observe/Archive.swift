import Glibc
import Synchronization

/// The bytes of every accepted file, by their hash: `archive/ab/abcdef…` in the state folder.
final class Archive: Sendable {
    private let folder: FileDescriptor
    /// The folders in it that this process knows to survive a power cut.
    private let lasting = Mutex(Set<FileName>())
    /// How many bytes files without a name may still take, or have taken.
    private let setAside = Mutex(0)

    private let leastFreeBytes: Int

    /// Opens the archive, making it where it is missing.
    ///
    /// - Parameters:
    ///   - state: the state folder.
    ///   - leastFreeBytes: how many bytes stay free of copies.
    /// - Throws: what keeps it from being used.
    init(state: String, leastFreeBytes: Int = 0) throws(SystemError) {
        self.leastFreeBytes = leastFreeBytes
        folder = try FileDescriptor.folder(state).folder(making: "archive", mode: 0o750)
    }

    /// A file without a name, in which content waits for what becomes of it.
    ///
    /// Many are filled at once, so that room is set aside for each before it is.
    ///
    /// - Parameter size: how many bytes it is for.
    /// - Returns: the file, whose room is set aside as long as it is there.
    /// - Throws: `SystemError` with `ENOSPC` where there is no such room.
    func makeUnnamed(for size: Int) throws(SystemError) -> UnnamedFile {
        let free = try folder.freeBytes()
        let isGranted = setAside.withLock { setAside in
            guard free - setAside >= size, free - setAside - size >= leastFreeBytes else {
                return false
            }
            setAside += size
            return true
        }
        guard isGranted else { throw SystemError(call: "copy \(size) bytes", number: ENOSPC) }
        do throws(SystemError) {
            return try UnnamedFile(in: folder) { [self] in giveBack(size) }
        } catch {
            giveBack(size)
            throw error
        }
    }

    private func giveBack(_ size: Int) {
        setAside.withLock { $0 -= size }
    }

    /// Whether there is room for the ledger and the archive to grow.
    func hasRoom() throws(SystemError) -> Bool {
        try folder.freeBytes() >= leastFreeBytes
    }

    /// Keeps content; the same is kept once.
    func keep(_ content: UnnamedFile, sha256: String) throws(SystemError) {
        guard let name = FileName(Array(sha256.utf8)),
            let prefix = FileName(Array(sha256.utf8.prefix(2)))
        else { throw SystemError(call: "keep a file of no hash", number: EINVAL) }
        let inner = try self.folder(prefix)
        if try inner.status(of: name)?.size == Int64(content.size) {
            try inner.synchronize()
            return
        }
        try content.keep(in: inner, as: name)
    }

    private func folder(_ prefix: FileName) throws(SystemError) -> FileDescriptor {
        let inner = try folder.folder(making: prefix, mode: 0o750)
        if !lasting.withLock({ $0.contains(prefix) }) {
            try folder.synchronize()
            lasting.withLock { _ = $0.insert(prefix) }
        }
        return inner
    }
}
