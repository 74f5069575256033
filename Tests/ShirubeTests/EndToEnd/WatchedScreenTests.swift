import Foundation
import ShirubeCore
import Testing

@Suite struct WatchedScreenTests {
    /// How every drawing ends.
    private static let end = "q 終了 \u{1B}[0m"

    /// A city of which one figure has been taken in.
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,12\n")
        _ = try await city.run("once", "--now", "2022-10-17")
        return city
    }

    private func override(_ city: TestCity) -> [String] {
        [
            TestCity.program.path, "override", "m01-1-1", "--status", "WATCH", "--reason", "様子見",
            "--by", "課長", "--now", "2022-10-18T10:00", "--config", city.configuration,
        ]
    }

    @Test
    func `it is drawn anew when the ledger changes, with a mark, and else nothing is written`()
        async throws
    {
        let city = try await city()
        let result = try await Typist(city: city, columns: 140, rows: 20).type(
            ["status", "--watch", "600"],
            [
                .expect(Self.end), .quiet(seconds: 2.5), .run(override(city)),
                .expect("* m01-1-1"), .expect("* 変化"), .send("G"), .expect("\u{1B}[H"),
                .expect("様子見"), .send("q"),
            ])
        #expect(result.code == 0)
        #expect(result.restored)
        #expect(result.output.contains("\u{1B}[?1049h\u{1B}[?25l"))
        #expect(result.output.hasSuffix("\u{1B}[?25h\u{1B}[?1049l"))
        // The window's last row is the line about the rest; no drawing has more rows than the window.
        let drawings = result.output.components(separatedBy: "\u{1B}[H").dropFirst()
        #expect(drawings.allSatisfy { $0.components(separatedBy: "\r\n").count == 20 })
    }

    /// How a drawing may be ended from outside, and what the caller then sees.
    struct Ending: Sendable {
        let step: Typist.Step
        let code: Int32
    }

    @Test(arguments: [
        Ending(step: .send("\u{3}"), code: -2), Ending(step: .signal("SIGTERM"), code: -15),
        Ending(step: .signal("SIGHUP"), code: -1),
    ])
    func `however it is ended, the terminal is as it was, and the caller sees the signal`(
        ending: Ending
    ) async throws {
        let result = try await Typist(city: try await city()).type(
            ["status", "--watch"], [.expect(Self.end), ending.step])
        #expect(result.code == ending.code)
        #expect(result.restored)
        #expect(result.output.hasSuffix("\u{1B}[?25h\u{1B}[?1049l"))
    }

    @Test func `a window that becomes smaller is drawn anew to its size, and no row is marked`()
        async throws
    {
        let result = try await Typist(city: try await city(), columns: 200).type(
            ["status", "--watch", "600"],
            [
                .expect(Self.end), .resize(columns: 60, rows: 10), .expect("\u{1B}[10;1H"),
                .send("q"),
            ])
        let last = try #require(result.output.components(separatedBy: "\u{1B}[H").last)
        // The terminal itself puts a return before each new line.
        let rows = Typist.shown(last).components(separatedBy: "\r\r\n")
        #expect(rows.count == 10)
        for row in rows { #expect(TextWidth.columns(row, .narrow) <= 60, "\(row)") }
        #expect(!rows.contains { $0.hasPrefix("*") })
    }

    @Test func `Ctrl-Z where nobody could bring it to the front again only draws it anew`()
        async throws
    {
        let result = try await Typist(city: try await city()).type(
            ["status", "--watch", "600"],
            [
                .expect(Self.end), .send("\u{1A}"), .expect("\u{1B}[?1049l"),
                .expect("\u{1B}[?1049h"), .expect(Self.end), .send("\u{3}"),
            ])
        #expect(result.code == -2)
        #expect(result.restored)
    }

    @Test func `the report is drawn too, and its own time is no change`() async throws {
        let city = try await city()
        let result = try await Typist(city: city, columns: 100, rows: 12).type(
            ["report", "--quarter", "R4Q2", "--watch", "1"],
            [
                .expect(Self.end), .send(" "), .expect(Self.end), .run(["/bin/sleep", "2.5"]),
                .send("q"),
            ])
        #expect(result.code == 0)
        #expect(!result.output.contains("変化"))
    }

    @Test func `what cannot be watched is refused with a sentence`() async throws {
        let city = try await city()
        let piped = try await city.run("status", "--watch")
        #expect(piped.code == 64)
        #expect(piped.errors.contains("出力先が描き直せる端末ではない"))
        let dumb = try await Typist(city: city, environment: ["TERM": "dumb"]).type([
            "status", "--watch", "--language", "en",
        ])
        #expect(dumb.code == 64)
        #expect(dumb.output.contains("standard output is none that can be drawn on"))
        for (more, words) in [
            (["--as-of", "2022-10-18"], "--as-of"), (["--format", "json"], "--format"),
            (["--watch", "0"], "1以上の秒数"),
        ] {
            let result = try await city.start(
                ["status", "--watch", "5"] + more + ["--config", city.configuration]
            ).end()
            #expect(result.code == 64)
            #expect(result.errors.contains(words))
        }
    }
}
