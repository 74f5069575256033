import ShirubeCore
import Testing

@Suite struct ServerTextTests {
    @Test func `a server's words become one inert line`() {
        let text = ServerText.line(Array("  no\r\nsuch\t channel\u{1B}[2J\u{202E} \n".utf8))
        #expect(text == "no such channel[U+001B][2J[U+202E]")
        #expect(ServerText.line([]) == "")
        #expect(ServerText.line([0xFF, 0x61]) == "\u{FFFD}a")
    }

    @Test func `too many words are cut and say so`() {
        let text = ServerText.line(Array(String(repeating: "長", count: 5_000).utf8))
        #expect(text.unicodeScalars.count == ServerText.maximumCharacters)
        #expect(text.hasSuffix("長…"))
        let fitting = String(repeating: "長", count: ServerText.maximumCharacters)
        #expect(ServerText.line(Array(fitting.utf8)) == fitting)
    }

    @Test func `no part of a secret is left in a text`() {
        let secrets = ["https://x.example/abcdefgh/short", "/abcdefgh/short", "abcdefgh", "short"]
        #expect(
            ServerText.scrubbed("at /abcdefgh/short, abcdefghabcdefgh short", of: secrets)
                == "at […], […][…] short")
        #expect(ServerText.scrubbed("nothing", of: secrets) == "nothing")
    }
}
