import Glibc

/// What the file system says of an entry.
package struct FileStatus: Equatable, Sendable {
    /// Device, inode, size, and the times of change to the nanosecond: what has changed differs in one.
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let modified: Int128
    let changed: Int128
    /// How many names it has.
    let linkCount: Int
    private let mode: mode_t

    init(_ buffer: stat) {
        device = UInt64(buffer.st_dev)
        inode = UInt64(buffer.st_ino)
        size = Int64(buffer.st_size)
        modified = Self.nanoseconds(buffer.st_mtim)
        changed = Self.nanoseconds(buffer.st_ctim)
        linkCount = Int(buffer.st_nlink)
        mode = buffer.st_mode
    }

    var isRegular: Bool { mode & S_IFMT == S_IFREG }
    var isFolder: Bool { mode & S_IFMT == S_IFDIR }

    /// Whether it is the same file with the same content, even where it has been moved since.
    func hasSameContent(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode && size == other.size
            && modified == other.modified
    }

    private static func nanoseconds(_ time: timespec) -> Int128 {
        Int128(time.tv_sec) * 1_000_000_000 + Int128(time.tv_nsec)
    }
}
