import ShirubeCore
import Testing

@Suite struct SMTPReplyTests {
    private func reply(_ lines: String...) -> SMTPReply? {
        SMTPReply(lastIn: lines.map { Array($0.utf8) })
    }

    @Test func `the last line of the last reply is the one that counts`() {
        let reply = reply(
            "250-first\r\n", "250 OK\r\n", "550-5.1.1 no\r\n", "550 5.1.1 such user\r\n")
        #expect(reply?.code == 550)
        #expect(reply?.text == "550 5.1.1 such user")
        #expect(self.reply("421\r\n")?.code == 421)
        #expect(self.reply("250 OK\r\n", "550-5.1.1 not finished\r\n")?.code == 250)
    }

    @Test(arguments: ["", "25", "2500 x", "abc def", "999 x", "100 x", "HTTP/1.1 200 OK"])
    func `what is no reply is none`(line: String) {
        #expect(reply(line) == nil)
    }

    @Test func `2xx takes the mail, 4xx asks to wait, 5xx refuses`() {
        #expect(reply("250 2.0.0 OK\r\n")?.outcome(step: "") == .delivered(detail: "250 2.0.0 OK"))
        #expect(
            reply("451 busy\r\n")?.outcome(step: "DATA failed: 451")
                == .retryLater(
                    afterSeconds: nil,
                    detail: "The mail server asks to try later: 451 busy (DATA failed: 451)."))
        #expect(
            reply("554 no\r\n")?.outcome(step: "")
                == .permanent(detail: "The mail server refuses the mail: 554 no."))
        #expect(reply("354 go on\r\n")?.outcome(step: "") == nil)
    }
}
