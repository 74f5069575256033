import Foundation
import Testing

/// A fiscal year of an invented city (架空) with three departments, told day by day to the real daemon.
///
/// 商工課 lags with a1 and recovers; 観光課 answers for the first quarter thirteen days late; everything else goes well.
final class ScriptedYear {
    let city: TestCity

    /// What people do at a moment.
    private enum Deed {
        case drop(String, String, String)
        case run([String])
    }

    init() async throws {
        city = try await TestCity()
        try city.folder.write("year.yaml", Self.strategy)
        try city.folder.write(
            "shirube.yaml",
            """
            strategies: [year.yaml]
            state: state
            drops: drops
            mark: 架空
            intake: {settleSeconds: 0, pollSeconds: 1}
            mail: {host: 127.0.0.1, port: \(city.server.smtp), security: none, from: shirube@city.example}
            channels:
              - {name: chat, kind: slack, urlFile: url}
            posts:
              shoko-kacho: [shoko-kacho@city.example]
            routes:
              departments:
                kikaku: [kikaku@city.example]
                shoko: {staff: [shoko@city.example], manager: [shoko-kacho], director: [bucho@city.example]}
                kanko: {staff: [kanko@city.example], manager: [kanko-kacho@city.example], director: [bucho@city.example]}
              planning: [planning@city.example]
              executives: [mayor@city.example]
              summary: {mail: [], channels: [chat]}
            schedule:
              - {job: quarterlySummary, workingDaysAfterEnd: 10, at: "09:00", releaseAfterWorkingDays: 3}
              - {job: inquiry, workingDaysAfterEnd: 1, at: "09:00"}
              - {job: reminder, at: "09:00", leadWorkingDays: 3}
              - {job: alertRound, at: "09:00"}
            """)
    }

    /// Plays the year; `kills` moments of it, chosen by a fixed seed, end the daemon and start it again.
    ///
    /// - Returns: the journal since the last start.
    func play(kills: Int) async throws -> String {
        for (department, text) in Self.past {
            try city.folder.write("past-\(department).csv", text)
            let result = try await city.run(
                "drop", "apply", city.folder.path + "/past-\(department).csv", "--department",
                department, "--backfill", "--now", "2022-03-30T10:00")
            try #require(result.code == 0, "\(result.output)\(result.errors)")
        }
        let rehearsal = try await Rehearsal(city, from: "2022-03-31T12:00")
        var chance = SplitMix(state: 20_220_401)
        // At night and on closed days there is nothing to interrupt.
        let busy = Self.moments.filter { Self.isBusy($0) }
        let deaths = (0..<kills).map { _ in busy[Int(chance.next() % UInt64(busy.count))] }
        for moment in Self.moments {
            var left = deaths.count { $0 == moment }
            func die() async throws {
                for _ in 0..<left {
                    // Somewhere in what the moment asks for, or after it.
                    try await Task.sleep(for: .microseconds(Int64(chance.next() % 60_000)))
                    try await rehearsal.killAndRestart()
                }
                left = 0
            }
            guard let deeds = Self.deeds[moment] else {
                if left > 0 { try rehearsal.set(moment) }
                try await die()
                try await rehearsal.move(to: moment)
                continue
            }
            try await rehearsal.move(to: moment)
            for deed in deeds {
                switch deed {
                case .drop(let name, let department, let text):
                    try await rehearsal.drop(name, department, Self.head + text, meanwhile: die)
                case .run(let arguments):
                    try await run(arguments, at: moment)
                    try await die()
                }
            }
        }
        return try await rehearsal.stop()
    }

    private func run(_ arguments: [String], at moment: String) async throws {
        let result = try await city.start(
            arguments + ["--now", moment, "--config", city.configuration]
        ).end()
        try #require(result.code == 0, "\(arguments): \(result.output)\(result.errors)")
    }

    /// What has reached people, a line a mail: when, to whom, what, and its Message-ID; copies of one are one.
    func mails() async throws -> Set<String> {
        Set(
            try await city.mails().map { mail in
                "\(mail.date.prefix(16)) \(mail.to) \(mail.subject) \(mail.id)"
            })
    }

