import Crypto
import Glibc

/// What a claimed file holds, read once, with the hash that is its identity.
struct ClaimedContent {
    /// The bytes; nil where there are more than the limit, or where it cannot be opened.
    let bytes: [UInt8]?
    /// Why it cannot be opened; nil where it could.
    let fault: SystemError?
    /// The size in bytes.
    let size: Int
    /// SHA-256 of all bytes, in lower-case hexadecimal digits.
    let sha256: String

    /// Reads a claimed file; nil where its writer still changed it meanwhile.
    ///
    /// One that cannot be opened is content too, which will be rejected: it must not stay where nobody looks.
    static func read(
        _ claim: DropFolder.Claim, in folder: borrowing DropFolder, limit: Int
    ) -> ClaimedContent? {
        do throws(SystemError) {
            return try read(try folder.open(claim), limit: limit)
        } catch {
            return ClaimedContent(bytes: nil, fault: error, size: 0, sha256: Self.hex(SHA256()))
        }
    }

    /// Reads an open file; nil where it was changed meanwhile.
    static func read(
        _ file: borrowing FileDescriptor, limit: Int
    ) throws(SystemError) -> ClaimedContent? {
        let before = try file.status()
        guard before.isRegular else {
            throw SystemError(call: "read what is no regular file", number: EINVAL)
        }
        var kept: [UInt8] = []
        var size = 0
        var hash = SHA256()
        while true {
            let chunk = try file.readAll(limit: 1 << 20)
            if chunk.isEmpty { break }
            size += chunk.count
            hash.update(data: chunk)
            if size <= limit { kept += chunk } else { kept = [] }
        }
        guard try file.status().hasSameContent(as: before), size == before.size else { return nil }
        return ClaimedContent(
            bytes: size <= limit ? kept : nil, fault: nil, size: size, sha256: hex(hash))
    }

    /// The digits of a finished hash.
    static func hex(_ hash: SHA256) -> String {
        hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
