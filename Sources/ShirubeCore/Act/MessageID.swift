/// Message-IDs that never change: the same notice to the same recipient has the same one at every
/// attempt.
package enum MessageID {
    /// The Message-ID of a notice to one recipient, with its angle brackets.
    ///
    /// - Parameters:
    ///   - notice: what is unique to the notice among all that this installation sends.
    ///   - recipient: the recipient's address.
    ///   - domain: the sender's domain, such as that of the From address.
    /// - Returns: an id such as `<0123456789abcdef0123456789abcdef@city.example>`.
    package static func make(notice: String, recipient: String, domain: String) -> String {
        // A zero byte occurs in neither part, so two different pairs never run together.
        "<\(StableHash.hex(Array(notice.utf8) + [0] + Array(recipient.utf8)))@\(domain)>"
    }
}

/// A hash that is the same on every machine and in every run.
enum StableHash {
    /// FNV-1a over 128 bits (draft-eastlake-fnv, "The FNV Non-Cryptographic Hash Algorithm"), as 32
    /// hexadecimal digits; it tells apart, it protects nothing.
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in bytes { hash = (hash ^ UInt128(byte)) &* prime }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }
}
