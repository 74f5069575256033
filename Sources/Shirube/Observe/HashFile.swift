import Glibc
import ShirubeCore

extension HashRoom {
    /// Hashes that are sent to the file, or asked of it, at once: 256 KiB.
    private static let pieceSize = 1 << 15
    private static let hashSize = 8

    /// Room in a file that nobody else sees, and which is gone with it.
    init(_ file: UnnamedFile) {
        self.init(
            append: { hashes in
                for start in stride(from: 0, to: hashes.count, by: Self.pieceSize) {
                    let piece = hashes[start..<min(hashes.count, start + Self.pieceSize)]
                    try file.append(Self.bytes(of: piece))
                }
            },
            read: { range in
                let start = range.lowerBound * Self.hashSize
                let bytes = try file.read(start..<start + range.count * Self.hashSize)
                guard bytes.count == range.count * Self.hashSize else {
                    throw SystemError(call: "read back what was laid aside", number: EIO)
                }
                return Self.hashes(of: bytes)
            })
    }

    /// Room for a drop that is only looked at, where no folder of the city's has to be writable.
    ///
    /// It lies where large temporary files belong (FHS 3.0, 5.15); in memory where that is not to be had.
    static func temporary() -> HashRoom {
        guard let folder = try? FileDescriptor.folder("/var/tmp"),
            let file = try? UnnamedFile(in: folder)
        else { return .inMemory() }
        return HashRoom(file)
    }

    private static func bytes(of hashes: ArraySlice<UInt64>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * hashSize)
        for hash in hashes {
            for shift in stride(from: 0, to: UInt64(64), by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: hash >> shift))
            }
        }
        return bytes
    }

    private static func hashes(of bytes: [UInt8]) -> [UInt64] {
        stride(from: 0, to: bytes.count, by: hashSize).map { start in
            (0..<hashSize).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
        }
    }
}
