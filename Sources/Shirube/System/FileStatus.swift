import Glibc

/// What the file system says of an entry.
package struct FileStatus: Equatable, Sendable {
    /// What an entry can be.
    enum Kind: Equatable {
        case regular
        case folder
        case symbolicLink
        case pipe
        case socket
        case device

        /// The kind in words, with its article.
        var words: String {
            switch self {
            case .regular: "a regular file"
            case .folder: "a folder"
            case .symbolicLink: "a symbolic link"
            case .pipe: "a named pipe"
            case .socket: "a socket"
            case .device: "a device"
            }
        }
    }

    /// Device, inode, size, and the times of change to the nanosecond: what has changed differs in one.
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let modified: Int128
    let changed: Int128
    /// How many names it has.
    let linkCount: Int
    /// What it is.
    let kind: Kind
    private let mode: mode_t

    /// Who may do what with it, as in `0o640`.
    var permissions: mode_t { mode & 0o7777 }

    init(_ buffer: stat) {
        device = UInt64(buffer.st_dev)
        inode = UInt64(buffer.st_ino)
        size = Int64(buffer.st_size)
        modified = Self.nanoseconds(buffer.st_mtim)
        changed = Self.nanoseconds(buffer.st_ctim)
        linkCount = Int(buffer.st_nlink)
        mode = buffer.st_mode
        switch buffer.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .symbolicLink
        case S_IFIFO: kind = .pipe
        case S_IFSOCK: kind = .socket
        default: kind = .device
        }
    }

    /// Whether it is the same file or folder, whatever it holds.
    func isSame(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode
    }

    /// Whether it is the same file with the same content, even where it has been moved since.
    func hasSameContent(as other: FileStatus) -> Bool {
        isSame(as: other) && size == other.size && modified == other.modified
            && kind == other.kind
    }

    private static func nanoseconds(_ time: timespec) -> Int128 {
        Int128(time.tv_sec) * 1_000_000_000 + Int128(time.tv_nsec)
    }
}
