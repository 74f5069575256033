/// Which start of the machine this is, so that a process that was killed can be told from a power cut.
enum BootID {
    /// The kernel's random number of this start (random(4)); empty where it cannot be read, which no start is.
    static let current: String = {
        guard let file = try? FileDescriptor.regularFile("/proc/sys/kernel/random/boot_id"),
            let bytes = try? file.piece(limit: 64)
        else { return "" }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }()
}
