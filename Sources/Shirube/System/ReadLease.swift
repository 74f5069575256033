import CLinux
import Glibc

/// Whether anybody has a file open for writing, as far as the system tells.
enum Writer: Equatable {
    /// Nobody on this host has.
    case none
    /// Somebody has.
    case some
    /// The system does not tell.
    case unknown
}

extension FileDescriptor {
    /// Whether anybody has the file open for writing, asked by a read lease that is given up at once (fcntl(2)).
    ///
    /// The kernel grants it for files of the caller's own user, of others with CAP_LEASE. What it says of a file
    /// that another host serves is about that host's grants, and proves nothing.
    func writer() -> Writer {
        if isRemote { return .unknown }
        if shirube_try_read_lease(raw) == 0 { return .none }
        return errno == EAGAIN ? .some : .unknown
    }

    /// Whether the file or folder lies on another host, or one cannot tell.
    var isRemote: Bool {
        // Nobody knows; NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS and Ceph (linux/magic.h).
        [
            0, 0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x5346_414F,
            0x00C3_6400,
        ].contains(shirube_file_system(raw))
    }
}
