import Testing

@testable import Shirube

@Suite struct MailTextTests {
    @Test(arguments: [
        "kikaku@city.example.jp", "a.b+c@localhost", "o'neil@xn--eckwd4c7c.jp",
    ])
    func `an address that servers take is taken`(text: String) {
        #expect(MailText.isAddress(text))
    }

    @Test(arguments: [
        "", "@", "a@", "@b", "a@b@c", ".a@b", "a..b@c", "a b@c", "a@-b", "a@b..c", "企画@b.jp",
        "a@例.jp", "a@b\r\nBcc: c@d", "a@b\n", "<a@b>", "a@[127.0.0.1]",
    ])
    func `what is no plain ASCII address is refused`(text: String) {
        #expect(!MailText.isAddress(text))
    }

    @Test func `local parts and whole addresses keep to the lengths of RFC 5321`() {
        let local = String(repeating: "a", count: 64)
        #expect(MailText.isAddress(local + "@b"))
        #expect(!MailText.isAddress(local + "a@b"))
        let host = Array(repeating: String(repeating: "b", count: 47), count: 4)
            .joined(separator: ".")
        #expect(!MailText.isAddress(local + "@" + host))
    }

    @Test(arguments: [
        ("smtp.city.example.jp", true), ("127.0.0.1", true), ("localhost", true), ("", false),
        ("smtp..jp", false), ("-a.jp", false), ("例.jp", false), ("a.jp:25", false),
    ])
    func `a host name is labels of letters, digits and inner hyphens`(text: String, isOne: Bool) {
        #expect(MailText.isHostName(text) == isOne)
    }

    @Test(arguments: [("::1", true), ("fe80::1:2", true), ("1", false), ("::g", false)])
    func `an IPv6 address has colons and hexadecimal digits`(text: String, isOne: Bool) {
        #expect(MailText.isIPv6(text) == isOne)
    }
}
