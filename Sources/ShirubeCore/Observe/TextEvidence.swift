/// What the bytes of a file say of how its text is written.
package struct TextEvidence: Sendable, Equatable {
    /// How many line ends of each kind there are, within quoted cells and elsewhere.
    package struct LineEnds: Sendable, Equatable {
        /// CR LF, as Windows writes it.
        package var pairs = 0
        /// LF alone.
        package var feeds = 0
        /// CR alone.
        package var returns = 0

        /// All of them.
        package var total: Int { pairs + feeds + returns }
    }

    /// The encoding.
    package let encoding: TextEncoding
    /// How it was found.
    package let reason: Wording
    /// The byte between cells.
    package let delimiter: UInt8
    /// Whether the profile of the department says so, and not the file.
    package let isDelimiterOfProfile: Bool
    /// The line ends that end rows.
    package private(set) var lineEnds = LineEnds()
    /// The line ends within quoted cells.
    package private(set) var quotedLineEnds = LineEnds()
    /// Whether the last row has a line end.
    package private(set) var endsWithLineEnd = false

    /// Looks at a file whose bytes all fit the encoding; `profile` may say what separates its cells.
    init(
        _ source: DropBytes, encoding: TextEncoding, fileName: String,
        profile: DropProfile = DropProfile()
    ) throws {
        self.encoding = encoding
        reason = try Self.reason(for: encoding, source)
        var pieces = try TextPieces(source, encoding: encoding)
        var piece = try pieces.next()
        isDelimiterOfProfile = profile.delimiter != nil
        delimiter =
            try profile.delimiter?.byte
            ?? Delimiter.find(in: source, encoding: encoding, fileName: fileName)
        var isQuoted = false
        var previous: UInt8 = 0
        while !piece.isEmpty {
            for byte in piece {
                count(byte, after: previous, isQuoted: isQuoted)
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                previous = byte
            }
            piece = try pieces.next()
        }
        endsWithLineEnd = previous == 0x0A || previous == 0x0D
    }

    private mutating func count(_ byte: UInt8, after previous: UInt8, isQuoted: Bool) {
        let path = isQuoted ? \TextEvidence.quotedLineEnds : \TextEvidence.lineEnds
        switch (previous, byte) {
        case (0x0D, 0x0A):
            self[keyPath: path].returns -= 1
            self[keyPath: path].pairs += 1
        case (_, 0x0A): self[keyPath: path].feeds += 1
        case (_, 0x0D): self[keyPath: path].returns += 1
        default: break
        }
    }

    /// The delimiter for people.
    package var delimiterWording: Wording {
        switch delimiter {
        case UInt8(ascii: "\t"): Wording(ja: "タブ", en: "tab")
        case UInt8(ascii: ";"): Wording(ja: "セミコロン", en: "semicolon")
        default: Wording(ja: "コンマ", en: "comma")
        }
    }

    private static func reason(for encoding: TextEncoding, _ source: DropBytes) throws -> Wording {
        let first = try source.piece(at: 0)
        switch encoding {
        case .utf8WithMark:
            return Wording(ja: "先頭にUTF-8の印（EF BB BF）がある", en: "it begins with the mark EF BB BF")
        case .utf16LittleEndian, .utf16BigEndian:
            return first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF])
                ? Wording(ja: "先頭にUTF-16の印がある", en: "it begins with the mark of UTF-16")
                : Wording(
                    ja: "印はないが、0のバイトがUTF-16の並びになっている", en: "no mark, but zero bytes as in UTF-16")
        case .utf8: return try reasonForUTF8(source)
        case .cp932: return try reasonForCP932(source)
        }
    }

    private static func reasonForUTF8(_ source: DropBytes) throws -> Wording {
        var scan = UTF8Scan()
        _ = try scan.fault(in: source, from: 0)
        guard scan.hasLonger || scan.hasTwoByte else {
            return Wording(
                ja: "英数字と記号だけなので、どの文字コードでも同じ", en: "ASCII alone, the same in every encoding")
        }
        return Wording(
            ja: "印はないが、全体がUTF-8として正しい", en: "no mark, but all of it is well-formed UTF-8")
    }

    private static func reasonForCP932(_ source: DropBytes) throws -> Wording {
        var scan = UTF8Scan()
        guard let position = try scan.fault(in: source, from: 0) else {
            return Wording(
                ja: "UTF-8としても読めるが2バイトの文字だけなので、半角カナのCP932とみた",
                en:
                    "it would be UTF-8 too, but only of two-byte characters: half-width kana in CP932"
            )
        }
        return Wording(
            ja: "\(position + 1)バイト目からUTF-8ではなく、全体がCP932として正しい",
            en: "byte \(position + 1) is not UTF-8, and all of it is CP932")
    }
}
