/// Walks over the bytes of a short folded text, taking what it expects.
struct TextScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Whether everything has been taken.
    var isAtEnd: Bool { position == bytes.count }

    /// The byte to come, nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether the byte to come is a digit.
    var isAtDigit: Bool { next.map(Self.isDigit) ?? false }

    /// What has not been taken yet.
    var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

    /// Takes the text if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// Takes the first of the texts that comes next.
    mutating func take(anyOf texts: [String]) -> Bool {
        for text in texts where take(text) { return true }
        return false
    }

    /// Takes the first pair whose text comes next, and says what it stands for.
    mutating func take<Meaning>(_ pairs: [(String, Meaning)]) -> Meaning? {
        for (text, meaning) in pairs where take(text) { return meaning }
        return nil
    }

    /// Takes a whole run of digits and gives its number; nil, taking nothing, where the run is empty or
    /// longer than `maximumDigits` (at most 9).
    mutating func number(maximumDigits: Int) -> Int? {
        let run = bytes[position...].prefix(while: Self.isDigit)
        guard !run.isEmpty, run.count <= maximumDigits else { return nil }
        position += run.count
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Takes digits and thousands marks as they come; empty where there are none.
    mutating func takeDigitsAndCommas() -> String {
        let run = bytes[position...].prefix { Self.isDigit($0) || $0 == UInt8(ascii: ",") }
        position += run.count
        return String(decoding: run, as: UTF8.self)
    }

    /// Moves on over one byte, which may leave the scanner inside a character.
    mutating func skipByte() {
        if position < bytes.count { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
