import Foundation
import Shirube
import ShirubeCore
import Testing

@Suite struct ConfigurationFileTests {
    static let golden = ConfigurationFixtures("configuration")
    /// The day from which on the posts of the fixtures must be held.
    static let today = CivilDate(dayNumber: 20_544)

    @Test(arguments: golden.badInputs)
    func `a configuration that breaks a rule is refused with line and remedy`(
        name: String
    ) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Setup.load(path: Self.golden.path(name + ".yaml"), on: Self.today)
        }
        let text = error.text(.japanese) + "\n" + error.text(.english) + "\n"
        #expect(!text.contains("hunter2") && !text.contains("hooks.example.com"))
        try Self.golden.expect(text, matches: name)
    }

    @Test func `every rule has its bad configuration`() {
        #expect(Self.golden.badInputs.count > 30)
    }

    @Test func `three keys are a valid configuration that sends nothing`() throws {
        let path = Self.golden.path("good-least.yaml")
        let setup = try Setup.load(path: path, on: Self.today)
        let root = Self.golden.folder.path
        #expect(
            setup.configuration
                == Configuration(
                    file: path,
                    strategies: [ConfigurationFixtures("strategy").path("good.yaml")],
                    state: root + "/state", drops: root + "/drops"))
        #expect(setup.strategies.map(\.id.text) == ["rei"])
    }

    @Test func `every setting arrives where it belongs`() throws {
        let configuration = try Setup.load(
            path: Self.golden.path("good-full.yaml"), on: Self.today
        ).configuration
        let secret = SecretSource.file(Self.golden.path("secret"))
        #expect(configuration.language == .english)
        #expect(configuration.mark == "架空")
        #expect(
            configuration.intake
                == Configuration.Intake(
                    settleSeconds: 0.5, pollSeconds: 5, maximumBytes: 512 * 1_024,
                    limits: DropLimits(
                        maximumRows: 100, maximumColumns: 20, maximumCellLength: 300),
                    maximumPending: 50, maximumPerTurn: 5, minimumFreeBytes: 2 << 40,
                    doneFiles: true))
        #expect(
            configuration.profiles == [
                "kikaku": DropProfile(
                    headings: ["今期の人数": .value, "対象": .period], dates: .monthDayYear, year: 2021,
                    fillDown: [.programName, .indicatorName], delimiter: .semicolon, headerRows: 2),
                "shoko": DropProfile(),
            ])
        #expect(
            configuration.mail
                == Configuration.Mail(
                    servers: [
                        .init(host: "localhost", port: 2525, security: .none),
                        .init(host: "relay2.city.example.jp", port: 465, security: .tls),
                    ], from: "kikaku@city.example.jp", replyTo: "総務課 <somu@city.example.jp>",
                    login: .password(username: "shirube", secret),
                    authorities: Self.golden.path("secret"),
                    certificate: .init(
                        file: Self.golden.path("secret"), key: Self.golden.path("secret")),
                    allowedDomains: ["city.example.jp"], timeoutSeconds: 5))
        #expect(
            configuration.channels == [
                Configuration.Channel(
                    name: "planning", kind: .slack, url: secret, timeoutSeconds: 3),
                Configuration.Channel(
                    name: "audit", kind: .slack, url: .credential("audit-url"), allowsPrivate: true,
                    authorities: Self.golden.path("secret"),
                    proxy: .url("http://proxy.city.example.jp:8080")),
                Configuration.Channel(
                    name: "far", kind: .teams, url: .credential("far-url"),
                    proxy: .secret(.credential("proxy-url"))),
            ])
        #expect(
            configuration.schedule == [
                ScheduleEntry(
                    job: .quarterlySummary, each: .quarter, on: .workingDaysAfterEnd(10),
                    at: try #require(TimeOfDay(9, 5)), strategies: [Identifier("rei")],
                    missed: .merge)
            ])
        #expect(
            configuration.office
                == OfficeHours(
                    from: TimeOfDay(9, 0), until: TimeOfDay(16, 0),
                    calendar: configuration.dueDays.calendar))
        let days = configuration.dueDays
        #expect(days.calendar.list.years == [2027])
        #expect(days.calendar.yearEndFrom == MonthDay(12, 30))
        #expect(days.calendar.yearEndTo == MonthDay(1, 4))
        #expect(days.calendar.closedOnce == [CivilDate(2026, 11, 5)])
        #expect(days.calendar.closedYearly == [MonthDay(6, 23)])
        #expect(
            days
                == DueDays(
                    calendar: days.calendar,
                    rules: [.month: .workingDays(5), .year: .months(2, day: nil)]))
    }

    @Test func `posts, terms and roles arrive where they belong`() throws {
        let configuration = try Setup.load(
            path: Self.golden.path("good-full.yaml"), on: Self.today
        ).configuration
        let mail = { (name: String) in Delivery.Route.mail(address: "\(name)@city.example.jp") }
        let handover = CivilDate(2027, 4, 1)
        #expect(
            configuration.routes
                == Configuration.Routes(
                    posts: [
                        Post(
                            id: Identifier("kikaku-tanto"),
                            terms: [
                                Post.Term(
                                    from: CivilDate(2026, 4, 1),
                                    routes: [mail("a"), .webhook(channel: "planning")]),
                                Post.Term(
                                    from: handover, until: CivilDate(2030, 3, 31),
                                    routes: [mail("b")]),
                            ]),
                        Post(
                            id: Identifier("shoko-kacho"),
                            terms: [Post.Term(from: nil, routes: [mail("kacho")])]),
                    ],
                    departments: [
                        "kikaku": [
                            .staff: [.post(Identifier("kikaku-tanto")), .route(mail("kikaku"))]
                        ],
                        "shoko": [
                            .staff: [.route(mail("shoko"))],
                            .manager: [.post(Identifier("shoko-kacho"))],
                            .director: [.route(mail("bucho"))],
                        ],
                    ],
                    planning: [.route(mail("seisaku"))], executives: [.route(mail("mayor"))],
                    summary: [.route(mail("council")), .route(.webhook(channel: "planning"))]))
    }

    @Test func `figures are due on the working day before the summary that is scheduled`() throws {
        let path = try TestSetup.written(
            """
            strategies: [\(ConfigurationFixtures("strategy").path("good.yaml"))]
            state: state
            drops: drops
            routes: {summary: {channels: [chat]}}
            channels: [{name: chat, kind: slack, urlFile: \(Self.golden.path("secret"))}]
            schedule: [{job: quarterlySummary, workingDaysAfterEnd: 5, at: "09:00"}]
            calendar: {due: {year: {workingDays: 30}}}
            """)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rules = Dictionary(
            uniqueKeysWithValues: Cadence.allCases.map { ($0, DueRule.workingDays(4)) })
        #expect(
            try ConfigurationFile.read(path: path).configuration.dueDays
                == DueDays(rules: rules.merging([.year: .workingDays(30)]) { $1 }))
    }

    @Test(arguments: [
        ("starttls", 587), ("tls", 465),
    ])
    func `the port follows the protection`(security: String, port: Int) throws {
        let text = try minimal(
            mail: "{host: smtp.example.jp, from: a@example.jp, security: \(security)}")
        let server = try #require(try read(text).mail?.servers.first)
        #expect(server.port == port)
        #expect(server.security.rawValue == security)
    }

    @Test func `mail is plain on this host and STARTTLS elsewhere unless it says otherwise`() throws
    {
        let near = try read(minimal(mail: "{host: \"::1\", from: a@example.jp}")).mail?.servers
            .first
        #expect(near?.security == Configuration.Mail.Security.none)
        #expect(near?.port == 25)
        let far = try read(minimal(mail: "{host: smtp.example.jp, from: a@example.jp}")).mail?
            .servers.first
        #expect(far?.security == .starttls)
    }

    @Test func `with several strategies a route names strategy and department`() throws {
        let good = ConfigurationFixtures("strategy").path("good.yaml")
        let other = try TestSetup.written(
            String(contentsOfFile: good, encoding: .utf8).replacingOccurrences(
                of: "strategy: rei", with: "strategy: betsu"))
        defer { try? FileManager.default.removeItem(atPath: other) }
        let text = """
            strategies: [\(good), \(other)]
            state: state
            drops: drops
            mail: {host: localhost, from: a@example.jp}
            routes:
              departments:
                rei/kikaku: [a@example.jp]
                rei/shoko: [a@example.jp]
                betsu/kikaku: [a@example.jp]
                shoko: [a@example.jp]
            """
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = try #require(throws: ConfigurationError.self) {
            try Setup.load(path: path, on: Self.today)
        }
        #expect(
            error.problems.map { "\($0.line ?? 0) \($0.message.english)" } == [
                "5 商工課 (`betsu/shoko`) owns indicators, but no notice would reach it.",
                "10 The department `shoko` is in no strategy.",
            ])
    }

    @Test func `rules of rounds that are not scheduled are refused with their line`() throws {
        let settings = """
            strategies: [\(ConfigurationFixtures("strategy").path("good.yaml"))]
            state: state
            drops: drops
            alerts:
              massPercent: 30
              repeat: week
              escalateToManagerAfter: 3

            """
        let round = "schedule:\n  - {job: alertRound, at: \"09:00\"}\n"
        for (text, lines) in [(settings, [6]), (settings + round, [])] {
            let path = try TestSetup.written(text)
            defer { try? FileManager.default.removeItem(atPath: path) }
            var found: [Int?] = []
            do throws(ConfigurationError) {
                _ = try Setup.load(path: path, on: Self.today)
            } catch {
                found = error.problems.map(\.line)
                #expect(error.problems.allSatisfy { $0.message.japanese.contains("「repeat」の決まり") })
            }
            #expect(found == lines)
        }
    }

    private func minimal(mail: String) throws -> String {
        """
        strategies: [\(ConfigurationFixtures("strategy").path("good.yaml"))]
        state: state
        drops: drops
        mail: \(mail)
        """
    }

    private func read(_ text: String) throws -> Configuration {
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try ConfigurationFile.read(path: path)
            .configuration
    }
}
