import ShirubeCore
import Testing

@Suite struct OutboxListingTests {
    private let rows = [
        OutboxRow(
            number: 7, notice: 3, state: .due, nextAt: japanTime("2026-12-01T10:00"), attempts: 2,
            route: .mail(address: "kacho@city.example"), post: "kogyo-kacho", kind: "lagging",
            subject: "=遅れ", createdAt: japanTime("2026-12-01T09:00"), outcome: "retryLater",
            detail: "450 4.7.1 greylisted"),
        OutboxRow(
            number: 12, notice: 4, state: .dead, nextAt: japanTime("2026-12-01T10:00"),
            finishedAt: japanTime("2026-12-01T10:01"), attempts: 1,
            route: .webhook(channel: "chat"), kind: "summary", subject: "まとめ",
            createdAt: japanTime("2026-12-01T09:00"), outcome: "ambiguous", detail: "no answer"),
    ]

    private func pause(_ scope: OutboxScope, until: Timestamp? = nil) -> OutboxPause {
        OutboxPause(
            id: 1, scope: scope, until: until, author: "kikaku-kacho", reason: "入れ替え",
            at: japanTime("2026-12-01T09:30"))
    }

    private func listing(_ pauses: [OutboxPause] = []) -> OutboxListing {
        OutboxListing(rows: rows, pauses: pauses, posts: ["kogyo-kacho": "工業・雇用振興課長"])
    }

    @Test func `the table is aligned, and calls posts, kinds and outcomes by their names`() {
        #expect(
            listing().table(.japanese) == """
                番号  状態      次の送信                   回数  種類            宛先                                     件名    最後の結果
                ----  --------  -------------------------  ----  --------------  ---------------------------------------  ------  --------------------------------------------
                   7  送信待ち  2026-12-01T10:00:00+09:00     2  遅れ・水準割れ  工業・雇用振興課長 <kacho@city.example>  =遅れ   後で送るよう求められた: 450 4.7.1 greylisted
                  12  送信断念                                1  四半期まとめ    chat                                     まとめ  届いたか不明: no answer

                """)
    }

    @Test func `a pause is told, and shown of what it holds up`() {
        let held = listing([pause(.mail)])
        let table = held.table(.japanese)
        #expect(
            table.hasPrefix(
                "メールを止めています（再開するまで）。kikaku-kacho、2026-12-01T09:30:00+09:00、理由：入れ替え\n\n"))
        #expect(table.contains("送信待ち（停止中）") && table.contains("再開するまで"))
        #expect(!listing([pause(.channel("chat"))]).table(.japanese).contains("停止中"))
        let until = listing([pause(.all, until: japanTime("2026-12-02T08:00"))])
        #expect(until.table(.english).contains("waiting, paused  2026-12-02T08:00:00+09:00"))
        #expect(until.json.compact.contains("\"paused\":true"))
        #expect(until.json.compact.contains("\"until\":\"2026-12-02T08:00:00+09:00\""))
    }

    @Test func `a spreadsheet gets every column, and no formula`() {
        let lines = listing().csv(.japanese).split(separator: "\r\n")
        #expect(lines.first?.hasPrefix("\u{FEFF}number,notice,state,paused,") == true)
        #expect(lines.count == 3 && lines[1].contains(",'=遅れ,"))
    }

    @Test func `where there is nothing it says so`() {
        let none = OutboxListing(rows: [], pauses: [pause(.all)], posts: [:])
        #expect(none.table(.english).hasSuffix("There is no such delivery.\n"))
        #expect(none.table(.english).hasPrefix("Paused: everything (until it is resumed)"))
    }

    @Test func `one delivery's story is told in the order in which it happened`() {
        let account = OutboxAccount(
            row: rows[0],
            attempts: [
                OutboxAccount.Attempt(
                    beganAt: japanTime("2026-12-01T09:00"), endedAt: japanTime("2026-12-01T09:01"),
                    outcome: "permanent", detail: "550 no\u{1B}[31m such user"),
                OutboxAccount.Attempt(
                    beganAt: japanTime("2026-12-01T09:50"), endedAt: nil, outcome: nil, detail: ""),
            ],
            acts: [
                OutboxAccount.Act(
                    kind: "resend", formerly: "dead", author: "kikaku-kacho", reason: "直した",
                    at: japanTime("2026-12-01T09:40"))
            ], pauses: [pause(.mail)], size: 1_234, sha256: "ab", removedAt: nil)
        let text = account.text(posts: [:], .english)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "Delivery 7: waiting")
        #expect(lines[1] == "To: kogyo-kacho <kacho@city.example> (mail)")
        #expect(lines.contains("Bytes: 1234 B, SHA-256 ab"))
        #expect(lines.contains { $0.hasPrefix("Paused: mail") })
        let story = lines.suffix(3)
        #expect(story.first?.contains("refused (60 s) 550 no") == true)
        #expect(story.dropFirst().first?.contains("sent anew (it was: given up) by") == true)
        #expect(story.last?.hasSuffix("being sent") == true)
        #expect(!text.contains("\u{1B}"))
        #expect(account.json.compact.contains("\"acts\":[{\"kind\":\"resend\""))
    }

    @Test func `a scope covers what goes its way`() {
        let (mail, post) = (
            Delivery.Route.mail(address: "a@b.example"), Delivery.Route.webhook(channel: "c")
        )
        #expect(OutboxScope.all.covers(mail) && OutboxScope.all.covers(post))
        #expect(OutboxScope.mail.covers(mail) && !OutboxScope.mail.covers(post))
        #expect(OutboxScope.channel("c").covers(post) && !OutboxScope.channel("d").covers(post))
        #expect(!OutboxScope.channel("c").covers(mail))
    }
}
