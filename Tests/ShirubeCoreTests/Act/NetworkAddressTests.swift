import ShirubeCore
import Testing

@Suite struct NetworkAddressTests {
    @Test(
        arguments: [
            ("0.0.0.0", [0, 0, 0, 0]), ("10.0.200.255", [10, 0, 200, 255]),
            ("127.0.0.1", [127, 0, 0, 1]), ("255.255.255.255", [255, 255, 255, 255]),
        ] as [(String, [UInt8])])
    func `four numbers are an address of version 4`(text: String, bytes: [UInt8]) {
        #expect(NetworkAddress(text)?.bytes == bytes)
    }

    @Test(arguments: [
        ("::", ""), ("::1", "1"), ("[::1]", "1"),
        ("fe80::1%eth0", "fe800000000000000000000000000001"),
        ("1:2:3:4:5:6:7:8", "00010002000300040005000600070008"),
        ("2001:DB8::a", "20010db800000000000000000000000a"),
        ("2001:db8:0:0:1::", "20010db8000000000001000000000000"),
        ("::ffff:10.1.2.3", "ffff0a010203"), ("::10.1.2.3", "0a010203"),
        ("64:ff9b::192.0.2.33", "0064ff9b0000000000000000c0000221"),
        ("1:2:3:4:5:6:7::", "00010002000300040005000600070000"),
        ("::2:3:4:5:6:7:8", "00000002000300040005000600070008"),
        ("1:2:3:4:5:6:1.2.3.4", "00010002000300040005000601020304"),
    ])
    func `version 6 is read in all of its forms`(text: String, digits: String) throws {
        let address = try #require(NetworkAddress(text))
        let shown = address.bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        let padded = String(repeating: "0", count: 32 - digits.count) + digits
        #expect(shown.joined() == padded)
    }

    @Test(arguments: [
        "", ".", "1.2.3", "1.2.3.4.5", "1.2.3.", "256.0.0.1", "01.2.3.4", "1.2.3.04", "0x7f.0.0.1",
        "127.1", "2130706433", "1.2.3.-4", "+1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "１.2.3.4",
        "[1.2.3.4]",
        ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::",
        "g::", "::1%", "[]", "[::1", "::1]", "::+1", "::1.2.3", "1.2.3.4::", "::1.2.3.4:5",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:1.2.3.4", "example.jp", "localhost", "::ffff:1.2.3.256",
    ])
    func `anything else is no address`(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test func `only 4 or 16 bytes are one`() {
        for count in 0...20 {
            let address = NetworkAddress(bytes: [UInt8](repeating: 1, count: count))
            #expect((address != nil) == (count == 4 || count == 16))
        }
    }
}
