import Foundation
import Testing

@Suite struct FormCommandTests {
    private func form(_ city: TestCity, _ arguments: String...) async throws -> TestCity.Result {
        try await city.start(["form", "--config", city.configuration] + arguments).end()
    }

    @Test func `a form is due on the working day before the summary`() async throws {
        let city = try await TestCity()
        // The summary leaves on the tenth working day after 30 September 2022: 17 October, a Monday.
        let result = try await form(city, "--department", "kogyo-koyo", "--quarter", "R4Q2")
        #expect(result.code == 0)
        #expect(result.output.contains("提出期限: 令和4年10月14日（金）"))
        #expect(result.output.contains("【架空】第2期苫小牧市総合戦略　令和4年度第2四半期"))
        #expect(result.output.contains("\(city.folder.path)/drops/kogyo-koyo に"))
        #expect(city.folder.names("state").isEmpty)
        let other = try await form(
            city, "--department", "kogyo-koyo", "--quarter", "R4Q2", "--due", "2022-10-07",
            "--language", "en")
        #expect(other.output.contains("Due: Fri 7 Oct 2022"))
    }

    @Test func `a department that is not there is refused with the nearest one`() async throws {
        let city = try await TestCity()
        for name in ["kogyo-koyu", "工業・雇用推進課"] {
            let result = try await form(city, "--department", name, "--quarter", "R4Q2")
            #expect(result.code == 65)
            #expect(result.errors.contains("「kogyo-koyo」（工業・雇用振興課）ではありませんか。"))
        }
        let english = try await form(city, "--department", "kogyo-koyu", "--language", "en")
        #expect(english.errors.contains("Did you mean kogyo-koyo?"))
        let strategy = try await form(
            city, "--department", "kogyo-koyo", "--strategy", "nowhere")
        #expect(strategy.code == 65)
        #expect(strategy.errors.contains("tomakomai-2020"))
    }

    @Test func `a quarter for which nothing is owed is refused`() async throws {
        let city = try await TestCity()
        let result = try await form(city, "--department", "kogyo-koyo", "--quarter", "R8Q2")
        #expect(result.code == 65)
        #expect(result.errors == "工業・雇用振興課が令和8年度第2四半期に報告する指標はありません。\n")
    }

    @Test func `a file is written whole, and never over another one unasked`() async throws {
        let city = try await TestCity()
        let file = city.folder.path + "/form.csv"
        let arguments = ["--department", "kogyo-koyo", "--quarter", "R4Q2", "--output", file]
        func write(_ more: String...) async throws -> TestCity.Result {
            let command = ["form", "--config", city.configuration] + arguments + more
            return try await city.start(command).end()
        }
        #expect(try await write().code == 0)
        let first = try city.folder.text("form.csv")
        #expect(first.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
        let again = try await write("--encoding", "cp932")
        #expect(again.code == 73)
        #expect(again.errors.contains("--force"))
        #expect(try city.folder.text("form.csv") == first)
        #expect(try await write("--encoding", "cp932", "--force").code == 0)
        #expect(try city.folder.text("form.csv") != first)
    }

    @Test func `an encoding is for CSV alone, and a workbook not for a terminal`() async throws {
        let city = try await TestCity()
        let result = try await form(
            city, "--department", "kogyo-koyo", "--format", "xlsx", "--encoding", "utf8")
        #expect(result.code == 64)
        #expect(result.errors.contains("--encoding is for --format csv"))
        // script(1) gives the command a terminal.
        let command =
            "\(TestCity.program.path) form --config \(city.configuration) --department kogyo-koyo "
            + "--quarter R4Q2 --format xlsx"
        let terminal = try RunningProgram(
            program: URL(filePath: "/usr/bin/script"),
            arguments: ["--quiet", "--return", "--command", command, "/dev/null"], environment: [:],
            folder: city.folder.path)
        let refused = try await terminal.end()
        #expect(refused.code == 64)
        #expect(refused.output.contains("--output"))
    }

    @Test func `a name that CP932 cannot hold is said in one sentence`() async throws {
        let city = try await TestCity()
        let strategy = try String(
            contentsOf: TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml"),
            encoding: .utf8)
        try city.folder.write(
            "strategy.yaml", strategy.replacingOccurrences(of: "name: 内定者数", with: "name: 內定者数𠮷"))
        let configuration = try city.folder.text("shirube.yaml")
        let lines = configuration.split(separator: "\n").map { line in
            line.hasPrefix("strategies:") ? "strategies: [strategy.yaml]" : line
        }
        try city.folder.write("shirube.yaml", lines.joined(separator: "\n") + "\n")
        let result = try await form(
            city, "--department", "kogyo-koyo", "--quarter", "R4Q2", "--encoding", "cp932")
        #expect(result.code == 65)
        #expect(
            result.errors
                == "「內定者数𠮷」の「內」（U+5167）はCP932で書けません。--encoding utf8 で作ってください。\n")
        #expect(
            try await form(city, "--department", "kogyo-koyo", "--quarter", "R4Q2").code == 0)
    }
}
