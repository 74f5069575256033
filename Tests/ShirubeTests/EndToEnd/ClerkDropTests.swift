import Foundation
import Glibc
import Testing

/// What a folder holds where people work as they do, met by the real program.
@Suite struct ClerkDropTests {
    private static let good = "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n"

    private let city: TestCity
    private let folder: String

    init() async throws {
        city = try await TestCity()
        folder = city.folder.path + "/drops/kogyo-koyo"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func report() throws -> String {
        let names = city.folder.names("drops/kogyo-koyo/rejected")
        guard let report = names.first(where: { $0.hasSuffix(".report.txt") }) else { return "" }
        return try city.folder.text("drops/kogyo-koyo/rejected/" + report)
    }

    @Test func `what programs put beside drops for themselves is neither taken nor waited for`()
        async throws
    {
        let names = [
            "~$実績.xlsx", ".~lock.実績.csv#", "実績.csv.tmp", "実績.csv.part", "実績.csv.filepart",
            "実績.crdownload", "THUMBS.DB", "Desktop.ini", ".DS_Store", "._実績.csv", ".実績.csv.swp",
            "$RECYCLE.BIN", "lost+found",
            "実績.csv~",
        ]
        for name in names { try city.folder.write("drops/kogyo-koyo/" + name, Self.good) }
        let start = ContinuousClock.now
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し0件\n", "\(result.errors)")
        #expect(start.duration(to: .now) < .seconds(30))
        #expect(Set(city.folder.names("drops/kogyo-koyo")).isSuperset(of: names))
    }

    @Test
    func
        `a file of no bytes is waited for, filled in the meantime, and else rejected with a sentence`()
        async throws
    {
        let daemon = try await city.serve()
        try city.folder.write("drops/kogyo-koyo/a.csv", "")
        // Many times as long as other files are given.
        try await Task.sleep(for: .seconds(3))
        #expect(city.folder.names("drops/kogyo-koyo").contains("a.csv"))
        try city.folder.write("drops/kogyo-koyo/a.csv", Self.good)
        try await daemon.awaiting("an accepted file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        #expect(try await daemon.stop().code == 0)
        try city.folder.write("drops/kogyo-koyo/b.csv", "")
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        #expect(try report().contains("空です"))
    }

    @Test(.timeLimit(.minutes(5)))
    func `a file that grows for ever is waited for, and costs nobody time`() async throws {
        let daemon = try await city.serve()
        let path = folder + "/log.csv"
        // Opened and closed again each time, so that no lease tells of it, and as often as can be.
        let writer = Thread {
            while !Thread.current.isCancelled {
                let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
                _ = unsafe write(file, "指標ID,年度\n", 16)
                close(file)
            }
        }
        writer.start()
        defer { writer.cancel() }
        let start = ContinuousClock.now
        let before = try daemon.processorSeconds()
        for value in 1...10 {
            try city.drop(
                "\(value).csv", "seishonen", "指標ID,年度,期間,実績値\nm05-4-2,R4,第2四半期,\(value)\n")
            try await daemon.awaiting("another department's file", seconds: 30) {
                city.folder.names("drops/seishonen/accepted").count { $0.hasSuffix(".csv") }
                    == value
            }
            try await Task.sleep(for: .milliseconds(500))
        }
        let seconds = start.duration(to: .now) / .seconds(1)
        #expect(try daemon.processorSeconds() - before < seconds * 0.75)
        #expect(city.folder.names("drops/kogyo-koyo").contains("log.csv"))
        writer.cancel()
        try await daemon.awaiting("its report", seconds: 60) { try !report().isEmpty }
        #expect(try await daemon.stop().code == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a folder that people have moved away, or put a file in the place of, is made anew`()
        async throws
    {
        let daemon = try await city.serve()
        let inner = folder + "/accepted"
        try FileManager.default.moveItem(atPath: folder, toPath: city.folder.path + "/away")
        try await daemon.awaiting("a new folder") { unsafe access(inner, F_OK) == 0 }
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("the file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        try FileManager.default.removeItem(atPath: inner)
        try city.folder.write("drops/kogyo-koyo/accepted", "x")
        try await daemon.awaitError("open accepted: Not a directory")
        try city.drop("b.csv", "seishonen", "指標ID,年度,期間,実績値\nm05-4-2,R4,第2四半期,39\n")
        try await daemon.awaiting("another department's file") {
            city.folder.names("drops/seishonen/accepted").count == 1
        }
        try FileManager.default.removeItem(atPath: inner)
        try city.drop("c.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("the file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        #expect(try await daemon.stop().code == 0)
        #expect(daemon.errorText.components(separatedBy: "Not a directory").count == 2)
    }
}

extension RunningProgram {
    /// The processor time that the program has taken so far, in seconds.
    fileprivate func processorSeconds() throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
        // Fields 14 and 15; the second is the name in brackets (proc(5)).
        let fields = try #require(status.split(separator: ")").last).split(separator: " ")
        let ticks = try #require(Double(fields[11])) + #require(Double(fields[12]))
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
