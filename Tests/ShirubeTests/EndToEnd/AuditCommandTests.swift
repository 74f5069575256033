import Foundation
import Testing

/// `shirube audit` and `shirube verify` on ledgers that the real program has written, and that Python's sqlite3 alters.
@Suite struct AuditCommandTests {
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
            posts:
              kogyo-tanto: [sato@city.example]
            """, settle: 0, kogyo: "[kogyo-tanto]")
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,2\n")
        try city.drop("bad.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,多い\n")
        for now in ["2022-10-17T08:40", "2022-10-17T09:00"] {
            let result = try await city.run("once", "--now", now)
            try #require(result.code == 0, "\(result.errors)")
        }
        for command in [
            [
                "decide", "m01", "改善", "--by", "kogyo-tanto", "--reason", "=SUM(A1)", "--act",
                "訪問", "--due", "2022-11-30",
            ],
            ["override", "m01-1-1", "--status", "ON", "--reason", "理由", "--by", "kogyo-tanto"],
        ] {
            let result = try await city.start(
                command + ["--now", "2022-10-20", "--config", city.configuration]
            ).end()
            try #require(result.code == 0, "\(result.errors)")
        }
        return city
    }

    /// Runs SQL on the ledger behind the program's back.
    private func tamper(_ city: TestCity, _ sql: String) async throws {
        let script = """
            import sqlite3, sys
            ledger = sqlite3.connect(sys.argv[1])
            for (name,) in ledger.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                ledger.execute("DROP TRIGGER " + name)
            ledger.executescript(sys.argv[2])
            ledger.commit()
            """
        let result = try await RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: ["-c", script, city.folder.path + "/state/ledger.sqlite", sql],
            environment: [:], folder: "/"
        ).end()
        try #require(result.code == 0, "\(result.errors)")
    }

    private func entries(_ city: TestCity, _ arguments: String...) async throws -> [[String: Any]] {
        let result = try await city.start(
            ["audit", "--format", "json", "--config", city.configuration] + arguments
        ).end()
        try #require(result.code == 0, "\(result.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [[String: Any]])
    }

    @Test func `who was told what is shown with post, file, configuration and hash`() async throws {
        let city = try await city()
        let all = try await entries(city)
        let file = try #require(all.first { ($0["what"] as? String)?.hasSuffix("bad.csv") == true })
        let told = try #require(
            all.first {
                $0["kind"] as? String == "told"
                    && ($0["what"] as? String)?.contains("bad.csv") == true
            })
        #expect(told["who"] as? String == "sato@city.example")
        #expect(told["post"] as? String == "kogyo-tanto")
        #expect((told["what"] as? String)?.hasPrefix("送信済：") == true)
        #expect(told["file"] as? String == file["file"] as? String)
        let sum = try await RunningProgram(
            program: URL(filePath: "/usr/bin/sha256sum"), arguments: [city.configuration],
            environment: [:], folder: "/"
        ).end()
        #expect(
            told["configuration"] as? String
                == sum.output.split(separator: " ").first.map(String.init))
        let kpi = try await entries(city, "--kpi", "m01-1-1")
        let kinds = Set(kpi.compactMap { $0["kind"] as? String })
        #expect(kinds.isSuperset(of: ["file", "decision", "override", "told"]))
        #expect(kpi.contains { ($0["what"] as? String)?.contains("まとめ") == true })
        // What was sent back is found by the indicators that it names.
        #expect(
            Set(
                kpi.filter { ($0["what"] as? String)?.contains("bad.csv") == true }
                    .compactMap { $0["kind"] as? String }) == ["file", "told"])
        let revoked = try await city.run(
            "drop", "revoke", "a.csv", "--department", "kogyo-koyo", "--reason", "別の表", "--yes",
            "--now", "2022-10-20T12:00")
        #expect(revoked.code == 65)
        let other = try await entries(city, "--kpi", "m02-1-1", "--since", "2022-10-18")
        #expect(other.isEmpty)
        let post = try await entries(city, "--post", "kogyo-tanto")
        #expect(Set(post.compactMap { $0["kind"] as? String }) == ["told", "decision", "override"])
        let none = try await city.run("audit", "--since", "2023-01-01")
        #expect(none.output == "該当する記録はありません。\n")
        let csv = try await city.run("audit", "--kpi", "m01-1-1", "--format", "csv")
        #expect(csv.output.hasPrefix("行,日時,"))
        #expect(csv.output.unicodeScalars.filter { $0 == "\r" }.count == kpi.count + 1)
        #expect(try await city.run("audit", "--kpi", "m99").code == 65)
    }

    @Test func `an untouched ledger is in order, and its head can be checked later`() async throws {
        let city = try await city()
        let head = try await city.run("audit", "--head").output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        let first = try await city.run("verify", "--head", head)
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("保管したファイル1件") && first.output.contains(head))
        _ = try await city.run("once", "--now", "2022-10-21T09:00")
        let later = try await city.run("verify", "--head", head, "--ledger-only")
        #expect(later.code == 0, "\(later.errors)")
        #expect(try await city.run("verify", "--head", "x").code == 64)
        let other = head.split(separator: ":")[0] + ":" + String(repeating: "0", count: 64)
        let refused = try await city.run("verify", "--head", String(other))
        #expect(refused.code == 65 && refused.errors.contains("控えてある値と違います"))
    }

    @Test(arguments: [
        ("UPDATE decision SET reason = '別の理由'", "decision 1 が、監査の行"),
        ("UPDATE decision SET reason = '別の理由'", "（reason）：書き換えられています"),
        ("DELETE FROM status_override", "status_override 1 がありません：消されています"),
        (
            "INSERT INTO status_override SELECT 9, strategy, indicator, status, reason, author, until, period, known_at FROM status_override",
            "status_override 9 は監査に記録がありません"
        ),
        ("UPDATE delivery SET recipient = 'x@city.example' WHERE id = 1", "（recipient）"),
        ("UPDATE delivery SET head = X'00' WHERE id = 1", "（head）"),
        ("UPDATE message_body SET bytes = X'00'", "（bytes）"),
        ("UPDATE reading SET value = 3", "「a.csv」の実績が、受け取ったときと違います"),
        ("UPDATE file_figure SET sum = 3; UPDATE reading SET value = 3", "（figures）"),
        (
            "UPDATE audit SET content = replace(content, '理由', '別') WHERE fact = 'status_override'",
            "ハッシュが合いません"
        ),
        ("DELETE FROM audit WHERE id = 5", "監査の行5がありません"),
        ("DELETE FROM audit WHERE fact = 'status_override'", "終わりが切られています"),
        ("INSERT INTO audit (fact, key, content) VALUES ('decision', '2', '{}')", "ハッシュがありません"),
        ("SELECT 1", "トリガーがないか"),
    ])
    func `what was altered behind the program's back is named`(
        sql: String, words: String
    ) async throws {
        let city = try await city()
        try await tamper(city, sql)
        let result = try await city.run("verify", "--ledger-only")
        #expect(result.code == 65)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func `archived files are held against their hashes`() async throws {
        let city = try await city()
        let folder = city.folder.path + "/state/archive"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        let file = try #require(names.first { $0.utf8.count > 60 })
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder + "/" + file)
        try Data("other".utf8).write(to: URL(filePath: folder + "/" + file))
        let changed = try await city.run("verify")
        #expect(changed.code == 65 && changed.errors.contains("中身が、保管庫で変わっています"))
        try FileManager.default.removeItem(atPath: folder + "/" + file)
        let missing = try await city.run("verify", "--language", "en")
        #expect(missing.code == 65 && missing.errors.contains("is not in the archive"))
        #expect(try await city.run("verify", "--ledger-only").code == 0)
    }

    @Test func `the chain is what docs say, computed by Python`() async throws {
        let city = try await city()
        let script = """
            import hashlib, sqlite3, sys
            hash = "0" * 64
            for row in sqlite3.connect(sys.argv[1]).execute(
                    "SELECT id, fact, key, at, batch, configuration, content, hash FROM audit ORDER BY id"):
                lines = [hash] + ["" if field is None else str(field) for field in row[:7]]
                hash = hashlib.sha256("\\n".join(lines).encode()).hexdigest()
                assert hash == row[7], row
            print(f"{row[0]}:{hash}")
            """
        let result = try await RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: ["-c", script, city.folder.path + "/state/ledger.sqlite"],
            environment: [:], folder: "/"
        ).end()
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output == (try await city.run("audit", "--head").output))
    }
}
