import ShirubeCore
import Testing

@testable import Shirube

@Suite struct StoredMailTests {
    private func mail(html: String?) throws -> StoredMail {
        let message = MailMessage(
            from: "shirube@city.example", to: "a@city.example", replyTo: nil, subject: "件名",
            date: Timestamp(milliseconds: 0), messageID: "<a@b>", text: "本文 -- 一行目\n二行目\n",
            html: html,
            attachments: [
                MailMessage.Attachment(
                    name: "a.csv", mediaType: "text/csv; charset=UTF-8", bytes: [0x61])
            ])
        return StoredMail(bytes: try message.encoded())
    }

    @Test func `a mail's parts are read back as they were written`() throws {
        let both = try mail(html: "<p>本文</p>\n")
        #expect(both.text("plain") == "本文 -- 一行目\n二行目\n")
        #expect(both.text("html") == "<p>本文</p>\n")
        #expect(try mail(html: nil).text("html") == nil)
    }
}
