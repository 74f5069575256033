/// An address of the internet protocol, version 4 or 6, as its bytes in network order.
package struct NetworkAddress: Sendable, Equatable {
    /// The bytes: 4 of version 4, 16 of version 6.
    package let bytes: [UInt8]

    /// Makes an address of its bytes; nil where they are neither 4 nor 16.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads an address, which may stand in the brackets of a URL; nil where the text is none.
    ///
    /// Version 4 is four decimal numbers without leading zeros (RFC 6943 section 3.1.1 tells of the other spellings, which
    /// libcurl turns into this one); version 6 is RFC 4291 section 2.2, in all three forms. An interface (`%eth0`) is
    /// passed over: it does not change what the address is.
    package init?(_ text: String) {
        var text = text.utf8[...]
        let isBracketed = text.first == UInt8(ascii: "[")
        if isBracketed {
            guard text.last == UInt8(ascii: "]"), text.count > 2 else { return nil }
            text = text.dropFirst().dropLast()
        }
        if let four = Self.four(text) {
            // Brackets are for version 6 alone (RFC 3986 section 3.2.2).
            guard !isBracketed else { return nil }
            bytes = four
        } else if let six = Self.six(text) {
            bytes = six
        } else {
            return nil
        }
    }

    private static func four(_ text: Substring.UTF8View) -> [UInt8]? {
        let fields = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        let numbers = fields.compactMap(octet)
        return numbers.count == 4 ? numbers : nil
    }

    private static func octet(_ digits: Substring.UTF8View) -> UInt8? {
        guard (1...3).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return UInt8(exactly: value)
    }

    private static func six(_ text: Substring.UTF8View) -> [UInt8]? {
        let address = text.prefix { $0 != UInt8(ascii: "%") }
        // An empty interface is none.
        guard address.count == text.count || address.count + 1 < text.count else { return nil }
        guard let gap = Self.gap(in: address) else {
            let groups = Self.groups(address)
            return groups?.count == 16 ? groups : nil
        }
        guard let head = groups(address[..<gap], mayEndInFour: false),
            let tail = groups(address[address.index(gap, offsetBy: 2)...]),
            head.count + tail.count <= 14
        else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// Where the first `::` stands; nil where there is none.
    private static func gap(in text: Substring.UTF8View) -> Substring.UTF8View.Index? {
        zip(text.indices, text.indices.dropFirst()).first { first, second in
            text[first] == UInt8(ascii: ":") && text[second] == UInt8(ascii: ":")
        }?.0
    }

    /// The bytes of groups of hexadecimal digits, the last of which may be an address of version 4; empty for no text.
    private static func groups(
        _ text: Substring.UTF8View, mayEndInFour: Bool = true
    ) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (position, field) in fields.enumerated() {
            if let value = group(field) {
                bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
            } else if mayEndInFour, position == fields.count - 1, let last = four(field) {
                bytes += last
            } else {
                return nil
            }
        }
        return bytes.count <= 16 ? bytes : nil
    }

    private static func group(_ digits: Substring.UTF8View) -> UInt16? {
        guard (1...4).contains(digits.count) else { return nil }
        // A sign, which Swift would read, is none of the digits.
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
            return nil
        }
        return UInt16(Substring(digits), radix: 16)
    }
}
