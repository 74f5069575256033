import Glibc

/// The bytes of every accepted file, by their hash: `archive/ab/abcdef…` in the state folder.
struct Archive: ~Copyable {
    private let folder: FileDescriptor

    init(state: String) throws(SystemError) {
        let parent = try FileDescriptor.folder(state)
        try parent.makeFolder("archive", mode: 0o750)
        folder = try parent.folder("archive")
    }

    /// Keeps the bytes; the same content is kept once.
    func keep(_ bytes: [UInt8], sha256: String) throws(SystemError) {
        guard let name = FileName(Array(sha256.utf8)),
            let prefix = FileName(Array(sha256.utf8.prefix(2)))
        else { throw SystemError(call: "keep a file of no hash", number: EINVAL) }
        try folder.makeFolder(prefix, mode: 0o750)
        let inner = try folder.folder(prefix)
        if try inner.status(of: name)?.size == Int64(bytes.count) { return }
        try inner.replace(name, with: bytes)
        try inner.synchronize()
        try folder.synchronize()
    }
}