    /// What the outbox holds for channels, a line a post: its notice, its part, and what has come of it.
    func posts() async throws -> [String] {
        try await ask(
            """
            SELECT key || ' ' || part || ' ' || state || ' ' || (SELECT outcome FROM attempt
                WHERE delivery_id = d.id ORDER BY id DESC LIMIT 1)
            FROM delivery d JOIN notice n ON n.id = notice_id WHERE route = 'webhook' ORDER BY d.id
            """)
    }

    /// When anything was attempted to be sent, in Japan, such as `2022-04-01 09:00`.
    func attempts() async throws -> [String] {
        try await ask(
            "SELECT strftime('%Y-%m-%d %H:%M', began_at / 1000 + 9 * 3600, 'unixepoch') FROM attempt"
        )
    }

    /// The only column of what the ledger answers.
    private func ask(_ sql: String) async throws -> [String] {
        let script = """
            import sqlite3, sys
            for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]):
                print(row[0])
            """
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: ["-c", script, city.folder.path + "/state/ledger.sqlite", sql],
            environment: [:], folder: "/")
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    // MARK: - The city

    private static let head = "指標ID,年度,期間,実績値,区分\n"

    private static let strategy = """
        strategy: mihon-2020
        name: 見本市総合戦略
        city: 見本市
        term: {from: FY2020, to: FY2024}
        departments:
          - {id: kikaku, name: 企画課}
          - {id: shoko, name: 商工課}
          - {id: kanko, name: 観光課}
        planningDepartment: kikaku
        goals:
          - id: g1
            number: 1
            name: 働く人を増やす
            indicators:
              - {id: a1, name: 相談件数, unit: 件, departments: [shoko], baseline: {value: 100, period: FY2019}, target: {value: 150, period: FY2024}, kind: K4, cadence: quarter}
              - {id: a2, name: 講座の数, unit: 回, departments: [shoko], baseline: {value: 20, period: FY2019}, target: {value: 100, period: FY2024}, kind: K1, cumulative: planSum, cadence: quarter}
              - {id: b1, name: 観光案内所, unit: か所, departments: [kanko], baseline: {value: 3, period: FY2019}, target: {value: 5, period: FY2024}, kind: K5, cadence: quarter}
              - {id: b2, name: 宿泊者数, unit: 人, departments: [kanko], baseline: {value: 4000, period: FY2019}, target: {value: 4400, period: FY2024}, kind: K4, cadence: quarter}
              - {id: c1, name: 登録団体, unit: 団体, departments: [kikaku], baseline: {value: 10, period: FY2019}, target: {value: 12, period: FY2024}, kind: K5, cadence: quarter}
            directions: []
        """

    /// The years before, which were fed in by hand.
    private static let past: [(String, String)] = [
        (
            "shoko",
            head
                + years([(2020, [28, 27, 28, 29]), (2021, [30, 29, 31, 30])], "a1")
                + years([(2020, [6, 5, 6, 5]), (2021, [6, 6, 6, 6])], "a2")
        ),
        (
            "kanko",
            head + years([(2020, [4, 4, 4, 5]), (2021, [5, 5, 5, 5])], "b1")
                + years(
                    [(2020, [1_050, 1_060, 1_060, 1_070]), (2021, [1_100, 1_110, 1_120, 1_130])],
                    "b2")
        ),
        ("kikaku", head + years([(2020, [11, 11, 12, 12]), (2021, [12, 12, 13, 13])], "c1")),
    ]

    private static func years(_ years: [(Int, [Int])], _ indicator: String) -> String {
        years.map { year, values in
            values.enumerated().map { "\(indicator),\(year)年度,第\($0 + 1)四半期,\($1),確報\n" }.joined()
        }.joined()
    }

    private static func quarter(_ number: Int, _ values: [(String, Int)]) -> String {
        values.map { "\($0.0),2022年度,第\(number)四半期,\($0.1),確報\n" }.joined()
    }

