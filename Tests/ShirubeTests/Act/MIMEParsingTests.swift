import Foundation
import ShirubeCore
import Testing

/// Mails read back by Python's `email` package, which shares no code with ours.
@Suite struct MIMEParsingTests {
    @Test func `headers, both texts and attachments arrive as they were`() throws {
        let subject = "【架空】【遅れ】髙﨑市😀 " + String(repeating: "とても長い件名 with words ", count: 8) + "終"
        let name = "令和4年度第2四半期_実績（髙﨑）" + String(repeating: "長", count: 40) + ".csv"
        let mail = MailMessage(
            from: "\"政策推進課, 標\" <shirube@city.example>", to: "Doe, J. <j.doe@city.example>",
            replyTo: "政策推進課 <kikaku@city.example>", subject: subject,
            date: SampleSummary.moment("2022-10-17T09:00:05"),
            messageID: MessageID.make(
                notice: "summary/FY2022Q2", recipient: "j.doe@city.example", domain: "city.example"),
            inReplyTo: "<first@city.example>", listID: "<summary.shirube.city.example>",
            headers: [("X-Shirube-Period", "FY2022Q2"), ("X-Shirube-Strategy", "mihon-2020")],
            text: "一行目\n二行目 😀\n", html: "<p>髙﨑</p>\n",
            attachments: [
                MailMessage.Attachment(
                    name: name, mediaType: "text/csv; charset=UTF-8", bytes: Array("a,b\r\n".utf8)),
                MailMessage.Attachment(
                    name: "plain \"quoted\".bin", mediaType: "application/octet-stream",
                    bytes: Array(0...255)),
            ])
        let parsed = try parse(mail)

        #expect(parsed["defects"] as? [String] == [])
        let headers = try #require(parsed["headers"] as? [String: String])
        #expect(headers["Subject"] == subject)
        #expect(headers["Date"] == "Mon, 17 Oct 2022 09:00:05 +0900")
        #expect(headers["Message-ID"] == mail.messageID)
        #expect(headers["In-Reply-To"] == "<first@city.example>")
        #expect(headers["References"] == "<first@city.example>")
        #expect(headers["List-Id"] == "<summary.shirube.city.example>")
        #expect(headers["Auto-Submitted"] == "auto-generated")
        #expect(headers["MIME-Version"] == "1.0")
        #expect(headers["X-Shirube-Period"] == "FY2022Q2")
        #expect(headers["X-Shirube-Strategy"] == "mihon-2020")
        let addresses = try #require(parsed["addresses"] as? [String: [String]])
        #expect(addresses["From"] == ["政策推進課, 標", "shirube@city.example"])
        #expect(addresses["To"] == ["Doe, J.", "j.doe@city.example"])
        #expect(addresses["Reply-To"] == ["政策推進課", "kikaku@city.example"])

        let parts = try #require(parsed["parts"] as? [[String: String]])
        #expect(
            parts.map { $0["type"] } == [
                "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/csv",
                "application/octet-stream",
            ])
        #expect(parts[2]["body"] == Data("一行目\r\n二行目 😀\r\n".utf8).base64EncodedString())
        #expect(parts[3]["body"] == Data("<p>髙﨑</p>\r\n".utf8).base64EncodedString())
        #expect(parts[4]["body"] == Data("a,b\r\n".utf8).base64EncodedString())
        #expect(parts[5]["body"] == Data(0...255).base64EncodedString())
        #expect(parts[4]["name"] == name)
        #expect(parts[4]["legacyName"] == name)
        #expect(parts[5]["name"] == "plain \"quoted\".bin")
        #expect(parts[5]["legacyName"] == "plain \"quoted\".bin")
    }

    @Test(arguments: [
        "plain words", "two  blanks", " leading", "=?looks?= encoded", "a b",
        "Long ASCII subject " + String(repeating: "with many words ", count: 12) + "end",
        String(repeating: "x", count: 1_500), "髙", String(repeating: "あ", count: 14),
        String(repeating: "𠮷😀", count: 40), "葛\u{E0100}飾区", "",
    ])
    func `any subject arrives as it was`(subject: String) throws {
        let mail = MailMessage(
            from: "a@city.example", to: "b@city.example", replyTo: nil, subject: subject,
            date: SampleSummary.moment("2023-01-01T00:00"), messageID: "<x@city.example>",
            text: "t")
        let parsed = try parse(mail)
        #expect(parsed["defects"] as? [String] == [])
        #expect((parsed["headers"] as? [String: String])?["Subject"] == subject)
        let parts = try #require(parsed["parts"] as? [[String: String]])
        #expect(parts.map { $0["type"] } == ["text/plain"])
    }

    @Test func `a mail with HTML and no attachment is one pair of alternatives`() throws {
        let mail = MailMessage(
            from: "a@city.example", to: "b@city.example", replyTo: nil, subject: "題",
            date: SampleSummary.moment("2023-01-01T00:00"), messageID: "<x@city.example>",
            text: "t\r\nu\rv", html: "<p>t</p>")
        let parsed = try parse(mail)
        let parts = try #require(parsed["parts"] as? [[String: String]])
        #expect(parts.map { $0["type"] } == ["multipart/alternative", "text/plain", "text/html"])
        #expect(parts[1]["body"] == Data("t\r\nu\r\nv".utf8).base64EncodedString())
    }

    private func parse(_ mail: MailMessage) throws -> [String: Any] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).eml")
        try Data(mail.encoded()).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.script, file.path]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
        let value = try JSONSerialization.jsonObject(with: data)
        return try #require(value as? [String: Any])
    }

    private static let script = """
        import base64, email, email.header, email.policy, json, sys
        mail = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
        def unfold(value):
            return str(email.header.make_header(email.header.decode_header(value)))
        def part(p):
            body = None if p.is_multipart() else p.get_payload(decode=True)
            legacy = p['Content-Type'].params.get('name') if p['Content-Type'] else None
            return {'type': p.get_content_type(), 'name': p.get_filename() or '',
                    'legacyName': unfold(legacy) if legacy else '',
                    'body': base64.b64encode(body or b'').decode()}
        people = {n: [mail[n].addresses[0].display_name, mail[n].addresses[0].addr_spec]
                  for n in ('From', 'To', 'Reply-To') if mail[n]}
        defects = [str(d) for p in mail.walk() for d in p.defects]
        defects += [n + ': ' + str(d) for n, v in mail.items() for d in v.defects]
        print(json.dumps({'headers': dict((n, str(v)) for n, v in mail.items()),
                          'addresses': people, 'defects': defects,
                          'parts': [part(p) for p in mail.walk()]}))
        """
}
