/// A stable, typeable name for a `Subject`, as the strategy file spells it.
///
/// The type parameter keeps the id of a department from being passed for that of an indicator.
package struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The id as written.
    package let text: String

    /// Takes an id as it is, without checking its spelling.
    package init(_ text: String) {
        self.text = text
    }

    /// Takes an id that keeps to the spelling rule, else nil.
    ///
    /// The rule: 1 to 64 of `a`–`z`, `0`–`9` and `-`, the first not a `-`, so that every id is also a safe
    /// folder name and can be typed on any keyboard.
    package init?(checking text: String) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), bytes.first != UInt8(ascii: "-"),
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool {
        left.text < right.text
    }
}