    private static let deeds: [String: [Deed]] = [
        "2022-07-05T10:00": [
            .drop("q1.csv", "shoko", quarter(1, [("a1", 6), ("a2", 6)])),
            .drop("q1.csv", "kikaku", quarter(1, [("c1", 13)])),
        ],
        // Thirteen days after the due day.
        "2022-07-26T10:00": [.drop("q1.csv", "kanko", quarter(1, [("b1", 5), ("b2", 1_140)]))],
        "2022-08-05T10:00": [
            .run([
                "decide", "a1", "改善", "--by", "shoko-kacho", "--reason", "相談員の欠員", "--act",
                "相談員を2人増やす", "--due", "2022-09-30", "--effect-by", "2023-03-31", "--quarter",
                "R4Q1",
            ])
        ],
        // Until the 20th of October nobody is reminded, and then whoever answered.
        "2022-08-25T10:00": [
            .run([
                "alerts", "ack", "a1", "--by", "shoko-kacho", "--reason", "相談員の欠員", "--action",
                "10月までに2人増やす", "--review", "2022-10-20",
            ])
        ],
        "2022-09-30T10:00": [
            .run(["acts", "done", "1", "--by", "shoko-kacho", "--reason", "2人着任した"])
        ],
        "2022-10-04T10:00": [
            .drop("q2.csv", "kanko", quarter(2, [("b1", 5), ("b2", 1_150)])),
            .drop("q2.csv", "kikaku", quarter(2, [("c1", 13)])),
        ],
        // A holiday, in the evening: whom it concerns is told when the office opens.
        "2022-10-10T20:00": [
            .drop("q2.csv", "shoko", quarter(2, [("a1", 5), ("a2", 6)]))
        ],
        "2023-01-05T10:00": [
            .drop("q3.csv", "shoko", quarter(3, [("a1", 110), ("a2", 6)])),
            .drop("q3.csv", "kanko", quarter(3, [("b1", 5), ("b2", 1_160)])),
            .drop("q3.csv", "kikaku", quarter(3, [("c1", 13)])),
        ],
        "2023-04-04T10:00": [
            .drop("q4.csv", "shoko", quarter(4, [("a1", 60), ("a2", 6)])),
            .drop("q4.csv", "kanko", quarter(4, [("b1", 5), ("b2", 1_170)])),
            .drop("q4.csv", "kikaku", quarter(4, [("c1", 13)])),
        ],
    ]

    /// The days on which the city hall works, from April 2022 until the year's last summary is out.
    static let workingDays: [String] = days.filter { day in
        !closed.contains(day) && !isWeekend(day)
    }

    /// The moments that the clock shows: nine o'clock of each working day, closed days, what people do, and the nights after it.
    private static let moments: [String] = {
        let open = Set(workingDays)
        let nights = deeds.keys.map { String($0.prefix(10)) + "T22:30" }
        return (days.map { $0 + (open.contains($0) ? "T09:00" : "T11:00") } + deeds.keys + nights)
            .sorted()
    }()

    /// Whether anything is to be done at a moment.
    private static func isBusy(_ moment: String) -> Bool {
        deeds[moment] != nil || moment.hasSuffix("T09:00")
    }

    private static let closed: Set<String> = [
        "2022-04-29", "2022-05-03", "2022-05-04", "2022-05-05", "2022-07-18", "2022-08-11",
        "2022-09-19", "2022-09-23", "2022-10-10", "2022-11-03", "2022-11-23", "2022-12-29",
        "2022-12-30", "2023-01-02", "2023-01-03", "2023-01-09", "2023-02-23", "2023-03-21",
    ]

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3_600) ?? calendar.timeZone
        return calendar
    }()

    private static let format = Date.ISO8601FormatStyle(timeZone: calendar.timeZone)
        .year().month().day()

    private static func isWeekend(_ day: String) -> Bool {
        (try? format.parse(day)).map(calendar.isDateInWeekend) ?? false
    }

    private static let days: [String] = {
        guard let first = try? format.parse("2022-04-01"),
            let last = try? format.parse("2023-04-21")
        else { return [] }
        return sequence(first: first) { calendar.date(byAdding: .day, value: 1, to: $0) }
            .prefix { $0 <= last }.map { $0.formatted(format) }
    }()
}
