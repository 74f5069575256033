import Crypto
import Glibc

/// What a claimed file holds, read once, with the hash that is its identity.
struct ClaimedContent: Sendable {
    /// What came of reading it.
    enum Body: Sendable {
        /// All of it, copied to where nobody else writes.
        case whole(UnnamedFile)
        /// More bytes than the limit: not read.
        case tooLarge
        /// It has further names (hard links), of which anybody's file may be one: not read.
        case linked
        /// It cannot be opened, or is no regular file.
        case unreadable(cause: String)
    }

    /// What came of reading it.
    let body: Body
    /// The size in bytes.
    let size: Int
    /// SHA-256 of the bytes that were read, in lower-case hexadecimal digits.
    let sha256: String

    /// Copies a claimed file into the archive's keeping; nil where its writer still changed it meanwhile.
    ///
    /// One that cannot be opened is content too, which will be rejected: it must not stay where nobody looks.
    ///
    /// - Parameters:
    ///   - claim: the file.
    ///   - folder: the department's folder.
    ///   - archive: where it will be kept if it is accepted.
    ///   - limit: a file of more bytes is not read.
    ///   - progress: called after each piece.
    /// - Returns: what came of it; nil where the file has to be given back.
    /// - Throws: what keeps the copy from being made, such as a full disk; the claim can be read again.
    static func read(
        _ claim: DropFolder.Claim, in folder: DropFolder, into archive: Archive, limit: Int,
        progress: () -> Void = {}
    ) throws(SystemError) -> ClaimedContent? {
        let file: FileDescriptor
        do throws(SystemError) {
            file = try folder.open(claim)
        } catch {
            // These are answers about the file; any other is about the moment, and asked again later.
            guard [EACCES, EPERM, ELOOP, ENXIO, ENODEV].contains(error.number) else { throw error }
            return unread(.unreadable(cause: error.description))
        }
        let status = try file.status()
        if status.kind == .regular, status.linkCount > 1 { return unread(.linked) }
        return try read(
            file, name: claim.name.description, into: archive, limit: limit, progress: progress)
    }

    /// Copies an open file; nil where it is changed meanwhile.
    ///
    /// - Throws: what keeps the copy from being made.
    static func read(
        _ file: borrowing FileDescriptor, name: String, into archive: Archive, limit: Int,
        progress: () -> Void = {}
    ) throws(SystemError) -> ClaimedContent? {
        let before = try file.status()
        guard before.kind == .regular else {
            return unread(.unreadable(cause: "\(name) is \(before.kind.words)"))
        }
        let size = Int(before.size)
        guard size <= limit else { return unread(.tooLarge, size: size) }
        let copy = try archive.makeUnnamed(for: size)
        var hash = SHA256()
        // One byte more than there was: a file that grows for ever is not followed.
        while copy.size <= size {
            let piece = try file.piece(limit: min(1 << 18, size + 1 - copy.size))
            if piece.isEmpty { break }
            hash.update(data: piece)
            try copy.append(piece)
            progress()
        }
        guard try file.status() == before, copy.size == size else { return nil }
        return ClaimedContent(body: .whole(copy), size: size, sha256: hex(hash))
    }

    private static func unread(_ body: Body, size: Int = 0) -> ClaimedContent {
        ClaimedContent(body: body, size: size, sha256: hex(SHA256()))
    }

    /// The SHA-256 of bytes in lower-case hexadecimal digits.
    static func sha256(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(data: bytes)
        return hex(hash)
    }

    /// The digits of a finished hash.
    static func hex(_ hash: SHA256) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * SHA256.byteCount)
        for byte in hash.finalize() {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
