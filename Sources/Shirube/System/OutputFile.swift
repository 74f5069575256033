import Glibc

/// A file that a command writes where it was told to.
package enum OutputFile {
    /// Writes a file whole or not at all; the folder must be there.
    ///
    /// - Parameters:
    ///   - bytes: the content.
    ///   - path: where, absolute or from the current folder.
    ///   - overwriting: whether a file that is there may be replaced.
    /// - Returns: false where a file is there that may not be replaced.
    /// - Throws: `SystemError` where it cannot be written.
    package static func write(
        _ bytes: [UInt8], to path: String, overwriting: Bool
    ) throws(SystemError) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let last = parts.last, let name = FileName(Array(last)) else {
            throw SystemError(call: "write \(path)", number: EISDIR)
        }
        let start = path.utf8.count - last.count
        let folder = start == 0 ? "." : String(decoding: path.utf8.prefix(start), as: UTF8.self)
        let opened = try FileDescriptor.folder(folder)
        guard overwriting else { return try opened.create(name, with: bytes, mode: 0o644) }
        if try opened.status(of: name)?.kind == .folder {
            throw SystemError(call: "write \(path)", number: EISDIR)
        }
        try opened.replace(name, with: bytes, mode: 0o644)
        return true
    }
}
