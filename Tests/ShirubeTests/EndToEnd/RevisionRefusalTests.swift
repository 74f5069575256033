import Foundation
import Testing

/// Revisions that are refused, each with a sentence, and without any effect.
@Suite struct RevisionRefusalTests {
    private func edited() async throws -> EditedCity {
        let edited = try await EditedCity()
        _ = try await edited.city.run("once", "--now", "2022-10-17")
        return edited
    }

    private func expectUnrevised(_ edited: EditedCity) async throws {
        let history = try await edited.run(["strategy", "history"])
        #expect(history.output.contains("改定のない指標: 88件"))
    }

    @Test func `nothing to revise, an unknown indicator and one that is the same are told apart`()
        async throws
    {
        let edited = try await edited()
        let nothing = try await edited.revise(
            on: "2022-10-18", from: "2022-11-01", at: "2022-10-18")
        #expect(nothing.code == 65)
        #expect(nothing.errors.contains("改定するものがありません"))
        try edited.raiseTarget(to: 50)
        for (id, words) in [
            ("m99-9-9", "指標「m99-9-9」はファイルにも記録にもありません"),
            ("m01-2-1", "指標「m01-2-1」の定義は、ファイルでも記録でも同じです"),
        ] {
            let result = try await edited.revise(
                on: "2022-10-18", from: "2022-11-01", at: "2022-10-18", ["--yes", "--kpi", id])
            #expect(result.code == 65)
            #expect(result.errors.contains(words))
        }
        let history = try await edited.run(["strategy", "history", "m99-9-9"])
        #expect(history.code == 65)
        #expect(history.errors.contains("指標「m99-9-9」の定義は記録されていません"))
        try await expectUnrevised(edited)
    }

    @Test func `dates that cannot be are refused`() async throws {
        let edited = try await edited()
        try edited.raiseTarget(to: 50)
        let bad = try await edited.revise(on: "2022-02-30", from: "2022-11-01", at: "2022-10-18")
        #expect(bad.code == 64)
        #expect(bad.errors.contains("2022-02-30"))
        let future = try await edited.revise(
            on: "2022-10-19", from: "2022-11-01", at: "2022-10-18")
        #expect(future.code == 65)
        #expect(future.errors.contains("決定日 2022-10-19 はまだ来ていません"))
        let early = try await edited.revise(
            on: "2022-10-18", from: "2020-03-31", at: "2022-10-18")
        #expect(early.code == 65)
        #expect(early.errors.contains("指標「m01-1-1」の第1版は 2020-04-01 から有効なので"))
        try await expectUnrevised(edited)
    }

    @Test func `where nobody can be asked nothing is recorded`() async throws {
        let edited = try await edited()
        try edited.raiseTarget(to: 50)
        let result = try await edited.revise(
            on: "2022-10-18", from: "2022-11-01", at: "2022-10-18", [])
        #expect(result.code == 64)
        #expect(result.errors.contains("--yes"))
        let blank = try await edited.run([
            "strategy", "revise", edited.file, "--decided-by", " ", "--reason", "x",
            "--decided-on", "2022-10-18", "--valid-from", "2022-11-01",
        ])
        #expect(blank.code == 64)
        #expect(blank.errors.contains("--decided-by"))
        try await expectUnrevised(edited)
    }

    @Test(arguments: [("n", 65, "記録していません。"), ("y", 0, "1指標の新しい版を記録しました。")])
    func `on a terminal the answer decides`(answer: String, code: Int, words: String) async throws {
        let edited = try await edited()
        try edited.raiseTarget(to: 50)
        // A terminal of its own, whose user waits for the question.
        let script = """
            import os, pty, sys
            pid, terminal = pty.fork()
            if pid == 0: os.execv(sys.argv[2], sys.argv[2:])
            seen = b""
            while True:
                try: piece = os.read(terminal, 4096)
                except OSError: break
                if not piece: break
                seen += piece
                if b"[y/N]" in piece: os.write(terminal, sys.argv[1].encode() + b"\\n")
            sys.stdout.buffer.write(seen)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            """
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: [
                "-c", script, answer, TestCity.program.path, "strategy", "revise", edited.file,
                "--decided-on", "2022-10-18", "--valid-from", "2022-11-01", "--now", "2022-10-18",
                "--config", edited.city.configuration,
            ] + EditedCity.decision, environment: [:], folder: edited.city.folder.path)
        let result = try await program.end()
        #expect(result.code == Int32(code), "\(result.output) \(result.errors)")
        #expect(result.output.contains("2022-11-01 から有効な版として記録しますか？ [y/N]"))
        #expect(result.output.contains(words))
        let history = try await edited.run(["strategy", "history"])
        #expect(history.output.contains("改定のない指標: \(code == 0 ? 87 : 88)件"))
    }

    @Test func `a strategy that was never used cannot be revised`() async throws {
        let edited = try await EditedCity()
        let result = try await edited.revise(
            on: "2022-10-18", from: "2022-11-01", at: "2022-10-18")
        #expect(result.code == 65)
        #expect(result.errors.contains("定義はまだ記録されていない"))
    }

    @Test func `two decisions on one file are recorded one after the other`() async throws {
        let edited = try await edited()
        try edited.raiseTarget(to: 50)
        try edited.edit("term: {from: FY2020, to: FY2024}", "term: {from: FY2020, to: FY2025}")
        let first = try await edited.revise(
            on: "2022-10-18", from: "2022-11-01", at: "2022-10-18", ["--yes", "--kpi", "m01-1-1"])
        #expect(first.output.contains("ファイルにはまだ記録していない変更が87指標にあり"))
        #expect(try await edited.run(["check"]).code == 78)
        let second = try await edited.revise(
            on: "2022-10-18", from: "2022-11-01", at: "2022-10-19")
        #expect(second.output.contains("87指標の新しい版を記録しました。"))
        #expect(try await edited.run(["check"]).code == 0)
    }
}
