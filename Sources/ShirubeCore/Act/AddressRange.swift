/// A range of addresses that are no server's of the internet at large.
///
/// The ranges are those of IANA's registries of special-purpose addresses (RFC 6890 and its updates) and of multicast. What a
/// table does not name is the internet at large in version 4, and only within 2000::/3 in version 6, of which alone
/// addresses are given out (RFC 4291 section 2.4).
package struct AddressRange: Sendable, Equatable {
    /// What lies in a range.
    package enum Kind: Sendable, Equatable {
        /// This host.
        case loopback
        /// A network of one's own, or of the provider's: neighbours, but not the internet.
        case local
        /// Nothing that a message could be posted to.
        case noServer
    }

    /// How it is written, such as `10.0.0.0/8`.
    package let text: String
    /// What lies in it.
    package let kind: Kind

    /// The range that an address lies in; nil for one of the internet at large.
    ///
    /// An address of version 6 that stands for one of version 4, as mapped, compatible, NAT64 and 6to4 ones do, lies where
    /// that one does.
    package static func range(of address: NetworkAddress) -> AddressRange? {
        if let inner = embedded(in: address) { return range(of: inner) }
        let prefixes = address.bytes.count == 4 ? four : six
        if let found = prefixes.first(where: { $0.holds(address) }) { return found.range }
        guard address.bytes.count == 16, address.bytes[0] & 0xE0 != 0x20 else { return nil }
        return AddressRange(text: "::/0", kind: .noServer)
    }

    /// The address of version 4 that one of version 6 stands for; nil where it stands for none.
    private static func embedded(in address: NetworkAddress) -> NetworkAddress? {
        guard let form = forms.first(where: { $0.prefix.holds(address) }) else { return nil }
        let bytes = Array(address.bytes[form.offset..<(form.offset + 4)])
        // :: and ::1 lie in ::/96 but are addresses of their own.
        guard
            form.offset != 12 || address.bytes[..<12].contains(where: { $0 != 0 })
                || bytes[..<3].contains(where: { $0 != 0 })
        else { return nil }
        return NetworkAddress(bytes: bytes)
    }

    private struct Prefix {
        let range: AddressRange
        let bytes: [UInt8]
        let bits: Int

        /// The text is a constant of this file: what cannot be read holds nothing, which its test would notice.
        init(_ text: String, _ kind: Kind) {
            range = AddressRange(text: text, kind: kind)
            let parts = text.split(separator: "/")
            bytes = parts.first.flatMap { NetworkAddress(String($0)) }?.bytes ?? []
            bits = parts.last.flatMap { Int($0) } ?? .max
        }

        func holds(_ address: NetworkAddress) -> Bool {
            guard bytes.count == address.bytes.count, bits <= bytes.count * 8 else { return false }
            return (0..<bytes.count).allSatisfy { index in
                let left = min(max(bits - index * 8, 0), 8)
                let mask = UInt8(truncatingIfNeeded: 0xFF00 >> left)
                return bytes[index] & mask == address.bytes[index] & mask
            }
        }
    }

    /// Where addresses of version 6 hold one of version 4.
    private static let forms: [(prefix: Prefix, offset: Int)] = [
        (Prefix("::ffff:0:0/96", .local), 12),  // mapped, RFC 4291 section 2.5.5.2
        (Prefix("::/96", .local), 12),  // compatible, RFC 4291 section 2.5.5.1
        (Prefix("64:ff9b::/96", .local), 12),  // NAT64, RFC 6052
        (Prefix("2002::/16", .local), 2),  // 6to4, RFC 3056
    ]

    private static let four: [Prefix] = [
        Prefix("127.0.0.0/8", .loopback),
        Prefix("10.0.0.0/8", .local),  // RFC 1918
        Prefix("172.16.0.0/12", .local),
        Prefix("192.168.0.0/16", .local),
        Prefix("100.64.0.0/10", .local),  // between providers and their customers, RFC 6598
        Prefix("169.254.0.0/16", .local),  // link-local, RFC 3927; clouds keep their secrets there
        Prefix("198.18.0.0/15", .local),  // benchmarks, RFC 2544
        Prefix("0.0.0.0/8", .noServer),  // Linux takes 0.0.0.0 for this host
        Prefix("192.0.0.0/24", .noServer),  // protocol assignments
        Prefix("192.0.2.0/24", .noServer),  // documentation, RFC 5737
        Prefix("198.51.100.0/24", .noServer),
        Prefix("203.0.113.0/24", .noServer),
        Prefix("192.88.99.0/24", .noServer),  // relays of 6to4, withdrawn by RFC 7526
        Prefix("224.0.0.0/4", .noServer),  // multicast
        Prefix("240.0.0.0/4", .noServer),  // reserved, and broadcast
    ]

    private static let six: [Prefix] = [
        Prefix("::1/128", .loopback),
        Prefix("fc00::/7", .local),  // unique local, RFC 4193
        Prefix("fe80::/10", .local),  // link-local
        Prefix("fec0::/10", .local),  // site-local, withdrawn by RFC 3879
        Prefix("64:ff9b:1::/48", .local),  // NAT64 of one's own, RFC 8215
        Prefix("::/128", .noServer),
        Prefix("100::/64", .noServer),  // discard, RFC 6666
        Prefix("2001::/23", .noServer),  // protocol assignments, Teredo among them
        Prefix("2001:db8::/32", .noServer),  // documentation
        Prefix("3fff::/20", .noServer),  // documentation, RFC 9637
        Prefix("ff00::/8", .noServer),  // multicast
    ]
}

/// To which addresses a channel's posts may go.
package struct AddressRule: Sendable, Equatable {
    /// Whether the URL's host is this host by its name: then nothing but loopback will do.
    package let isLoopbackHost: Bool
    /// Whether addresses of local networks are allowed.
    package let allowsPrivate: Bool

    /// Makes a rule.
    package init(isLoopbackHost: Bool, allowsPrivate: Bool) {
        self.isLoopbackHost = isLoopbackHost
        self.allowsPrivate = allowsPrivate
    }

    /// The range for which an address is refused; nil where it may be connected to.
    ///
    /// A name of the internet that leads to this host is refused however the rule is set: whoever runs that name's DNS would
    /// reach what listens here for this host alone (DNS rebinding). Likewise a name of this host that leads elsewhere is,
    /// because plain http is allowed to it.
    package func refusal(of address: NetworkAddress) -> AddressRange? {
        guard let range = AddressRange.range(of: address) else {
            return isLoopbackHost ? AddressRange(text: "beyond this host", kind: .noServer) : nil
        }
        return switch range.kind {
        case .loopback: isLoopbackHost ? nil : range
        case .local: allowsPrivate && !isLoopbackHost ? nil : range
        case .noServer: range
        }
    }
}
