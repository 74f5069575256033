import Foundation
import ShirubeCore
import Testing

@Suite struct ScreenOptionsTests {
    private static let report = ["report", "--quarter", "R4Q2", "--as-of", "2022-10-18"]
    private static let status = ["status", "--as-of", "2022-10-18"]

    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,12\n")
        _ = try await city.run("once", "--now", "2022-10-17")
        return city
    }

    @Test func `a table fits the terminal however it draws signs, and a pipe gets all of it`()
        async throws
    {
        let city = try await city()
        let piped = try await city.start(Self.status + ["--config", city.configuration]).end()
        #expect(!piped.output.contains("\u{1B}"))
        #expect(piped.output.contains("▄  ") && piped.output.contains("期待値"))
        #expect(!piped.output.contains("…"))
        for widths in [[1, 1], [2, 1], [2, 2], nil] {
            let cells = TextWidth.Cells(signs: widths?[0] ?? 1, blocks: widths?[1] ?? 1)
            let result = try await Typist(
                city: city, columns: 90, rows: 300, cells: widths
            ).type(Self.status)
            #expect(result.restored && result.code == 0)
            #expect(result.lines.allSatisfy { TextWidth.columns($0, cells) <= 90 })
            let row = try #require(result.lines.first { $0.hasPrefix("m01-1-1") })
            #expect(
                row.contains("12") && row.contains("ON 順調") || row.contains("LAG 遅れ")
                    || row.contains("WATCH 注意"))
            #expect(result.lines.contains { $0.contains("…") && $0.contains("WAIT 実績待ち") })
            #expect(result.output.contains("\u{1B}[38;5;243mWAIT 実績待ち\u{1B}[0m"))
        }
    }

    @Test func `a report on a terminal has the words of the report in a file`() async throws {
        let city = try await city()
        let piped = try await city.start(Self.report + ["--config", city.configuration]).end()
        let result = try await Typist(city: city, rows: 2_000).type(Self.report)
        #expect(result.lines.joined(separator: "\n") == piped.output)
        #expect(result.output.contains("\u{1B}[1m■ 1"))
        let always = try await city.start(
            Self.report + ["--color", "always", "--config", city.configuration]
        ).end()
        #expect(Typist.shown(always.output) == piped.output)
        #expect(always.output != piped.output)
    }

    @Test
    func `nothing but text goes to a terminal that knows no more, or whose reader wants none`()
        async throws
    {
        let city = try await city()
        for environment in [["TERM": "dumb"], ["NO_COLOR": "1", "PAGER": ""]] {
            let result = try await Typist(city: city, environment: environment).type(Self.report)
            #expect(!Typist.shown(result.output).contains("\u{1B}"))
            #expect(!result.output.contains("\u{1B}[1m"))
            #expect(result.output.contains("\u{1B}") == (environment["TERM"] == nil))
        }
    }

    @Test
    func `what is longer than the window goes through the pager, which may end when it likes`()
        async throws
    {
        let city = try await city()
        func rows(_ pager: String, _ more: [String] = []) async throws -> Int {
            let result = try await Typist(
                city: city, environment: ["SHIRUBE_PAGER": pager, "PAGER": "false"]
            ).type(Self.report + more)
            #expect(result.code == 0)
            return result.lines.count - 1
        }
        #expect(try await rows("head -n 3") == 3)
        #expect(try await rows("true") == 0)
        let all = try await rows("")
        #expect(all > 100)
        #expect(try await rows("/nonexistent/pager --now") == all)
        #expect(try await rows("head -n 3", ["--no-pager"]) == all)
        let high = try await Typist(
            city: city, rows: 2_000, environment: ["SHIRUBE_PAGER": "true"]
        ).type(Self.report)
        #expect(high.lines.count - 1 == all)
    }

    @Test func `with another's rights the pager is less, and is told to start nothing`()
        async throws
    {
        let city = try await city()
        let less = "#!/bin/sh\necho \"less $* secure=$LESSSECURE charset=$LESSCHARSET\"\n"
        try city.folder.write("bin/less", less)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: city.folder.path + "/bin/less")
        for (user, words) in [
            ("4321", "less -FRX secure=1 charset=utf-8"), ("0", "less -FRX secure= charset=utf-8"),
        ] {
            var environment = ["PATH": city.folder.path + "/bin:/usr/bin:/bin", "SUDO_UID": user]
            if user != "0" { environment["PAGER"] = "vim" }
            let result = try await Typist(city: city, environment: environment).type(Self.report)
            #expect(result.lines == [words, ""])
        }
    }

    @Test func `every listing goes the same way`() async throws {
        let city = try await city()
        for command in [
            ["explain", "m01-1-1"], ["answers"], ["next"], ["audit"], ["calendar"],
            ["alerts", "list"],
            ["alerts", "history"], ["outbox", "list"], ["drop", "list"], ["decisions"],
            ["acts", "list"], ["held"], ["summary", "list"], ["calibration"],
            ["review", "m01-1-1"],
            ["routes", "explain", "m01-1-1"], ["strategy", "show"],
            ["strategy", "history"],
        ] {
            let result = try await Typist(
                city: city, rows: 1, environment: ["SHIRUBE_PAGER": "echo paged"]
            ).type(command)
            #expect(result.lines == ["paged", ""], "\(command)")
        }
    }
}
