import Foundation
import Glibc
import Testing

/// How the real program hears of new files: by inotify while that tells, else by looking.
@Suite struct NewsTests {
    private static let good = "指標ID,年度,期間,実績値,内訳\nm01-1-1,R4,第2四半期,1,会場"

    private let city: TestCity
    private let folder: String

    init() async throws {
        city = try await TestCity()
        folder = city.folder.path + "/drops/kogyo-koyo"
    }

    private func accepted() -> Int { city.folder.names("drops/kogyo-koyo/accepted").count }

    @Test(.timeLimit(.minutes(5)))
    func `files whose news inotify has lost are found all the same, before the next poll`()
        async throws
    {
        try city.writeConfiguration(intake: "pollSeconds: 86400")
        let daemon = try await city.serve()
        let setting = try String(
            contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let limit = try #require(Int(setting.split(separator: "\n")[0]))
        // While it stands still, its queue is filled: a file moved in and out again is news each time, as long as it
        // has not the name of the time before.
        daemon.signal(SIGSTOP)
        try city.folder.write("stage", "x")
        for number in 0...limit {
            let path = folder + "/x\(number % 2).csv"
            try #require(unsafe rename(city.folder.path + "/stage", path) == 0)
            try #require(unsafe rename(path, city.folder.path + "/stage") == 0)
        }
        for number in 1...20 {
            try city.drop("\(number).csv", "kogyo-koyo", Self.good + "\(number)\n")
        }
        daemon.signal(SIGCONT)
        try await daemon.awaitError("inotify lost events: every folder is looked at anew")
        try await daemon.awaiting("every file") { accepted() == 20 }
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 20)
    }

    @Test(.timeLimit(.minutes(5)))
    func `without inotify, looking alone finds everything`() async throws {
        // No pollSeconds: where nothing tells of files, ten seconds are what is taken.
        try city.writeConfiguration(intake: "maximumPending: 1000")
        let daemon = try city.start(
            ["serve", "--config", city.configuration, "--clock", "2022-10-17T08:00"],
            confined: .blind)
        try await daemon.awaitError("started: watching")
        for number in 1...10 {
            try city.drop("\(number).csv", "kogyo-koyo", Self.good + "\(number)\n")
        }
        try await daemon.awaiting("every file", seconds: 120) { accepted() == 10 }
        for number in 11...20 {
            try city.folder.write(
                "drops/kogyo-koyo/\(number).csv", Self.good + "\(number)\n")
        }
        try await daemon.awaiting("every file", seconds: 120) { accepted() == 20 }
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 20)
    }

    @Test(.timeLimit(.minutes(5)))
    func `who has had nothing to do for long is not taken for somebody who does not answer`()
        async throws
    {
        try city.writeConfiguration(intake: "pollSeconds: 6, answerSeconds: 4")
        let daemon = try await city.serve()
        try await Task.sleep(for: .seconds(9))
        try city.drop("a.csv", "kogyo-koyo", Self.good + "1\n")
        try await daemon.awaiting("the file") { accepted() == 1 }
        #expect(try await daemon.stop().code == 0)
        #expect(!daemon.errorText.contains("no answer"))
    }
}
