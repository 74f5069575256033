import Foundation
import Glibc
import Testing

/// A department's folder whose file server hangs, comes back, or is gone, met by the real program.
@Suite(.enabled(if: HungShare.isPossible, HungShare.whyNot))
struct HungShareTests {
    /// A part of a sum: a file that is lost, or counts twice, shows in it.
    private static func part(_ number: Int) -> String {
        "指標ID,年度,期間,実績値,内訳\nm01-1-1,令和4年度,第2四半期,1,会場\(number)\n"
    }

    private static let other = "指標ID,年度,期間,実績値\nm05-4-2,R4,第2四半期,"

    private let city: TestCity
    private let share: HungShare

    init() async throws {
        city = try await TestCity()
        try city.writeConfiguration(intake: "pollSeconds: 1, answerSeconds: 4")
        share = try await HungShare(city, "kogyo-koyo")
    }

    /// How often the journal says that the folder does not answer.
    private func stuck(_ daemon: RunningProgram) -> Int {
        lines(daemon, "no answer for 4 seconds (answerSeconds) while")
    }

    /// The lines of the journal on the folder that hold the words.
    private func lines(_ daemon: RunningProgram, _ words: String) -> Int {
        daemon.errorText.split(separator: "\n").count {
            $0.contains(words) && $0.contains("department=kogyo-koyo")
        }
    }

