import Foundation
import Glibc
import Testing

/// More than anybody should drop: the program keeps its measure, and the other departments their turn.
@Suite struct CrowdedDropTests {
    private static let good = "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n"

    private func fill(_ city: TestCity, _ count: Int) throws -> String {
        let folder = city.folder.path + "/drops/kanko-shinko"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for number in 0..<count {
            let file = unsafe open("\(folder)/\(number).csv", O_WRONLY | O_CREAT, 0o644)
            _ = unsafe write(file, "x", 1)
            close(file)
        }
        return folder
    }

    @Test(.timeLimit(.minutes(5)))
    func `thousands of files of one department do not make another wait for them`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(intake: "maximumPerTurn: 10")
        let folder = try fill(city, 20_000)
        let daemon = try await city.serve()
        let rejected = { city.folder.names("drops/kanko-shinko/rejected").count }
        try await daemon.awaiting("the first turns") { rejected() > 30 }
        let before = rejected()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("the other department's file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        // Three reports a file: some turns while the file settled and a busy machine got round to looking, not all
        // the files that may wait.
        #expect(rejected() - before < 1_000 * 3 / 2)
        let words = "more than 1000 files wait (maximumPending)"
        #expect(daemon.errorText.components(separatedBy: words).count == 2)
        #expect(try daemon.peakMemory() < 160 << 20)
        #expect(try await daemon.stop().code == 0)
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test(.timeLimit(.minutes(5)))
    func `all files of a crowd are taken in, turn by turn`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(
            settle: 0.05, intake: "maximumPerTurn: 30, maximumPending: 100")
        _ = try fill(city, 250)
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し250件\n", "\(result.errors)")
    }

    @Test func `without room on the disk files stay, and are taken once there is room`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(intake: "minimumFreeBytes: 512TiB")
        let path = city.folder.path + "/notify"
        let listener = try DatagramListener(path: path)
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        let daemon = try city.start(
            ["serve", "--config", city.configuration, "--clock", "2022-10-17T08:00"],
            environment: ["NOTIFY_SOCKET": path])
        try await daemon.awaitError("drops stay untouched")
        try await Task.sleep(for: .seconds(3))
        #expect(city.folder.names("drops/kogyo-koyo").contains("a.csv"))
        let words = "drops stay untouched department=kogyo-koyo"
        #expect(daemon.errorText.components(separatedBy: words).count == 2)
        #expect(listener.all().contains { $0.contains("no room on the disk: drops wait") })
        try city.writeConfiguration()
        daemon.signal(SIGHUP)
        try await daemon.awaiting("an accepted file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `a disk that fills up while a file is taken in costs only that file's turn`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(intake: "minimumFreeBytes: 1")
        try city.folder.write("state/.keep", "")
        let filler = String(
            repeating: "#" + String(repeating: "x", count: 98) + "\n", count: 90_000)
        try city.drop("a.csv", "kanko-shinko", filler)
        try city.drop("b.csv", "kogyo-koyo", Self.good)
        let daemon = try city.start(
            ["serve", "--config", city.configuration, "--clock", "2022-10-17T08:00"],
            confined: .small(folder: city.folder.path + "/state", bytes: 8 << 20))
        try await daemon.awaitError("No space left on device department=kanko-shinko")
        try await daemon.awaiting("the other department's file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        // It waits where it was claimed, whole.
        let claim = try #require(city.folder.names("drops/kanko-shinko/.claimed").first)
        let text = try city.folder.text("drops/kanko-shinko/.claimed/\(claim)/a.csv")
        #expect(text == filler)
        #expect(try await daemon.stop().code == 0)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("2 GiB of one quoted field", "\"", 2 << 30, "32767文字"),
            ("a file of NUL", "", 1 << 24, "NUL"),
        ])
    func `however much nonsense there is, it costs no memory and gets a sentence`(
        name: String, head: String, bytes: Int, words: String
    ) async throws {
        let city = try await TestCity()
        try city.writeConfiguration(intake: "maximumBytes: 3GiB, minimumFreeBytes: 1")
        let path = city.folder.path + "/big"
        try city.folder.write("big", Array(head.utf8))
        if head.isEmpty {
            unsafe truncate(path, bytes)
        } else {
            let file = unsafe open(path, O_WRONLY | O_APPEND)
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 24)
            for _ in 0..<bytes >> 24 { _ = unsafe write(file, piece, piece.count) }
            close(file)
        }
        let daemon = try await city.serve()
        let idle = try daemon.peakMemory()
        let folder = city.folder.path + "/drops/kanko-shinko"
        try FileManager.default.moveItem(atPath: path, toPath: folder + "/big.csv")
        try await daemon.awaiting("its report", seconds: 240) {
            city.folder.names("drops/kanko-shinko/rejected").count == 3
        }
        #expect(try daemon.peakMemory() - idle <= 64 << 20)
        let names = city.folder.names("drops/kanko-shinko/rejected")
        let report = try #require(names.first { $0.hasSuffix(".report.txt") })
        let text = try city.folder.text("drops/kanko-shinko/rejected/" + report)
        #expect(text.contains(words), "\(name): \(text)")
        #expect(try await daemon.stop().code == 0)
    }

    @Test(arguments: [
        ("maximumBytes: 32", "超えています"), ("maximumRows: 1", "行"),
        ("maximumColumns: 3", "3列"), ("maximumCellLength: 4", "4文字"),
    ])
    func `each limit has its sentence`(setting: String, words: String) async throws {
        let city = try await TestCity()
        try city.writeConfiguration(intake: setting)
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        let names = city.folder.names("drops/kogyo-koyo/rejected")
        let report = try #require(names.first { $0.hasSuffix(".report.txt") })
        let text = try city.folder.text("drops/kogyo-koyo/rejected/" + report)
        #expect(text.contains(words), "\(text)")
    }

    @Test func `a million columns are refused with a sentence`() async throws {
        let city = try await TestCity()
        try city.drop(
            "a.csv", "kogyo-koyo", Self.good + String(repeating: ",", count: 1_000_000))
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        let names = city.folder.names("drops/kogyo-koyo/rejected")
        let report = try #require(names.first { $0.hasSuffix(".report.txt") })
        #expect(
            try city.folder.text("drops/kogyo-koyo/rejected/" + report)
                .contains("columns-too-many"))
    }
}

extension RunningProgram {
    /// The most memory that the program has held so far, in bytes.
    func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        return try #require(Int(words[1])) << 10
    }
}
