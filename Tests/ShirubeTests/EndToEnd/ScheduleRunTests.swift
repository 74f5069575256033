import Foundation
import Testing

/// Scheduled runs and office hours, by a daemon that was down at the time.
@Suite struct ScheduleRunTests {
    private static let wrong = "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,たくさん\n"

    private func city(schedule: String = "") async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0, schedule: schedule)
        return city
    }

    private func summaries(_ city: TestCity) async throws -> [String] {
        try await city.mails().filter { $0.to == "mayor@city.example" }.map(\.subject).sorted()
    }

    @Test func `every quarter that was missed is made up for, late`() async throws {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.sleep(until: "2023-01-20T10:00")
        let subjects = try await summaries(city)
        #expect(subjects.count == 2)
        #expect(subjects.first?.contains("令和4年度第2四半期") == true)
        #expect(subjects.last?.contains("令和4年度第3四半期") == true)
        #expect(subjects.allSatisfy { $0.contains("【遅延】") })
        let journal = try await rehearsal.stop()
        #expect(journal.contains("late: it was due at 2022-10-17T09:00:00+09:00"))
    }

    @Test func `of quarters that may be merged the newest stands for those missed`() async throws {
        let city = try await city(schedule: ", missed: merge")
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.sleep(until: "2023-01-20T10:00")
        let subjects = try await summaries(city)
        #expect(subjects.count == 1)
        #expect(subjects.first?.contains("令和4年度第3四半期") == true)
        #expect(try await rehearsal.stop().contains("quarterlySummary of FY2022Q2: merged"))
    }

    @Test func `a missed quarter is left out where the schedule says so, and the next one comes`()
        async throws
    {
        let city = try await city(schedule: ", missed: skip")
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.sleep(until: "2022-10-18T10:00")
        #expect(try await summaries(city).isEmpty)
        try await rehearsal.move(to: "2023-01-18T09:00")
        let subjects = try await summaries(city)
        #expect(subjects.count == 1)
        #expect(subjects.first?.contains("令和4年度第3四半期") == true)
        #expect(subjects.first?.contains("遅延") == false)
    }

    @Test func `what is decided on a Saturday waits for the office, and a rejection does not`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.sleep(until: "2022-10-22T12:00")
        #expect(try city.server.arrivals(".eml").isEmpty)
        try await rehearsal.drop("wrong.csv", "kogyo-koyo", Self.wrong)
        #expect(try await city.mails().map(\.to) == ["kogyo-koyo@city.example"])
        try await rehearsal.move(to: "2022-10-24T08:29")
        #expect(try city.server.arrivals(".eml").count == 1)
        try await rehearsal.move(to: "2022-10-24T08:30")
        #expect(try await summaries(city).count == 1)
        #expect(try city.server.arrivals(".json").isEmpty == false)
    }

    @Test func `a job that is scheduled later owes nothing from before`() async throws {
        let city = try await city()
        try city.folder.write(
            "shirube.yaml",
            try String(contentsOfFile: city.configuration, encoding: .utf8)
                .components(separatedBy: "schedule:\n")[0])
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.move(to: "2022-10-20T12:00")
        try city.writeConfiguration(settle: 0)
        try await rehearsal.reload()
        try await rehearsal.settle()
        #expect(try city.server.arrivals(".eml").isEmpty)
        try await rehearsal.move(to: "2023-01-18T09:00")
        #expect(try await summaries(city).count == 1)
    }

    @Test func `on 1 April the successor is told, and a channel that holds a post as well`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
            posts:
              kogyo-tanto:
                - {from: 2022-04-01, mail: [sato@city.example]}
                - {from: 2023-04-01, mail: [suzuki@city.example], channels: [chat]}
            """, settle: 0, kogyo: "[kogyo-tanto]")
        let rehearsal = try await Rehearsal(city, from: "2023-03-31T10:00")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.wrong)
        #expect(try await city.mails().map(\.to) == ["sato@city.example"])
        try await rehearsal.move(to: "2023-04-01T10:00")
        try await rehearsal.drop("b.csv", "kogyo-koyo", Self.wrong + " \n")
        #expect(
            try await city.mails().map(\.to).sorted() == [
                "sato@city.example", "suzuki@city.example",
            ])
        let posts = try city.server.arrivals(".json")
        #expect(posts.count == 1)
        #expect(try posts.contains { try city.server.object($0)["blocks"] != nil })
    }
}