    /// Waits until a file of the other department is taken.
    private func awaitOther(_ value: Int, _ daemon: RunningProgram) async throws {
        try city.drop("\(value).csv", "seishonen", Self.other + "\(value)\n")
        try await daemon.awaiting("the other department's file \(value)", seconds: 20) {
            city.folder.names("drops/seishonen/accepted").contains { $0.hasSuffix("-\(value).csv") }
        }
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "statfs", "readdir", "getattr", "mkdir", "rename", "fsyncdir", "open", "read", "rmdir",
        ])
    func `wherever a server hangs, the others go on, and nothing is lost or counted twice`(
        operation: String
    ) async throws {
        let path = city.folder.path + "/notify"
        let listener = try DatagramListener(path: path)
        let daemon = try city.start(
            ["serve", "--config", city.configuration, "--clock", "2022-10-17T08:00"],
            environment: ["NOTIFY_SOCKET": path])
        try await daemon.awaitError("started: watching")
        try share.hang(operation)
        try share.drop("a.csv", Self.part(1))
        try share.drop("b.csv", Self.part(2))
        try await daemon.awaiting("that it is said", seconds: 60) { stuck(daemon) == 1 }
        #expect(share.isAsked(operation))
        for value in 1...3 { try await awaitOther(value, daemon) }
        try await Task.sleep(for: .seconds(2))
        #expect(stuck(daemon) == 1)
        // The socket holds ten messages; what does not fit is lost, and said again after the next turn.
        try await daemon.awaiting("a status that names it") {
            listener.all().contains { $0.contains("no answer from") && $0.contains("kogyo") }
        }
        try share.release(operation)
        try await daemon.awaiting("both files accepted") { share.names("accepted").count == 2 }
        try await daemon.awaiting("that it is back") { lines(daemon, "answers again") == 1 }
        try await daemon.awaiting("a status without it") {
            listener.all().last { $0.hasPrefix("STATUS=") }?.contains("no answer") == false
        }
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 2)
        #expect(share.names(".claimed").isEmpty)
        #expect(lines(daemon, "accepted: 1 readings") == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `neither a stop nor a start waits for a server that hangs`() async throws {
        let first = try await city.serve()
        try share.hang("readdir")
        try await first.awaiting("a look that hangs") { share.isAsked("readdir") }
        var start = ContinuousClock.now
        first.signal(SIGTERM)
        try await first.awaitError("notice: stopped")
        #expect(start.duration(to: .now) < .seconds(15))
        // The system keeps what is left of it until the server answers; nobody has to wait for that.
        // Now already the folder cannot be opened.
        try share.hang("open")
        try share.hang("getattr")
        try share.drop("a.csv", Self.part(1))
        start = ContinuousClock.now
        let second = try await city.serve()
        #expect(start.duration(to: .now) < .seconds(15))
        try await awaitOther(1, second)
        try await second.awaiting("that it is said") { stuck(second) == 1 }
        for operation in ["readdir", "open", "getattr"] { try share.release(operation) }
        #expect(try await first.end().code == 0)
        try await second.awaiting("the file") { share.names("accepted").count == 1 }
        #expect(try await second.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a daemon that is killed while a committed file's move hangs moves it later`() async throws
    {
        let first = try await city.serve()
        try share.hang("read")
        try share.drop("a.csv", Self.part(1))
        try await first.awaiting("its reading") { share.isAsked("read") }
        try share.hang("rename")
        try share.release("read")
        try await first.awaiting("its move") { share.isAsked("rename") }
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 1)
        first.signal(SIGKILL)
        try share.release("rename")
        _ = try await first.end()
        let second = try await city.serve()
        try await second.awaiting("the file") { share.names("accepted").count == 1 }
        #expect(try await second.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 1)
        let list = try await city.run("drop", "list", "--format", "json")
        #expect(list.output.components(separatedBy: "a.csv").count == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func
        `a file that is still being written on a slow server is given back, and taken whole later`()
        async throws
    {
        let daemon = try await city.serve()
        try share.hang("read")
        try share.drop("a.csv", Self.part(1))
        try await daemon.awaiting("its reading") { share.isAsked("read") }
        let claim = try #require(share.names(".claimed").first)
        let path = city.folder.path + "/server/.claimed/\(claim)/a.csv"
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("m01-1-1,令和4年度,第2四半期,1,会場2\n".utf8))
        try handle.close()
        try share.release("read")
        try await daemon.awaiting("the file") { share.names("accepted").count == 1 }
        #expect(try await daemon.stop().code == 0)
        #expect(lines(daemon, "accepted: 2 readings") == 1)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `one pass takes in what answers, and says what did not`() async throws {
        try share.hang("readdir")
        try share.drop("a.csv", Self.part(1))
        try city.drop("b.csv", "seishonen", Self.other + "1\n")
        let pass = try city.start(
            ["once", "--now", "2022-10-17", "--config", city.configuration])
        let words = "受理1件、変更なし0件、差し戻し0件、応答のないフォルダー: kogyo-koyo（記録を見てください）\n"
        try await pass.awaiting("its answer") { pass.outputText == words }
        try share.release("readdir")
        #expect(try await pass.end().code == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a folder whose server has gone and is mounted anew is taken up again`() async throws {
        let daemon = try await city.serve()
        try share.hang("readdir")
        try share.drop("a.csv", Self.part(1))
        try await daemon.awaiting("that it is said") { stuck(daemon) == 1 }
        // Whoever waits for a server that is gone hears an error.
        share.end()
        try share.release("readdir")
        try await share.start()
        try await daemon.awaiting("the file") { share.names("accepted").count == 1 }
        try share.drop("b.csv", Self.part(2))
        try await daemon.awaiting("another file") { share.names("accepted").count == 2 }
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `reloads while a server hangs leave no further threads behind`() async throws {
        let daemon = try await city.serve()
        try share.hang("readdir")
        try share.drop("a.csv", Self.part(1))
        try await daemon.awaiting("that it is said") { stuck(daemon) == 1 }
        let threads = {
            try FileManager.default.contentsOfDirectory(
                atPath: "/proc/\(daemon.identifier)/task"
            ).count
        }
        for number in 1...12 {
            daemon.signal(SIGHUP)
            try await daemon.awaiting("the reload") {
                daemon.errorText.components(separatedBy: "was read anew").count == number + 1
            }
            try await awaitOther(number, daemon)
        }
        // Swift's own, one that hangs, and a few that are about to end.
        #expect(try threads() < 20)
        try share.release("readdir")
        try await daemon.awaiting("the file") { share.names("accepted").count == 1 }
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 1)
    }
}
