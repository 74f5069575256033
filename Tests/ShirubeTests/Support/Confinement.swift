import Foundation

/// A start of the real program under a kernel or a user that gives it less than the tests themselves have.
///
/// A small Python program narrows itself and then becomes the program: by a seccomp filter, as systemd's
/// sandbox does it, by another user, or by something of its own in the place of a folder or file.
enum Confinement {
    /// What the program is denied.
    enum Kind {
        /// The call openat2(2) fails with this error number.
        case openat2(error: Int32)
        /// No file system gives files without a name (O_TMPFILE).
        case namelessFiles
        /// The system gives no inotify.
        case blind
        /// It runs as a user that owns nothing but what it is given.
        case nobody
        /// The system's list of names is another file.
        case hosts(file: String)
        /// A folder lies on a file system of this many bytes.
        case small(folder: String, bytes: Int)
    }

    /// The arguments by which Python starts a program under a confinement.
    static func arguments(_ kind: Kind, _ program: [String]) -> [String] {
        let words =
            switch kind {
            case .openat2(let error): ["openat2", "\(error)"]
            case .namelessFiles: ["nameless", ""]
            case .blind: ["blind", ""]
            case .nobody: ["nobody", ""]
            case .hosts(let file): ["hosts", file]
            case .small(let folder, let bytes): ["small", "\(folder):\(bytes)"]
            }
        return ["-c", script] + words + program
    }

    /// The identifier of the user `nobody`.
    static let nobody: UInt32 = 65_534

    // openat2: load the call's number; where it is 437 (on every architecture) give the error, else allow.
    // blind: the same for inotify_init1, with ENOSYS (38).
    // nameless: where openat's flags hold O_TMPFILE give EOPNOTSUPP (95), else allow.
    private static let script = """
        import ctypes, os, platform, struct, sys
        kind, detail, program = sys.argv[1], sys.argv[2], sys.argv[3:]
        libc = ctypes.CDLL(None, use_errno=True)
        def check(result, what):
            if result != 0: sys.exit(f"{what}: {os.strerror(ctypes.get_errno())}")
        def confine(code):
            text = b"".join(struct.pack("HBBI", *line) for line in code)
            filter = ctypes.create_string_buffer(text)
            head = struct.pack("HxxxxxxP", len(code), ctypes.addressof(filter))
            check(libc.prctl(38, 1, 0, 0, 0), "no new privileges")
            check(libc.prctl(22, 2, ctypes.c_char_p(head), 0, 0), "seccomp")
        allow = (0x06, 0, 0, 0x7fff0000)
        if kind == "openat2":
            confine([(0x20, 0, 0, 0), (0x15, 0, 1, 437), (0x06, 0, 0, 0x50000 | int(detail)), allow])
            ctypes.set_errno(0)
            libc.syscall(437, -100, b".", 0, 0)
            if ctypes.get_errno() != int(detail): sys.exit("the filter does not hold")
        elif kind == "blind":
            call = 294 if platform.machine() == "x86_64" else 26
            confine([(0x20, 0, 0, 0), (0x15, 0, 1, call), (0x06, 0, 0, 0x50000 | 38), allow])
            if libc.inotify_init1(0) != -1: sys.exit("the filter does not hold")
        elif kind == "nameless":
            openat = 257 if platform.machine() == "x86_64" else 56
            confine([(0x20, 0, 0, 0), (0x15, 0, 3, openat), (0x20, 0, 0, 32), (0x45, 0, 1, 0o20000000),
                (0x06, 0, 0, 0x50000 | 95), allow])
            try:
                os.open("/tmp", os.O_TMPFILE | os.O_RDWR)
                sys.exit("the filter does not hold")
            except OSError: pass
        elif kind == "nobody":
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        elif kind in ("small", "hosts"):
            if os.getuid() != 0:
                user, group = os.getuid(), os.getgid()
                check(libc.unshare(0x10000000 | 0x20000), "unshare")
                open("/proc/self/setgroups", "w").write("deny")
                open("/proc/self/uid_map", "w").write(f"0 {user} 1")
                open("/proc/self/gid_map", "w").write(f"0 {group} 1")
            else:
                check(libc.unshare(0x20000), "unshare")
            check(libc.mount(b"none", b"/", None, 0x44000, None), "private mounts")
            if kind == "hosts":
                check(libc.mount(detail.encode(), b"/etc/hosts", None, 0x1000, None), "hosts")
                os.execv(program[0], program)
            folder, size = detail.rsplit(":", 1)
            check(libc.mount(b"tmpfs", folder.encode(), b"tmpfs", 0, f"size={size}".encode()), "tmpfs")
        os.execv(program[0], program)
        """
}
