import Glibc
import ShirubeCore

/// The name of one entry in a folder: bytes, which need not be text.
package struct FileName: Hashable, Comparable, Sendable {
    /// The bytes, never empty, without `/` and NUL.
    package let bytes: [UInt8]

    /// Makes a name, or nil where the bytes cannot be one.
    package init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")),
            bytes != Array(".".utf8), bytes != Array("..".utf8)
        else { return nil }
        self.bytes = bytes
    }

    /// Makes a name from text of our own making.
    init(_ text: StaticString) {
        bytes = Array(text.description.utf8)
    }

    /// Makes a name from an id, whose spelling is always that of a name.
    init<Subject>(_ id: Identifier<Subject>) {
        bytes = Array(id.text.utf8)
    }

    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        unsafe Self.withCString([self], body)
    }

    /// Hands over the names as one path.
    static func withCString<Result>(
        _ path: [FileName], _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        let joined = path.map(\.bytes).joined(separator: [UInt8(ascii: "/")])
        let terminated = joined.map { CChar(bitPattern: $0) } + [0]
        return unsafe terminated.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                preconditionFailure("a terminated name has at least one byte")
            }
            return unsafe body(base)
        }
    }

    /// The name in lower-case ASCII letters, for comparing endings; other bytes stay as they are.
    private var lowercased: [UInt8] {
        bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }

    /// Whether office programs, file managers and transfers use such names for files of their own.
    ///
    /// Dot files; `~$` and `.~lock.` of office programs; `.tmp`, `.part`, `.crdownload`, `.swp` and their like of
    /// saving and transfer; Thumbs.db and desktop.ini of Windows. Those of macOS (.DS_Store, ._x) are dot files.
    package var isTransient: Bool {
        let name = lowercased
        let endings = [
            ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", "~",
        ]
        let whole = [
            "thumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "lost+found",
        ]
        return name.starts(with: ".".utf8) || name.starts(with: "~$".utf8)
            || whole.contains { name.elementsEqual($0.utf8) }
            || endings.contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// The name of a file that is to become the one of this name: `isTransient`, and a name for certain.
    var transient: FileName {
        let ending = FileName(".replacement.tmp")
        return FileName(Array(".".utf8) + shortened(to: 230).bytes + ending.bytes) ?? ending
    }

    /// The name shortened to at most `limit` bytes, with its ending kept and no character cut in two.
    func shortened(to limit: Int) -> FileName {
        guard bytes.count > limit else { return self }
        let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        let ending = bytes.endIndex - dot <= 8 ? Array(bytes[dot...]) : []
        var stem = Array(bytes.prefix(limit - ending.count))
        // Continuation bytes of UTF-8 at the cut belong to a character that is no longer whole.
        while let last = stem.last, last & 0xC0 == 0x80 { stem.removeLast() }
        if let last = stem.last, last >= 0xC0 { stem.removeLast() }
        return FileName(stem + ending) ?? self
    }

    package static func < (left: FileName, right: FileName) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension FileName: CustomStringConvertible {
    /// The name for people, by which no two names look the same.
    ///
    /// Bytes that are no text, controls, direction marks and the backslash itself are shown as escapes.
    package var description: String {
        var text = ""
        var decoder = UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var position = bytes.startIndex
        while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let encoded):
                position += encoded.count
                text += Self.shown(UTF8.decode(encoded))
            case .error(let length):
                for byte in bytes[position..<position + length] {
                    text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }
                position += length
            case .emptyInput: return text
            }
        }
    }

    /// The path that the names make, for people.
    static func description(of path: [FileName]) -> String {
        path.map(\.description).joined(separator: "/")
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            "\\u{\(String(scalar.value, radix: 16))}"
        default: scalar == "\\" ? "\\\\" : String(scalar)
        }
    }
}
