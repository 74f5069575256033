import Glibc

/// Who runs a command, for the record of what they did.
package enum LoginName {
    /// The name that the person logged in with, which `sudo` leaves alone; else that of the process's user.
    package static var current: String {
        let written = try? FileDescriptor.regularFile("/proc/self/loginuid").readAll(limit: 16)
        let login = written.flatMap { UInt32(String(decoding: $0, as: UTF8.self)) }
        // All bits set: nobody has logged in, as in a service or a container.
        let user = login.flatMap { $0 == .max ? nil : $0 } ?? getuid()
        return name(of: user) ?? "uid \(user)"
    }

    private static func name(of user: uid_t) -> String? {
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        return unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return nil }
            // Safe: the name is copied while the buffer that holds it is there.
            let code = unsafe getpwuid_r(user, &entry, start, buffer.count, &found)
            guard code == 0, unsafe found != nil, let name = unsafe entry.pw_name else {
                return nil
            }
            return unsafe String(cString: name)
        }
    }
}
