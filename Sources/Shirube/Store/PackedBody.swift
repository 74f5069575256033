import CZlib
import Foundation
import GRDB

/// Bodies of messages, compressed with zlib once nobody sends them any more.
enum PackedBody {
    /// The body of a row of `message_body`, by its name in SQL, as it was sent; empty where it was removed.
    static func sql(_ row: String) -> String {
        """
        CASE WHEN \(row).size IS NULL THEN \(row).bytes \
        ELSE \(unpacked.name)(\(row).bytes, \(row).size) END
        """
    }

    /// SQL's `shirube_packed(bytes)`; NULL where zlib cannot.
    static let packed = DatabaseFunction(
        "shirube_packed", argumentCount: 1, pure: true
    ) { values in
        Data.fromDatabaseValue(values[0]).flatMap { pack([UInt8]($0)) }.map { Data($0) }
    }

    /// SQL's `shirube_unpacked(bytes, size)`; NULL where the bytes are not what was packed.
    static let unpacked = DatabaseFunction(
        "shirube_unpacked", argumentCount: 2, pure: true
    ) { values in
        guard let bytes = Data.fromDatabaseValue(values[0]),
            let size = Int.fromDatabaseValue(values[1])
        else { return nil }
        return unpack([UInt8](bytes), size: size).map { Data($0) }
    }

    /// The bytes compressed; nil where zlib cannot.
    static func pack(_ bytes: [UInt8]) -> [UInt8]? {
        var length = compressBound(uLong(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(length))
        let code = unsafe result.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe compress2(
                    target.baseAddress, &length, source.baseAddress, uLong(source.count),
                    Z_DEFAULT_COMPRESSION)
            }
        }
        return code == Z_OK ? Array(result.prefix(Int(length))) : nil
    }

    /// What was compressed, which had so many bytes; nil where it was not.
    static func unpack(_ bytes: [UInt8], size: Int) -> [UInt8]? {
        guard size >= 0 else { return nil }
        // One more, so that what is longer than it should be is noticed, and that there is room for nothing.
        var length = uLong(size + 1)
        var result = [UInt8](repeating: 0, count: size + 1)
        let code = unsafe result.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe uncompress(
                    target.baseAddress, &length, source.baseAddress, uLong(source.count))
            }
        }
        return code == Z_OK && Int(length) == size ? Array(result.prefix(size)) : nil
    }
}
