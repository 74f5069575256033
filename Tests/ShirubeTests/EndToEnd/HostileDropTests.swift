import Foundation
import Glibc
import Testing

/// What a department's folder may hold besides drops, met by the real program.
@Suite struct HostileDropTests {
    private static let good = "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n"

    /// The folder of the department that means harm.
    private func folder(_ city: TestCity) throws -> String {
        let path = city.folder.path + "/drops/kanko-shinko"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private func reports(_ city: TestCity) throws -> [String] {
        try city.folder.names("drops/kanko-shinko/rejected").filter { $0.hasSuffix(".txt") }
            .map { try city.folder.text("drops/kanko-shinko/rejected/" + $0) }
    }

    /// The lines of the journal that hold the words.
    private func lines(_ daemon: RunningProgram, _ words: String) -> Int {
        daemon.errorText.split(separator: "\n").count { $0.contains(words) }
    }

    @Test func `what is no file is left alone, told once, and holds nobody up`() async throws {
        let city = try await TestCity()
        let folder = try folder(city)
        try city.folder.write("secret.csv", "secret")
        unsafe symlink(city.folder.path + "/secret.csv", folder + "/link.csv")
        unsafe symlink("/dev/zero", folder + "/device.csv")
        unsafe mkfifo(folder + "/pipe.csv", 0o666)
        unsafe mkdir(folder + "/folder.csv", 0o777)
        let socket = try DatagramListener(path: folder + "/socket.csv")
        let daemon = try await city.serve()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("the other department's file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        try await daemon.awaitError("pipe.csv is a named pipe")
        // Several turns later they have still been told of once.
        try await Task.sleep(for: .seconds(3))
        for words in [
            "link.csv is a symbolic link", "device.csv is a symbolic link",
            "pipe.csv is a named pipe", "folder.csv is a folder", "socket.csv is a socket",
        ] {
            #expect(lines(daemon, words) == 1, "\(words)")
        }
        #expect(try await daemon.stop().code == 0)
        #expect(city.folder.names("drops/kanko-shinko").filter { $0.hasSuffix(".csv") }.count == 5)
        #expect(city.folder.names("drops/kanko-shinko/rejected").isEmpty)
        _ = socket
    }

    @Test func `a hard link is moved aside with a report, and what it leads to is not read`()
        async throws
    {
        let city = try await TestCity()
        let folder = try folder(city)
        try city.folder.write("other.csv", Self.good + "秘密,,,\n")
        unsafe link(city.folder.path + "/other.csv", folder + "/link.csv")
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        let report = try #require(try reports(city).first)
        #expect(report.contains("ハードリンク"))
        #expect(!report.contains("秘密"))
        // The bytes of nothing: nothing was hashed.
        #expect(result.errors.contains("sha256=e3b0c442"))
        #expect(try city.folder.text("other.csv").contains("秘密"))
    }

    @Test func `a file that the daemon may not read comes back with a report`() async throws {
        // Its user needs the folders, but not the file.
        let city = try await TestCity()
        let folder = try folder(city)
        try city.folder.write("drops/kanko-shinko/a.csv", Self.good)
        unsafe chmod(folder + "/a.csv", 0)
        var kind = Confinement.Kind.openat2(error: ENOSYS)
        if getuid() == 0 {
            kind = .nobody
            for path in ["", "/drops", "/drops/kanko-shinko", "/url"] {
                unsafe chown(city.folder.path + path, Confinement.nobody, Confinement.nobody)
            }
        }
        let result = try await city.start(
            ["once", "--now", "2022-10-17", "--config", city.configuration], confined: kind
        ).end()
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        #expect(try reports(city).first?.contains("開けませんでした") == true)
    }

    @Test func `a name is shown so that it forges no line and hides no byte`() async throws {
        let city = try await TestCity()
        let folder = try folder(city)
        let names: [[UInt8]] = [
            Array("a\n2022-10-17 error: forged.csv".utf8), Array("x..%2f..\\etc\u{202E}.csv".utf8),
            [0x83, 0x65, 0xFF, 0x1B] + Array(".csv".utf8),
        ]
        for name in names {
            let path = (Array("\(folder)/".utf8) + name + [0]).map { CChar(bitPattern: $0) }
            let file = unsafe open(path, O_WRONLY | O_CREAT, 0o644)
            _ = unsafe write(file, "x", 1)
            close(file)
        }
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理0件、変更なし0件、差し戻し3件\n", "\(result.errors)")
        let mails = try await city.mails().map(\.text)
        for words in [
            #"a\u{a}2022-10-17 error: forged.csv"#, #"x..%2f..\\etc\u{202e}.csv"#,
            #"\x83e\xff\u{1b}.csv"#,
        ] {
            #expect(result.errors.contains("file=" + words), "\(words)")
            #expect(mails.contains { $0.contains(words) }, "\(words)")
        }
    }

    @Test func `files swapped again and again are read whole or not at all`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0.05)
        let folder = try folder(city)
        try city.folder.write("secret.csv", "secret\n")
        let secret = city.folder.path + "/secret.csv"
        let stage = city.folder.path + "/stage"
        let daemon = try await city.serve()
        for count in 1...1_500 {
            switch count % 4 {
            case 0: unsafe symlink(secret, stage)
            case 1: unsafe mkfifo(stage, 0o666)
            case 2: unsafe link(secret, stage)
            default: try city.folder.write("stage", "指標ID\n")
            }
            unsafe rename(stage, "\(folder)/a.csv")
            if count % 50 == 0 { try await Task.sleep(for: .milliseconds(80)) }
        }
        try city.drop("b.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("the other department's file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        #expect(try await daemon.stop().code == 0)
        // Nothing of it was ever hashed, or said to anybody.
        #expect(!daemon.errorText.contains("b37e50cedcd3e3f1"))
        #expect(try reports(city).allSatisfy { !$0.contains("secret\n") })
    }

    @Test func `a file that is being written waits until it is not`() async throws {
        let city = try await TestCity()
        let folder = try folder(city)
        let daemon = try await city.serve()
        let path = folder + "/a.csv"
        let writing = unsafe open(path, O_WRONLY | O_CREAT, 0o644)
        // Half of it, and then longer than a file takes to settle.
        _ = unsafe write(writing, "指標ID,年", 12)
        try await Task.sleep(for: .seconds(2))
        #expect(city.folder.names("drops/kanko-shinko").contains("a.csv"))
        close(writing)
        try await daemon.awaiting("its report") { try !reports(city).isEmpty }
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `a file renamed into the folder is taken at once, however long files settle`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 3_600)
        let daemon = try await city.serve()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        try await daemon.awaiting("an accepted file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `with done files, a drop is taken only once its writer has said so`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(intake: "doneFiles: true")
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        try city.drop("b.csv", "kogyo-koyo", Self.good)
        try city.drop("a.csv.done", "kogyo-koyo", "")
        let result = try await city.run("once", "--now", "2022-10-17")
        #expect(result.output == "受理1件、変更なし0件、差し戻し0件\n", "\(result.errors)")
        #expect(
            city.folder.names("drops/kogyo-koyo")
                == [".claimed", "accepted", "b.csv", "rejected"])
        #expect(city.folder.names("drops/kogyo-koyo/.claimed").isEmpty)
    }
}
