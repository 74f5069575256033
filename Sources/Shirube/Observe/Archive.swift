import Glibc
import Synchronization

/// The bytes of every accepted file, by their hash: `archive/ab/abcdef…` in the state folder.
final class Archive: Sendable {
    private let folder: FileDescriptor
    /// The folders in it that this process knows to survive a power cut.
    private let lasting = Mutex(Set<FileName>())

    init(state: String) throws(SystemError) {
        folder = try FileDescriptor.folder(state).folder(making: "archive", mode: 0o750)
    }

    /// A file without a name, in which content waits for what becomes of it.
    func makeUnnamed() throws(SystemError) -> UnnamedFile {
        try UnnamedFile(in: folder)
    }

    /// How many bytes can still be written where the ledger and the archive lie.
    func freeBytes() throws(SystemError) -> Int {
        try folder.freeBytes()
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
