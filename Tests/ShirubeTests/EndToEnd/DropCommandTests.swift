import Foundation
import Testing

@Suite struct DropCommandTests {
    private static let good = """
        指標ID,年度,期間,実績値,区分
        m01-1-1,令和2年度,年度,8,確報
        m01-1-1,令和3年度,年度,9,確報
        m01-1-1,令和4年度,第1四半期,2,速報
        m01-1-1,令和4年度,第2四半期,2,速報\r\n
        """
    private static let lagging = """
        指標ID,年度,期間,実績値,集計
        m01-1-1,令和4年度,第2四半期,5,計画累計\r\n
        """

    private func city(_ files: (String, String)...) async throws -> TestCity {
        let city = try await TestCity()
        for (name, text) in files { try city.folder.write(name, text) }
        return city
    }

    /// Runs `shirube drop` with the city's configuration.
    private func drop(_ city: TestCity, _ arguments: String...) async throws -> TestCity.Result {
        try await city.start(["drop"] + arguments + ["--config", city.configuration]).end()
    }

    private func list(_ city: TestCity) async throws -> [[String: Any]] {
        let result = try await drop(city, "list", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [[String: Any]])
    }

    // MARK: check

    @Test func `a file is checked without a ledger, and every row is accounted for`() async throws {
        let city = try await city(("R4.csv", "表題\n\n" + Self.good + "合計,,,21,\n"))
        let result = try await drop(city, "check", "R4.csv", "--department", "kogyo-koyo")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("R4.csv: 取り込めます"))
        #expect(result.output.contains("8 (データ 4、見出し 1、表題など 1、合計 1、空行 1)"))
        #expect(result.output.contains("row-totals"))
        #expect(result.errors.isEmpty)
        #expect(city.folder.names("state").isEmpty)
        let json = try await drop(
            city, "check", "R4.csv", "--department", "kogyo-koyo", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let document = try #require(parsed as? [String: Any])
        #expect(document["readings"] as? Int == 4)
        #expect(document["encoding"] as? String == "UTF-8")
        #expect((document["rows"] as? [String: Int])?["all"] == 8)
    }

    @Test(arguments: ["text", "csv", "json", "summary"])
    func `nothing is to be mended in a file that is in order`(format: String) async throws {
        let city = try await city(("R4.csv", Self.good))
        let result = try await drop(
            city, "check", "R4.csv", "--department", "kogyo-koyo", "--format", format)
        #expect(result.code == 0, "\(result.errors)")
        #expect(!result.output.contains("誤りをすべて直して"))
        #expect(!result.output.contains("反映していません"))
        if format == "json" {
            #expect(result.output.contains("\"accepted\": true"))
        } else {
            #expect(result.output.contains("取り込めます"))
            #expect(result.output.contains("直すところはありません"))
        }
    }

    @Test func `a file with errors ends a check with 65 and says all of them`() async throws {
        let faulty = Self.good.replacingOccurrences(of: "期,2,", with: "期,12O,")
        let city = try await city(("drops/kogyo-koyo/rejected/R4.csv", faulty))
        // The folder says whose it is.
        let path = "drops/kogyo-koyo/rejected/R4.csv"
        let text = try await drop(city, "check", path)
        #expect(text.code == 65)
        #expect(text.output.contains("4行") && text.output.contains("5行"))
        let csv = try await drop(city, "check", path, "--format", "csv", "--language", "en")
        #expect(csv.code == 65)
        #expect(csv.output.contains("Line,"))
        let summary = try await drop(city, "check", path, "--format", "summary")
        #expect(summary.output.contains("誤り 2"))
        #expect(!summary.output.contains("12O"))
    }

    @Test func `the name a file is checked under may tell its year`() async throws {
        let city = try await city(("x.csv", "指標ID,第1四半期,第2四半期\nm01-1-1,2,2\n"))
        let arguments = ["drop", "check", "x.csv", "--department", "kogyo-koyo"]
        let config = ["--config", city.configuration]
        #expect(try await city.start(arguments + config).end().code == 65)
        let named = try await city.start(arguments + ["--name", "令和4年度.csv"] + config).end()
        #expect(named.code == 0, "\(named.output)")
    }

    @Test func `what is no file, or of no known department, is refused with a remedy`()
        async throws
    {
        let city = try await city(("R4.csv", Self.good))
        let folder = try await drop(city, "check", "drops", "--department", "kogyo-koyo")
        #expect(folder.code == 65)
        #expect(folder.errors.contains("drops: 読めません"))
        #expect(unsafe mkfifo(city.folder.path + "/pipe", 0o600) == 0)
        #expect(try await drop(city, "check", "pipe", "--department", "kogyo-koyo").code == 65)
        #expect(try await drop(city, "check", "no.csv", "--department", "kogyo-koyo").code == 65)
        let nobody = try await drop(city, "check", "R4.csv")
        #expect(nobody.code == 64)
        #expect(nobody.errors.contains("--department"))
        let wrong = try await drop(city, "check", "R4.csv", "--department", "nobody")
        #expect(wrong.code == 64)
        #expect(wrong.errors.contains("kogyo-koyo"))
    }

