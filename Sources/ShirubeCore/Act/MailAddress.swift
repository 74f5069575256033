/// A mailbox: a display name and the address behind it (RFC 5322 section 3.4).
package struct MailAddress: Sendable, Equatable {
    /// The name that people see; empty for none.
    package let name: String
    /// The address, `local@domain`, plain ASCII.
    package let address: String

    /// Reads `name <address>` or an address alone; nil for anything else.
    ///
    /// The local part is a dot-atom; quoted local parts and non-ASCII addresses (RFC 6532) are
    /// refused, because the relays of city halls do not carry them.
    package init?(parsing text: String) {
        let bytes = Array(text.utf8)
        guard let open = bytes.lastIndex(of: UInt8(ascii: "<")) else {
            guard Self.isAddress(bytes) else { return nil }
            (name, address) = ("", text)
            return
        }
        guard bytes.last == UInt8(ascii: ">") else { return nil }
        let inside = Array(bytes[(open + 1)..<(bytes.count - 1)])
        guard Self.isAddress(inside) else { return nil }
        var name = bytes[..<open]
        while let last = name.last, last == UInt8(ascii: " ") { name.removeLast() }
        while let first = name.first, first == UInt8(ascii: " ") { name.removeFirst() }
        if name.count >= 2, name.first == UInt8(ascii: "\""), name.last == UInt8(ascii: "\"") {
            name = name.dropFirst().dropLast()
        }
        self.name = String(decoding: name, as: UTF8.self)
        address = String(decoding: inside, as: UTF8.self)
    }

    /// The domain, after the last `@`.
    package var domain: String {
        guard let at = address.lastIndex(of: "@") else { return "" }
        return String(address[address.index(after: at)...])
    }

    private static func isAddress(_ bytes: [UInt8]) -> Bool {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), bytes.count <= 254 else {
            return false
        }
        return isDotAtom(bytes[..<at]) && at <= 64 && isDotAtom(bytes[(at + 1)...])
    }

    private static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(MIMEHeaders.isAtomText) }
    }
}
