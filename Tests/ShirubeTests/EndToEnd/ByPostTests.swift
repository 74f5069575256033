import Testing

/// `--by` of every command that keeps who acts: the posts of the configuration decide who may.
@Suite struct ByPostTests {
    @Test func `no act is recorded by a post that there is not, or that nobody holds`() async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
            posts:
              kogyo-kacho: [kacho@city.example]
              bucho: [{from: 2023-04-01, mail: [bucho@city.example]}]
            """, settle: 0)
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値,集計\nm01-1-1,令和4年度,第2四半期,5,計画累計\n")
        _ = try await city.run("once", "--now", "2022-10-12T10:00")
        let ack = ["--action", "訪問", "--review", "2022-11-30"]
        for arguments in [
            ["alerts", "ack", "m01-1-1"] + ack,
            ["alerts", "silence", "m01-1-1", "--until", "2022-11-30"],
            ["alerts", "unsilence", "1"], ["override", "m01-1-1", "--status", "ON"],
            ["override", "m01-1-1", "--withdraw"], ["confirm", "1"], ["summary", "hold"],
            ["decide", "m01-1-1", "継続"], ["acts", "done", "1"], ["decisions", "withdraw", "1"],
            ["outbox", "resend", "1"], ["outbox", "drop", "1"], ["outbox", "pause", "--all"],
            ["outbox", "resume"],
        ] {
            for (post, words) in [
                ("kogyo-kach", "「kogyo-kacho」ではありませんか"), ("bucho", "就いている人がいません"),
            ] {
                let result = try await city.start(
                    arguments + [
                        "--by", post, "--reason", "理由", "--now", "2022-10-13T10:00", "--config",
                        city.configuration,
                    ]
                ).end()
                #expect(result.code == 65, "\(arguments): \(result.errors)")
                #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
            }
        }
        for arguments in [["summary", "resume"], ["summary", "release"]] {
            let result = try await city.start(
                arguments + [
                    "--by", "x", "--now", "2022-10-13T10:00", "--config", city.configuration,
                ]
            ).end()
            #expect(result.code == 65 && result.errors.contains("posts にありません"))
        }
        let list = try await city.document(["alerts", "list", "--format", "json"])
        #expect(
            !"\(list)".contains("kogyo-kach,") && (list["silences"] as? [Any])?.isEmpty != false)
        let done = try await city.start(
            ["alerts", "ack", "m01-1-1", "--by", "kogyo-kacho", "--reason", "理由"] + ack + [
                "--now", "2022-10-13T10:00", "--config", city.configuration,
            ]
        ).end()
        #expect(done.code == 0, "\(done.errors)")
    }
}
