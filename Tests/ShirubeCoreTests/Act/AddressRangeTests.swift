import ShirubeCore
import Testing

@Suite struct AddressRangeTests {
    private func range(_ text: String) throws -> AddressRange? {
        AddressRange.range(of: try #require(NetworkAddress(text)))
    }

    /// The first and the last address of each range, and the neighbours outside where those are the internet at large.
    @Test(arguments: [
        ("10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"),
        ("172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0"),
        ("192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0"),
        ("100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0"),
        ("169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0"),
        ("198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0"),
        (
            "64:ff9b::10.0.0.0", "64:ff9b::10.255.255.255", "64:ff9b::9.255.255.255",
            "64:ff9b::11.0.0.0"
        ),
        (
            "::ffff:172.16.0.0", "::ffff:172.31.255.255", "::ffff:172.15.255.255",
            "::ffff:172.32.0.0"
        ),
        (
            "2002:c0a8::", "2002:c0a8:ffff:ffff:ffff:ffff:ffff:ffff",
            "2002:c0a7:ffff:ffff:ffff:ffff:ffff:ffff", "2002:c0a9::"
        ),
    ])
    func `a local range reaches from its first to its last address`(
        first: String, last: String, before: String, after: String
    ) throws {
        #expect(try range(first)?.kind == .local)
        #expect(try range(last)?.kind == .local)
        #expect(try range(first) == range(last))
        #expect(try range(before) == nil)
        #expect(try range(after) == nil)
    }

    @Test(arguments: [
        "fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "fe80::1", "febf::", "fec0::1",
        "feff::",
        "64:ff9b:1::1", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", "::10.0.0.1", "::ffff:100.64.0.1",
        "64:ff9b::169.254.169.254",
    ])
    func `networks of one's own are local`(address: String) throws {
        #expect(try range(address)?.kind == .local)
    }

    @Test(arguments: [
        "127.0.0.0", "127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1", "::127.0.0.1",
        "64:ff9b::127.0.0.1", "2002:7f00:1::",
    ])
    func `this host is loopback, in whatever clothes`(address: String) throws {
        #expect(try range(address)?.kind == .loopback)
    }

    @Test(arguments: [
        "0.0.0.0", "0.255.255.255", "192.0.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.255",
        "192.88.99.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::",
        "::ffff:0.0.0.0", "64:ff9b::224.0.0.1", "100::1", "2001::1", "2001:1ff::", "2001:db8::1",
        "3fff::1", "ff02::1", "::2:0:0:0", "4000::", "5f00::1", "fe00::", "1fff::1", "::ffff:0:0:1",
    ])
    func `no server has these`(address: String) throws {
        #expect(try range(address)?.kind == .noServer)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "126.255.255.255", "128.0.0.0", "191.255.255.255", "192.0.1.1",
        "223.255.255.255",
        "2001:200::1", "2001:db7::1", "2606:4700::1", "2400:cb00::1", "3ffe::1", "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8", "2002:808:808::1",
    ])
    func `the internet at large is in no range`(address: String) throws {
        #expect(try range(address) == nil)
    }

    @Test func `every address of version 4 whose first bytes are a range's lies in it`() throws {
        for first in UInt8.min...UInt8.max {
            let address = try #require(NetworkAddress(bytes: [first, 200, 9, 9]))
            let expected: AddressRange.Kind? =
                switch first {
                case 0, 224...255: .noServer
                case 10: .local
                case 127: .loopback
                default: nil
                }
            #expect(AddressRange.range(of: address)?.kind == expected, "\(first)")
        }
    }

    @Test(
        arguments: [
            (false, false, "8.8.8.8", nil), (false, false, "10.1.2.3", "10.0.0.0/8"),
            (false, true, "10.1.2.3", nil), (false, true, "fd00::1", nil),
            (false, false, "127.0.0.1", "127.0.0.0/8"), (false, true, "127.0.0.1", "127.0.0.0/8"),
            (false, true, "::1", "::1/128"), (false, true, "0.0.0.0", "0.0.0.0/8"),
            (false, true, "224.0.0.1", "224.0.0.0/4"),
            (false, true, "::ffff:127.0.0.1", "127.0.0.0/8"),
            (true, false, "127.0.0.1", nil), (true, false, "::1", nil),
            (true, true, "10.1.2.3", "10.0.0.0/8"), (true, true, "8.8.8.8", "beyond this host"),
            (true, false, "0.0.0.0", "0.0.0.0/8"),
        ] as [(Bool, Bool, String, String?)])
    func `a rule refuses an address for its range`(
        isLoopbackHost: Bool, allowsPrivate: Bool, address: String, range: String?
    ) throws {
        let rule = AddressRule(isLoopbackHost: isLoopbackHost, allowsPrivate: allowsPrivate)
        let address = try #require(NetworkAddress(address))
        #expect(rule.refusal(of: address)?.text == range)
    }
}
