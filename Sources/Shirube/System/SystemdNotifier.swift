import Glibc

/// Tells systemd how the daemon is (sd_notify(3)): datagrams to the socket in `$NOTIFY_SOCKET`.
package struct SystemdNotifier: Sendable {
    private let address: [UInt8]?
    /// The kind of socket, `SOCK_DGRAM`.
    ///
    /// Its own type belongs to whichever C module has met its header first, which differs between
    /// builds.
    static let datagrams: Int32 = 2

    /// Makes a notifier for the socket's name; nil (not run by systemd) makes one that says nothing.
    ///
    /// - Parameter socket: the value of `$NOTIFY_SOCKET`: a path, or `@` and an abstract name.
    package init(socket: String?) {
        guard let socket, socket.hasPrefix("/") || socket.hasPrefix("@"), socket.utf8.count < 108
        else {
            address = nil
            return
        }
        var bytes = Array(socket.utf8)
        // An abstract name begins with a zero byte where its written form has an at sign.
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        address = bytes
    }

    /// The daemon has started, or has finished a reload.
    package func ready(status: String) { send("READY=1\nSTATUS=\(status)") }

    /// One line for `systemctl status`.
    package func status(_ line: String) { send("STATUS=\(line)") }

    /// The daemon's loops still go round.
    package func watchdog() { send("WATCHDOG=1") }

    /// The daemon has begun to stop.
    package func stopping() { send("STOPPING=1\nSTATUS=Stopping") }

    /// The daemon has begun to read its configuration anew.
    package func reloading() {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)")
    }

    private func send(_ message: String) {
        guard let address else { return }
        let descriptor = socket(AF_UNIX, Self.datagrams | O_CLOEXEC, 0)
        guard descriptor >= 0 else { return }
        let owned = FileDescriptor(owning: descriptor)
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &target.sun_path) { unsafe $0.copyBytes(from: address) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
        let bytes = Array(message.utf8)
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        // Where systemd does not read, nobody waits for it: a lost notification is
        // repeated by the next one, and there is nobody to tell of it but systemd.
        _ = unsafe withUnsafePointer(to: &target) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe sendto(
                    owned.raw, bytes, bytes.count, flags, generic, length)
            }
        }
    }
}
