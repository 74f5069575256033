import ShirubeCore
import Testing

@Suite struct MIMETests {
    private func mail(
        from: String = "標 <shirube@city.example>", to: String = "kikaku@city.example",
        subject: String = "題", messageID: String = "<a@city.example>",
        headers: [(name: String, value: String)] = [], attachmentName: String? = nil
    ) -> MailMessage {
        MailMessage(
            from: from, to: to, replyTo: nil, subject: subject,
            date: SampleSummary.moment("2022-10-17T09:00"), messageID: messageID,
            headers: headers, text: "本文\n",
            attachments: attachmentName.map {
                [MailMessage.Attachment(name: $0, mediaType: "text/csv", bytes: [1])]
            } ?? [])
    }

    @Test func `a line break or control character in any header is refused`() {
        for bad in ["a\r\nBcc: x@y.z", "a\nb", "a\u{0}b", "a\u{1B}b", "a\u{85}b"] {
            let mails = [
                mail(from: "\(bad) <a@b.c>"), mail(to: "\(bad)@b.c"), mail(subject: bad),
                mail(headers: [("X-A", bad)]), mail(attachmentName: bad),
            ]
            for mail in mails { #expect(throws: MailError.self) { try mail.encoded() } }
            #expect(throws: MailError.self) { try mail(messageID: "<\(bad)@b.c>").encoded() }
            #expect(throws: MailError.self) { try mail(headers: [(bad, "x")]).encoded() }
        }
    }

    @Test func `each refusal is one sentence with its remedy`() {
        #expect(throws: MailError.controlCharacter(header: "Subject")) {
            try mail(subject: "a\nb").encoded()
        }
        #expect(
            MailError.controlCharacter(header: "Subject").wording.japanese
                == "メールのヘッダーSubjectに改行または制御文字があるため送れません。取り除いてください。")
        #expect(throws: MailError.notASCII(header: "X-A")) {
            try mail(headers: [("X-A", "課")]).encoded()
        }
        #expect(
            MailError.notASCII(header: "X-A").wording.japanese
                == "メールのヘッダーX-Aに使えるのは半角英数字と記号だけです。")
        #expect(throws: MailError.headerName("X A")) {
            try mail(headers: [("X A", "v")]).encoded()
        }
        #expect(
            MailError.headerName("X A").wording.japanese
                == "「X A」はメールのヘッダー名として使えません。半角英数字とハイフンで書いてください。")
        #expect(throws: MailError.address(header: "To", text: "課@city.example")) {
            try mail(to: "課@city.example").encoded()
        }
        #expect(
            MailError.address(header: "To", text: "課@x").wording.japanese
                == "メールのToのアドレス「課@x」は、半角英数字の「名前@ドメイン」の形になっていません。")
        #expect(throws: MailError.messageID(header: "Message-ID")) {
            try mail(messageID: "a@b").encoded()
        }
        #expect(
            MailError.messageID(header: "Message-ID").wording.japanese
                == "メールのヘッダーMessage-IDは <左辺@右辺> の形で書いてください。")
    }

    @Test(arguments: [
        ("a@b.example", "", "a@b.example"), ("標 <a@b.example>", "標", "a@b.example"),
        ("\"Doe, J\" <j.d+x@b.example>", "Doe, J", "j.d+x@b.example"),
    ])
    func `addresses are read with their names`(text: String, name: String, address: String) {
        let mailbox = MailAddress(parsing: text)
        #expect(mailbox?.name == name)
        #expect(mailbox?.address == address)
        #expect(mailbox?.domain == "b.example")
    }

    @Test(arguments: [
        "", "a", "@b.c", "a@", "a@b..c", ".a@b.c", "a b@c.d", "a@b.c>", "<a@b.c", "a@b.c, d@e.f",
        "a@例.jp", "<a@b.c> x", "a@b.c\n",
    ])
    func `what is no single ASCII address is refused`(text: String) {
        #expect(MailAddress(parsing: text) == nil)
    }

    @Test func `the same notice to the same recipient always has the same Message-ID`() {
        let id = MessageID.make(notice: "n1", recipient: "a@b.c", domain: "city.example")
        #expect(id == MessageID.make(notice: "n1", recipient: "a@b.c", domain: "city.example"))
        #expect(id != MessageID.make(notice: "n1", recipient: "a@b.d", domain: "city.example"))
        #expect(id != MessageID.make(notice: "n1a", recipient: "@b.c", domain: "city.example"))
        #expect(id.hasPrefix("<") && id.hasSuffix("@city.example>"))
        #expect(id.utf8.count == "<@city.example>".utf8.count + 32)
    }

    @Test func `the same mail always gives the same bytes, in lines that every relay takes`() throws
    {
        let long = mail(subject: String(repeating: "長い件名😀髙﨑 word ", count: 30))
        let bytes = try long.encoded()
        #expect(bytes == (try long.encoded()))
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(!lines.contains { $0.utf8.contains(10) || $0.utf8.contains(13) })
    }
}
