import Crypto
import Glibc
package import ShirubeCore

/// A regular file that somebody has named on the command line, held open and read where it lies.
package final class NamedFile: Sendable {
    /// Its absolute path.
    package let path: String
    /// Its name, for people.
    package let name: String
    /// How many bytes it has.
    package let size: Int
    let descriptor: FileDescriptor
    private let status: FileStatus

    /// The file cannot be read.
    package struct Unreadable: Error {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Opens a file.
    ///
    /// - Parameter path: where it lies; links are followed, because whoever types it means what it leads to.
    /// - Throws: `Unreadable` where it cannot be opened or is no regular file.
    package init(path: String) throws(Unreadable) {
        do throws(SystemError) {
            descriptor = try FileDescriptor.regularFile(path)
            status = try descriptor.status()
        } catch {
            throw Unreadable(
                message: Wording(
                    ja: "\(path): 読めません（\(error)）。ふつうのファイルで、読む権限があるか確かめてください。",
                    en:
                        "\(path): cannot be read (\(error)). Check that it is a regular file that you "
                        + "may read."))
        }
        self.path = Self.absolute(path)
        let last = self.path.split(separator: "/").last.map { Array($0.utf8) } ?? []
        name = FileName(last)?.description ?? path
        size = Int(status.size)
    }

    /// The content, read piece by piece; it fails to be read where the file cannot be.
    package func content() -> DropBytes {
        DropBytes(count: size) { [self] in try descriptor.read($0) }
    }

    /// The SHA-256 of the content in lower-case hexadecimal digits.
    package func sha256() throws -> String {
        var hash = SHA256()
        var position = 0
        while position < size {
            let bytes = try descriptor.read(position..<min(size, position + (1 << 18)))
            guard !bytes.isEmpty else { break }
            hash.update(data: bytes)
            position += bytes.count
        }
        return ClaimedContent.hex(hash)
    }

    private static func absolute(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