    @Test func `a file beyond the configured size is refused unread`() async throws {
        let city = try await city(("R4.csv", Self.good))
        let text = try city.folder.text("shirube.yaml")
        try city.folder.write(
            "shirube.yaml",
            text.replacingOccurrences(of: "pollSeconds: 1", with: "pollSeconds: 1, maximumBytes: 9")
        )
        let result = try await drop(city, "check", "R4.csv", "--department", "kogyo-koyo")
        #expect(result.code == 65)
        #expect(result.output.contains("file-too-large"))
    }

    @Test func `several files are checked and applied in one go, each whole or not at all`()
        async throws
    {
        let faulty = Self.good.replacingOccurrences(of: "期,2,", with: "期,12O,")
        let city = try await city(("a.csv", faulty), ("b.csv", Self.good))
        let checked = try await drop(
            city, "check", "a.csv", "b.csv", "--department", "kogyo-koyo", "--format", "json")
        #expect(checked.code == 65)
        let parsed = try JSONSerialization.jsonObject(with: Data(checked.output.utf8))
        let accepted = (parsed as? [[String: Any]])?.map { $0["accepted"] as? Bool }
        #expect(accepted == [false, true])
        #expect(
            try await drop(
                city, "check", "a.csv", "b.csv", "--department", "kogyo-koyo", "--format", "csv"
            ).code == 64)
        let applied = try await drop(
            city, "apply", "a.csv", "b.csv", "--quiet", "--department", "kogyo-koyo", "--now",
            "2022-10-17")
        #expect(applied.code == 65)
        #expect(applied.output.contains("差し戻し\n") && applied.output.hasSuffix("受理\n"))
        #expect(!applied.output.contains("12O"))
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 21)
    }

    // MARK: explain

    @Test func `how each cell is read is shown without applying anything`() async throws {
        let city = try await city(("R4.csv", Self.good))
        let result = try await drop(
            city, "explain", "R4.csv", "--department", "kogyo-koyo", "--rows", "2-3")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("m01-1-1 "))
        #expect(result.output.contains("全5行のうち2行"))
        #expect(city.folder.names("state").isEmpty)
    }

    @Test func `any table is explained raw, without a configuration`() async throws {
        let city = try await city(("other.csv", "区,人口\n東,\"1,234\"\n"))
        let arguments = ["drop", "explain", "other.csv", "--raw", "--config", "/none"]
        let result = try await city.start(arguments + ["--format", "json"]).end()
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("\"number\": 1234"))
        let wrong = try await city.start(arguments + ["--rows", "5-2"]).end()
        #expect(wrong.code == 64)
    }

    // MARK: apply

    @Test func `a file fed by hand changes the status, once, and stays where it is`() async throws {
        let city = try await city(("R4.csv", Self.good))
        let apply = ["apply", "R4.csv", "--department", "kogyo-koyo", "--now", "2022-10-17"]
        let first = try await city.start(["drop"] + apply + ["--config", city.configuration]).end()
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.hasSuffix("受理\n"))
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 21)
        let again = try await city.start(["drop"] + apply + ["--config", city.configuration]).end()
        #expect(again.code == 0)
        #expect(again.output.hasSuffix("変更なし\n"))
        #expect(city.folder.names("").contains("R4.csv"))
        let files = try await list(city)
        #expect(files.map { $0["outcome"] as? String } == ["accepted", "unchanged"])
        #expect(files.map { $0["origin"] as? String } == ["hand", "hand"])
        let hash = try #require(files.first?["sha256"] as? String)
        #expect(city.folder.names("state/archive/\(hash.prefix(2))") == [hash])
    }

    @Test func `a faulty file fed by hand changes nothing, and only whoever feeds it is told`()
        async throws
    {
        let faulty = Self.good.replacingOccurrences(of: "期,2,", with: "期,12O,")
        let city = try await city(("R4.csv", faulty))
        let result = try await drop(
            city, "apply", "R4.csv", "--department", "kogyo-koyo", "--now", "2022-10-17")
        #expect(result.code == 65)
        #expect(result.output.contains("12O") && result.output.hasSuffix("差し戻し\n"))
        _ = try await city.run("once", "--now", "2022-10-17")
        #expect(try await city.mails().isEmpty)
        #expect(try await list(city).map { $0["outcome"] as? String } == ["rejected"])
    }

    @Test func `a file can be fed beside a running daemon`() async throws {
        let city = try await city(("R4.csv", Self.good), ("late.csv", Self.lagging))
        let daemon = try await city.serve()
        let result = try await drop(
            city, "apply", "late.csv", "--department", "kogyo-koyo", "--now", "2022-10-17")
        #expect(result.code == 0, "\(result.errors)")
        #expect(try await city.indicator("m01-1-1")["status"] as? String == "LAG")
        // The daemon goes on: it takes a drop in, and sends what the command has put into the outbox.
        try city.drop("R4.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("an accepted file and a mail") {
            try city.folder.names("drops/kogyo-koyo/accepted").count == 1
                && !city.server.arrivals(".eml").isEmpty
        }
        #expect(try await city.mails().first?.subject.contains("内定者数") == true)
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `a backfill is judged, but tells nobody what it reveals, then or later`()
        async throws
    {
        let city = try await city(("old.csv", Self.lagging))
        let result = try await drop(
            city, "apply", "old.csv", "--department", "kogyo-koyo", "--backfill", "--now",
            "2022-10-12")
        #expect(result.code == 0, "\(result.errors)")
        #expect(try await city.indicator("m01-1-1")["status"] as? String == "LAG")
        _ = try await city.run("once", "--now", "2022-10-13")
        #expect(try await city.mails().isEmpty)
        #expect(try await list(city).map { $0["origin"] as? String } == ["backfill"])
        // What gets worse from there on is told: the alert is open.
        let recovered = Self.lagging.replacingOccurrences(of: ",5,", with: ",30,")
        try city.drop("a.csv", "kogyo-koyo", recovered)
        _ = try await city.run("once", "--now", "2022-10-14")
        try city.drop("b.csv", "kogyo-koyo", Self.lagging)
        _ = try await city.run("once", "--now", "2022-10-14T10:00")
        #expect(try await city.mails().map(\.to) == ["kogyo-koyo@city.example"])
    }

    // MARK: revoke

    @Test func `what a withdrawn file brought is gone, as of then, and its department is told why`()
        async throws
    {
        let city = try await city(("a.csv", Self.good))
        let corrected = Self.good.replacingOccurrences(
            of: "第2四半期,2,速報", with: "第2四半期,4,訂正")
        try city.folder.write("b.csv", corrected)
        for (file, day) in [("a.csv", "2022-10-17"), ("b.csv", "2022-10-18")] {
            let result = try await drop(
                city, "apply", file, "--department", "kogyo-koyo", "--now", day)
            #expect(result.code == 0, "\(result.errors)")
        }
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 23)
        let revoke = [
            "drop", "revoke", "b.csv", "--reason", "別の月の数値でした", "--yes", "--now", "2022-10-20",
            "--config", city.configuration,
        ]
        let result = try await city.start(revoke).end()
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("実績値4件、指標1件"))
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 21)
        #expect(try await city.indicator("m01-1-1", asOf: "2022-10-19")["value"] as? Double == 23)
        for (moment, figure) in [("2022-10-19", "23"), ("2022-10-21", "21")] {
            let report = try await city.run("report", "--quarter", "2022Q2", "--as-of", moment)
            let line = report.output.split(separator: "\n").last { $0.contains("内定者数") }
            #expect(line?.contains(figure) == true, "\(line ?? "")")
        }
        _ = try await city.run("once", "--now", "2022-10-20")
        let mail = try #require(try await city.mails().first)
        #expect(mail.to == "kogyo-koyo@city.example")
        #expect(mail.subject.contains("【取消】b.csv"))
        #expect(mail.text.contains("別の月の数値でした"))
        // Once more is no change; the same content is a new report.
        let again = try await city.start(revoke).end()
        #expect(again.code == 0)
        #expect(again.output.contains("変更なし"))
        let anew = try await drop(
            city, "apply", "b.csv", "--department", "kogyo-koyo", "--now", "2022-10-21")
        #expect(anew.output.hasSuffix("受理\n"))
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 23)
    }

    @Test func `a hash's first digits name a file, and where they fit several nothing is done`()
        async throws
    {
        let city = try await city(("a.csv", Self.good))
        for department in ["kogyo-koyo", "seishonen"] {
            let text =
                department == "kogyo-koyo"
                ? Self.good : "指標ID,年度,期間,実績値\nm05-4-2,R4,第2四半期,39\n"
            try city.folder.write("\(department).csv", text)
            let result = try await drop(
                city, "apply", "\(department).csv", "--department", department, "--now",
                "2022-10-17")
            #expect(result.code == 0, "\(result.output)")
        }
        let hash = try #require(try await list(city).first?["sha256"] as? String)
        let unanswered = try await drop(city, "revoke", String(hash.prefix(6)), "--reason", "x")
        #expect(unanswered.code == 64)
        let unknown = try await drop(city, "revoke", "000000", "--reason", "x", "--yes")
        #expect(unknown.code == 65)
        #expect(unknown.errors.contains("shirube drop list"))
        #expect(try await drop(city, "revoke", "00000", "--reason", "x", "--yes").code == 65)
        #expect(
            try await drop(city, "revoke", String(hash.prefix(6)), "--reason", " ", "--yes").code
                == 64)
        let table = try await drop(city, "list", "--department", "kogyo-koyo")
        #expect(table.output.contains("kogyo-koyo.csv") && !table.output.contains("seishonen"))
        let done = try await drop(
            city, "revoke", String(hash.prefix(6)).uppercased(), "--reason", "誤り", "--yes", "--now",
            "2022-10-18")
        #expect(done.code == 0, "\(done.errors)")
        #expect(try await drop(city, "list").output.contains("「誤り」"))
        #expect(try await city.indicator("m01-1-1")["value"] is NSNull)
    }
}
