import Foundation
import Testing

/// `shirube preview` and `shirube test-send` through the real program.
@Suite struct PreviewCommandTests {
    private func city(release: Int) async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0, release: release)
        try city.drop("a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n")
        try city.drop("bad.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,多い\n")
        for now in ["2022-10-14T12:00", "2022-10-17T09:00"] {
            let result = try await city.run("once", "--now", now)
            try #require(result.code == 0, "\(result.errors)")
        }
        return city
    }

    private func preview(_ city: TestCity, _ arguments: String...) async throws -> TestCity.Result {
        try await city.start(["preview", "--config", city.configuration] + arguments).end()
    }

    @Test func `what the next run will send is shown, and sends and records nothing`() async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(
            settle: 0,
            schedule: "}\n  - {job: inquiry, workingDaysAfterEnd: 1, at: \"09:00\"}\n"
                + "  - {job: alertRound, at: \"09:00\"")
        _ = try await city.run("once", "--now", "2022-09-30T12:00")
        func preview(_ arguments: String...) async throws -> TestCity.Result {
            try await city.start(
                ["preview", "--now", "2022-09-30T12:00", "--config", city.configuration]
                    + arguments
            ).end()
        }
        let shown = try await preview(
            "inquiry", "--to", "kogyo-koyo@city.example", "--format", "eml")
        #expect(shown.code == 0, "\(shown.errors)")
        let text = try await preview("inquiry", "--to", "kogyo-koyo@city.example")
        #expect(text.output.contains("令和4年度第2四半期"), "\(text.output)")
        let unscheduled = try await preview("reminder")
        #expect(unscheduled.code == 65 && unscheduled.errors.contains("schedule に加えて"))
        #expect(try await preview("inquiri").code == 64)
        #expect(try await city.mails().isEmpty)
        #expect(try await city.run("preview").output == "通知はまだありません。\n")
        // What is sent is what was shown.
        _ = try await city.run("once", "--now", "2022-10-03T09:00")
        let mail = try #require(
            try await city.mails().first { $0.to == "kogyo-koyo@city.example" })
        #expect(shown.output.contains(mail.id))
        #expect(text.output.filter { !$0.isWhitespace } == mail.text.filter { !$0.isWhitespace })
        let idle = try await city.run("preview", "alertRound", "--now", "2022-10-03T12:00")
        #expect(
            idle.code == 65
                && idle.errors.contains("令和4年10月4日（火）09:00の警告のお知らせで送るものは、いまのところありません"),
            "\(idle.errors)")
    }

    @Test func `a notice is shown byte for byte as it was sent`() async throws {
        let city = try await city(release: 0)
        let list = try await preview(city)
        #expect(list.code == 0, "\(list.errors)")
        let line = try #require(
            list.output.split(separator: "\n").first { $0.contains("bad.csv") })
        let number = try #require(line.split(separator: " ").first.map(String.init))
        let mail = try #require(
            try await city.mails().first { $0.to == "kogyo-koyo@city.example" })
        let eml = try await preview(
            city, number, "--format", "eml", "--output", city.folder.path + "/a.eml")
        #expect(eml.code == 0 && eml.output.isEmpty, "\(eml.errors)")
        let written = try await ArrivedMail.read([city.folder.path + "/a.eml"])
        #expect(written.map(\.id) == [mail.id])
        let text = try await preview(city, number)
        #expect(text.output == mail.text.replacingOccurrences(of: "\r\n", with: "\n"))
        let again = try await preview(
            city, number, "--format", "eml", "--output", city.folder.path + "/a.eml")
        #expect(again.code == 73)
        for (arguments, code, words) in [
            (["999"], 65, "番号999の通知はありません"), ([number, "--format", "slack"], 65, "チャンネルへの投稿"),
            ([number, "--format", "html"], 65, "HTMLはありません"),
            ([number, "--to", "x@city.example"], 65, "x@city.example へのメールはありません"),
            (["soon"], 64, "summary"), (["summary", "--strategy", "x"], 64, "--strategy"),
        ] {
            let result = try await city.start(
                ["preview", "--config", city.configuration] + arguments
            ).end()
            #expect(result.code == Int32(code), "\(arguments)")
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test func `the summary that waits is shown as it will be sent, and nothing is sent`()
        async throws
    {
        let city = try await city(release: 3)
        let waiting = try await preview(city, "summary", "--now", "2022-10-18T10:00")
        #expect(waiting.code == 0, "\(waiting.errors)")
        let eml = try await preview(
            city, "summary", "--format", "eml", "--to", "mayor@city.example", "--now",
            "2022-10-18T10:00", "--output", city.folder.path + "/s.eml")
        #expect(eml.code == 0, "\(eml.errors)")
        let html = try await preview(city, "summary", "--format", "html")
        #expect(html.output.hasPrefix("<!DOCTYPE html>"))
        let slack = try await preview(city, "summary", "--format", "slack")
        let posts = slack.output.split(separator: "\n")
        #expect(
            try posts.allSatisfy {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any]
            })
        let teams = try await preview(city, "summary", "--format", "teams")
        #expect(teams.code == 65 && teams.errors.contains("teams のチャンネルは設定にありませんでした"))
        let shown = try await city.run("summary", "show", "R4Q2", "--format", "slack")
        #expect(shown.output == slack.output, "\(shown.errors)")
        for (word, code) in [("discord", 65), ("google-chat", 64)] {
            let refused = try await city.run("summary", "show", "R4Q2", "--format", word)
            #expect(refused.code == Int32(code), "\(refused.errors)")
        }
        let before = try await city.mails().filter { $0.to == "mayor@city.example" }
        #expect(before.isEmpty)
        _ = try await city.run("once", "--now", "2022-10-20T09:00")
        let sent = try #require(
            try await city.mails().first { $0.to == "mayor@city.example" })
        let written = try #require(
            try await ArrivedMail.read([city.folder.path + "/s.eml"]).first)
        #expect(written.id == sent.id && written.text == sent.text && written.html == sent.html)
        #expect(waiting.output == sent.text.replacingOccurrences(of: "\r\n", with: "\n"))
        let built = try await preview(city, "summary", "--quarter", "R4Q1", "--format", "text")
        #expect(built.output.contains("令和4年度第1四半期"))
    }

    @Test func `a test goes by the real way, says that it is one, and leaves nothing behind`()
        async throws
    {
        let city = try await TestCity()
        for to in ["kacho@city.example", "chat"] {
            let result = try await city.run("test-send", "--to", to)
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.hasPrefix("\(to) に試験送信しました。"))
        }
        let mails = try await city.mails()
        #expect(mails.map(\.to) == ["kacho@city.example"])
        #expect(mails[0].subject == "【架空】【試験送信】標からの確認です")
        #expect(mails[0].text.contains("試験送信です"))
        #expect(try city.server.arrivals(".json").count == 1)
        func audit() async throws -> String {
            let result = try await city.run("audit", "--format", "csv")
            #expect(result.code == 0, "\(result.errors)")
            return result.output
        }
        #expect(try await audit().contains(",試験送信,"))
        #expect(try await audit().contains("送信済：kacho@city.example / "))
        let unknown = try await city.run("test-send", "--to", "chatt")
        #expect(unknown.code == 65 && unknown.errors.contains("「chat」ではありませんか"))
        try city.folder.write(
            "shirube.yaml",
            try String(contentsOfFile: city.configuration, encoding: .utf8)
                .replacingOccurrences(of: "port: \(city.server.smtp)", with: "port: 1"))
        let failed = try await city.run("test-send", "--to", "kacho@city.example")
        #expect(failed.code == 69 && failed.errors.contains("に送れませんでした"))
        #expect(try await audit().contains("送れず：kacho@city.example / "))
        #expect(try await city.run("verify", "--ledger-only").code == 0)
    }
}
