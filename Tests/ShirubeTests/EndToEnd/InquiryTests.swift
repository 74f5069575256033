import Foundation
import Testing

/// Who is asked for figures, when, and with what, by the real daemon over weeks of a rehearsal.
@Suite struct InquiryTests {
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(
            settle: 0,
            schedule: """
                }
                  - {job: inquiry, workingDaysAfterEnd: 1, at: "09:00"}
                  - {job: reminder, at: "09:00", leadWorkingDays: 3
                """)
        return city
    }

    /// The mails whose subject holds a word.
    private func mails(_ word: String, _ city: TestCity) async throws -> [ArrivedMail] {
        try await city.mails().filter { $0.subject.contains(word) }
    }

    @Test
    func
        `a year's figures are asked for on 30 April, beside each quarter's, and alerts on the last Friday`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(
            settle: 0,
            schedule: "}\n  - {job: inquiry, workingDaysAfterEnd: 1, at: \"09:00\"}\n"
                + "  - {job: inquiry, each: fiscalYear, day: 04-30, at: \"10:00\"}\n"
                + "  - {job: alertRound, each: month, last: friday, at: \"11:00\"")
        func subjects(_ now: String) async throws -> [String] {
            _ = try await city.run("once", "--now", now)
            return try await city.mails().filter { $0.to == "kogyo-koyo@city.example" }
                .map(\.subject).sorted()
        }
        #expect(try await subjects("2022-03-31T12:00").isEmpty)
        #expect(try await subjects("2022-04-01T09:00").count == 1)
        // The 30th is a Saturday, and the holidays of May begin on the 3rd.
        #expect(try await subjects("2022-04-28T10:00").count == 1)
        // The last Friday of April is a holiday: the round is on the day before.
        func digests() async throws -> Int {
            try await city.mails().count { $0.subject.contains("警告の動き") }
        }
        #expect(try await digests() == 0)
        _ = try await subjects("2022-04-28T11:00")
        #expect(try await digests() == 1)
        let asked = try await subjects("2022-05-02T10:00")
        #expect(asked.count == 2, "\(asked)")
        #expect(asked.contains { $0.contains("【照会】令和3年度の実績") }, "\(asked)")
    }

    @Test func `each department is asked once, with a form that is taken in as it is filled in`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-09-30T16:00")
        // Saturday and Sunday: offices are closed.
        try await rehearsal.move(to: "2022-10-01T09:00")
        try await rehearsal.move(to: "2022-10-03T08:59")
        #expect(try await city.mails().isEmpty)
        try await rehearsal.move(to: "2022-10-03T09:00")
        let asked = try await mails("【照会】", city)
        let kogyo = asked.filter { $0.to == "kogyo-koyo@city.example" }
        try #require(kogyo.count == 1)
        #expect(kogyo[0].subject == "【架空】【照会】令和4年度第2四半期の実績（令和4年10月14日（金）まで）")
        #expect(kogyo[0].text.contains("m01-1-1"))
        #expect(kogyo[0].text.contains("drops/kogyo-koyo"))
        let form = try #require(kogyo[0].files["kogyo-koyo-FY2022Q2.csv"])
        #expect(kogyo[0].files["kogyo-koyo-FY2022Q2.xlsx"]?.starts(with: Data("PK".utf8)) == true)
        try await rehearsal.killAndRestart()
        try await rehearsal.settle()
        try await rehearsal.move(to: "2022-10-04T09:00")
        #expect(try await mails("【照会】", city).count == asked.count)
        // The clerk fills in the first figure and saves the file.
        let text = try #require(String(data: form, encoding: .utf8))
        let line = try #require(
            text.components(separatedBy: "\r\n").first { $0.hasPrefix("m01-1-1,") })
        let filled = text.replacingOccurrences(
            of: line, with: line.replacingOccurrences(of: ",,速報", with: ",12,速報"))
        #expect(filled != text)
        try await rehearsal.drop("R4Q2.csv", "kogyo-koyo", filled)
        #expect(
            city.folder.names("drops/kogyo-koyo/accepted").contains { $0.hasSuffix("R4Q2.csv") })
        _ = try await rehearsal.stop()
        let figure = try await city.indicator("m01-1-1", asOf: "2022-10-05")
        #expect(figure["value"] as? Double == 12)
    }

    @Test func `whoever has not answered is reminded once, three working days before the due day`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-03T08:00")
        for day in ["03", "04", "05", "06", "07"] {
            try await rehearsal.move(to: "2022-10-\(day)T09:00")
        }
        #expect(try await mails("【提出のお願い】", city).isEmpty)
        // 10 October is a holiday, so that the third working day before 14 October is the 11th.
        try await rehearsal.move(to: "2022-10-10T09:00")
        #expect(try await mails("【提出のお願い】", city).isEmpty)
        try await rehearsal.move(to: "2022-10-11T09:00")
        let reminders = try await mails("【提出のお願い】", city)
        let kogyo = reminders.filter { $0.to == "kogyo-koyo@city.example" }
        try #require(kogyo.count == 1)
        #expect(kogyo[0].subject.contains("令和4年10月14日（金）が期限"))
        #expect(kogyo[0].files.count == 2)
        try await rehearsal.killAndRestart()
        for day in ["12", "13", "14", "17"] {
            try await rehearsal.move(to: "2022-10-\(day)T09:00")
        }
        #expect(try await mails("【提出のお願い】", city).count == reminders.count)
        #expect(Set(reminders.map(\.id)).count == reminders.count)
        _ = try await rehearsal.stop()
    }

    @Test func `what is overdue is asked for each week, higher up with time, until it is there`()
        async throws
    {
        let city = try await TestCity()
        let kogyo = """
            {staff: [kogyo-koyo@city.example], manager: [kacho@city.example], \
            director: [bucho@city.example]}
            """
        try city.writeConfiguration(
            settle: 0,
            schedule: """
                }
                  - {job: reminder, at: "09:00"
                """, kogyo: kogyo)
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T08:00")
        try await rehearsal.move(to: "2022-10-14T09:00")
        let told = {
            try await self.mails("【未回答】", city).map(\.to).filter {
                $0 != "others@city.example" && !$0.hasPrefix("seisaku")
            }
        }
        #expect(try await told().isEmpty)
        try await rehearsal.move(to: "2022-10-17T09:00")
        #expect(try await told() == ["kogyo-koyo@city.example"])
        try await rehearsal.killAndRestart()
        try await rehearsal.move(to: "2022-10-21T09:00")
        #expect(try await told().count == 1)
        // Six working days after the due day the manager hears of it too, after eleven the director.
        try await rehearsal.move(to: "2022-10-24T09:00")
        #expect(
            try await told().sorted() == [
                "kacho@city.example", "kogyo-koyo@city.example", "kogyo-koyo@city.example",
            ])
        try await rehearsal.move(to: "2022-10-31T09:00")
        #expect(try await told().filter { $0 == "bucho@city.example" }.count == 1)
        let before = try await told().count
        // Why it is late is said for one indicator, and the rest reported.
        let rows = try await city.document([
            "answers", "--quarter", "R4Q2", "--department", "kogyo-koyo", "--as-of",
            "2022-10-31T10:00", "--format", "json",
        ])
        let departments = try #require(rows["departments"] as? [[String: Any]])
        let missing = try #require(departments[0]["missing"] as? [[String: Any]])
        let late = try #require(missing.last?["indicator"] as? String)
        let list = try await city.document([
            "alerts", "list", "--type", "overdue", "--as-of", "2022-10-31T10:30", "--format",
            "json",
        ])
        let alerts = try #require(list["alerts"] as? [[String: Any]])
        let alert = try #require(alerts.first { $0["indicator"] as? String == late })
        let answered = try await city.run(
            "alerts", "ack", "\(try #require(alert["number"] as? Int))", "--reason", "統計の公表待ち",
            "--action",
            "公表され次第、報告する", "--review", "2022-12-20", "--now", "2022-10-31T11:00")
        #expect(answered.code == 0, "\(answered.errors)")
        let lines = missing.dropLast().compactMap { $0["indicator"] as? String }.map {
            "\($0),R4,第2四半期,…\n"
        }
        try await rehearsal.drop(
            "b.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\n" + lines.joined())
        try await rehearsal.move(to: "2022-11-07T09:00")
        #expect(try await told().count == before)
        _ = try await rehearsal.stop()
    }

    @Test func `answers shows who has answered, who is late, and how often`() async throws {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-06-30T12:00")
        try await rehearsal.move(to: "2022-07-05T10:00")
        let head = "指標ID,年度,期間,実績値\n"
        try await rehearsal.drop("a.csv", "kogyo-koyo", head + "m01-1-1,R4,第1四半期,2\n")
        try await rehearsal.move(to: "2022-10-17T09:00")
        _ = try await rehearsal.stop()
        let document = try await city.document([
            "answers", "--quarter", "R4Q1", "--as-of", "2022-10-17T09:00", "--format", "json",
        ])
        let departments = try #require(document["departments"] as? [[String: Any]])
        let kogyo = try #require(departments.first { $0["id"] as? String == "kogyo-koyo" })
        #expect(kogyo["given"] as? Int == 1)
        #expect(kogyo["quarters"] as? Int == 2)
        #expect(kogyo["lateQuarters"] as? Int == 2)
        let missing = try #require(kogyo["missing"] as? [[String: Any]])
        #expect(missing.allSatisfy { $0["indicator"] as? String != "m01-1-1" })
        let before = try await city.document([
            "answers", "--quarter", "R4Q1", "--as-of", "2022-07-04T09:00", "--format", "json",
        ])
        let earlier = try #require(before["departments"] as? [[String: Any]])
        #expect(earlier.allSatisfy { $0["given"] as? Int == 0 && $0["overdue"] as? Int == 0 })
        let table = try await city.run(
            "answers", "--quarter", "R4Q1", "--as-of", "2022-10-17T09:00", "--department",
            "kogyo-koyo", "--missing")
        #expect(table.code == 0)
        #expect(table.output.contains("工業・雇用振興課") && table.output.contains("超過"))
        let unknown = try await city.run("answers", "--department", "kogyo")
        #expect(unknown.code == 65)
        #expect(unknown.errors.contains("「kogyo」という部署はありません"))
    }

    @Test func `a key of another job is refused with its line`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(
            schedule: """
                }
                  - {job: inquiry, workingDaysAfterEnd: 1, at: "09:00", leadWorkingDays: 3
                """)
        let result = try await city.run("check")
        #expect(result.code == 78)
        #expect(result.errors.contains("「leadWorkingDays」は「inquiry」にはありません"))
    }
}
