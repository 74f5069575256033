import Foundation
import Testing

@Suite struct CommandTests {
    @Test func `a rehearsal's clock is refused while anything could leave the machine`()
        async throws
    {
        let city = try await TestCity()
        let text = try city.folder.text("shirube.yaml")
        try city.folder.write(
            "shirube.yaml",
            text.replacingOccurrences(of: "host: 127.0.0.1", with: "host: mail.example")
                .replacingOccurrences(of: "security: none", with: "security: starttls"))
        for arguments in [["once", "--now"], ["serve", "--clock"]] {
            let result = try await city.start(
                arguments + ["2022-10-17", "--config", city.configuration]
            ).end()
            #expect(result.code == 64)
            #expect(result.errors.contains("mail.example"))
        }
        #expect(city.folder.names("state").isEmpty)
    }

    @Test func `a configuration that is not in order ends with 78, naming file, line and remedy`()
        async throws
    {
        let city = try await TestCity()
        #expect(try await city.run("check").code == 0)
        try city.writeConfiguration("unknown: 1")
        for command in ["check", "status", "report", "once", "serve"] {
            let result = try await city.run(command)
            #expect(result.code == 78, "\(command)")
            #expect(result.errors.contains("shirube.yaml:"))
            #expect(result.errors.contains("unknown"))
        }
    }

    @Test func `a strategy file is checked, and a wrong one ends with 65`() async throws {
        let city = try await TestCity()
        let file = TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml").path
        let good = try await city.run("strategy", "check", file)
        #expect(good.code == 0)
        #expect(good.output.contains("指標88件"))
        try city.folder.write("wrong.yaml", "strategy: x\n")
        let wrong = try await city.run("strategy", "check", city.folder.path + "/wrong.yaml")
        #expect(wrong.code == 65)
        #expect(wrong.errors.contains("wrong.yaml"))
    }

    @Test func `the skeleton of a strategy passes its own check`() async throws {
        let city = try await TestCity()
        let skeleton = try await city.run("strategy", "new").output
        try city.folder.write("new.yaml", skeleton)
        let result = try await city.run("strategy", "check", city.folder.path + "/new.yaml")
        #expect(result.code == 0, "\(result.errors)")
    }

    @Test func `strategy show prints the 88 indicators with ids that hold together`() async throws {
        let city = try await TestCity()
        let result = try await city.run("strategy", "show", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let document = try #require(parsed as? [String: Any])
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        #expect(indicators.count == 88)
        func ids(_ key: String) -> Set<String> {
            Set((document[key] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
        }
        #expect(ids("departments").count == 26)
        #expect(ids("programs").count == 61)
        #expect(ids("measures").count == 18)
        for indicator in indicators {
            let owners = try #require(indicator["departments"] as? [String])
            #expect(!owners.isEmpty && ids("departments").isSuperset(of: owners))
            if let program = indicator["program"] as? String {
                #expect(ids("programs").contains(program))
            }
        }
    }

    @Test func `the status of a city nobody has reported for lists every indicator with nulls`()
        async throws
    {
        let city = try await TestCity()
        let indicator = try await city.indicator("m05-4-2")
        #expect(indicator["status"] as? String == "WAIT")
        for key in ["period", "value", "expected", "achievementRate", "progressRate"] {
            #expect(indicator[key] is NSNull, "\(key)")
        }
        let table = try await city.run("status")
        #expect(table.output.contains("クラブ数"))
        let csv = try await city.run("status", "--format", "csv")
        #expect(csv.output.split(separator: "\r\n").count == 89)
        #expect(city.folder.names("state").isEmpty)
    }

    @Test(arguments: [
        [], ["serve"], ["once"], ["status"], ["report"], ["form"], ["check"], ["strategy"],
        ["strategy", "check"], ["strategy", "show"], ["strategy", "new"], ["drop"],
        ["drop", "check"], ["drop", "explain"], ["drop", "apply"], ["drop", "list"],
        ["drop", "revoke"], ["calendar"],
    ])
    func `every command has help with an example`(command: [String]) async throws {
        let program = try RunningProgram(
            program: TestCity.program, arguments: command + ["--help"], environment: [:],
            folder: "/")
        let result = try await program.end()
        #expect(result.code == 0)
        #expect(result.output.contains("USAGE"))
        if command != ["strategy"], command != ["drop"] {
            #expect(result.output.contains("shirube " + command.joined(separator: " ")))
        }
    }

    @Test func `a call that is no call ends with 64`() async throws {
        let city = try await TestCity()
        #expect(try await city.run("status", "--format", "xml").code == 64)
        #expect(try await city.run("report", "--quarter", "2022Q7").code == 64)
        #expect(try await city.run("dance").code == 64)
    }
}
