import Glibc

/// The name by which this host introduces itself to mail servers.
enum HostName {
    /// The host's own name, `localhost` where it has none that is a valid domain name.
    static let current: String = {
        var buffer = [CChar](repeating: 0, count: 256)
        let status = unsafe gethostname(&buffer, buffer.count - 1)
        let name = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return status == 0 && isDomainName(name) ? name : "localhost"
    }()

    /// Whether the text is made of letters, digits, hyphens and dots alone (RFC 1123 section 2.1).
    static func isDomainName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
