import Glibc

/// The bytes of every accepted file, by their hash: `archive/ab/abcdef…` in the state folder.
struct Archive: ~Copyable {
    private let folder: FileDescriptor

    init(state: String) throws(SystemError) {
        let parent = try FileDescriptor.folder(state)
        try parent.makeFolder("archive", mode: 0o750)
        folder = try parent.folder("archive")
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
        try folder.makeFolder(prefix, mode: 0o750)
        let inner = try folder.folder(prefix)
        if try inner.status(of: name)?.size == Int64(content.size) { return }
        try content.keep(in: inner, as: name)
        try folder.synchronize()
    }
}
