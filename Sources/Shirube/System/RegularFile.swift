import Glibc

/// A regular file, opened for reading and closed with the value.
struct RegularFile: ~Copyable {
    /// The permission bits, such as 0o640, of the very file that is open.
    let mode: UInt32
    private let descriptor: Int32

    /// Opens a file; nil where it cannot be opened or is no regular file.
    init?(path: String) {
        // A named pipe would hold up the open until somebody writes, hence O_NONBLOCK.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        mode = status.st_mode & 0o7777
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// The file's bytes from where it was read last; nil where reading fails or there are more than the maximum.
    func read(maximumBytes: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(maximumBytes + 1, 64 * 1_024))
        while bytes.count <= maximumBytes {
            let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
        return nil
    }
}
