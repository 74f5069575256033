import Foundation
import Glibc
import Testing

@Suite struct DaemonTests {
    @Test func `a second process on the same state is refused with the first one's number`()
        async throws
    {
        let city = try await TestCity()
        let daemon = try await city.serve()
        let second = try await city.run("once")
        #expect(second.code == 75)
        #expect(second.errors.contains("in use by process"))
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.run("once").code == 0)
    }

    @Test
    func `a wrong configuration is refused on reload and the old one stays, a right one counts`()
        async throws
    {
        let city = try await TestCity()
        let daemon = try await city.serve()
        try city.folder.write(
            "shirube.yaml", "strategies: [none.yaml]\nstate: state\ndrops: drops\nx: 1\n")
        daemon.signal(SIGHUP)
        try await daemon.awaitError("refused, the old one stays")
        try city.drop("a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,2\n")
        try await daemon.awaiting("an accepted file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        try city.writeConfiguration("language: en")
        daemon.signal(SIGHUP)
        try await daemon.awaitError("the configuration was read anew")
        try city.drop("b.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第9四半期,2\n")
        try await daemon.awaiting("a mail") { try !city.server.arrivals(".eml").isEmpty }
        #expect(try await daemon.stop().code == 0)
        let mail = try #require(try await city.mails().first)
        #expect(mail.text.contains("line 2"))
    }

    @Test func `a daemon that is killed again and again loses nothing and applies nothing twice`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0.05)
        let count = 40
        for number in 1...count {
            // Parts add up: a file applied twice or lost would show in the sum.
            try city.drop(
                "\(number).csv", "kogyo-koyo",
                "指標ID,年度,期間,実績値,内訳\nm01-1-1,令和4年度,第2四半期,1,会場\(number)\n")
        }
        var generator = SplitMix(state: 20_221_017)
        for _ in 1...25 {
            let daemon = try city.start(
                ["serve", "--config", city.configuration, "--clock", "2022-10-12T09:00"])
            try await Task.sleep(for: .milliseconds(Int(generator.next() % 400) + 20))
            try await daemon.kill9()
        }
        let daemon = try await city.serve(at: "2022-10-13")
        try await daemon.awaiting("every file accepted") {
            city.folder.names("drops/kogyo-koyo/accepted").count == count
        }
        #expect(try await daemon.stop().code == 0)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == Double(count))
        #expect(city.folder.names("drops/kogyo-koyo/.claimed").isEmpty)
        #expect(city.folder.names("drops/kogyo-koyo").filter { $0.hasSuffix(".csv") }.isEmpty)
    }

    @Test func `systemd hears that it is ready, and that it stops`() async throws {
        let city = try await TestCity()
        let path = city.folder.path + "/notify"
        let listener = try DatagramListener(path: path)
        let daemon = try city.start(
            ["serve", "--config", city.configuration, "--clock", "2022-10-12T09:00"],
            environment: ["NOTIFY_SOCKET": path])
        // Read all the while, as systemd does: nobody waits for a listener whose queue is full.
        var messages: [String] = []
        try await daemon.awaiting("a sign of life") {
            messages += listener.all()
            return daemon.errorText.contains("started: watching 26")
                && messages.contains("WATCHDOG=1")
        }
        #expect(try await daemon.stop().code == 0)
        messages += listener.all()
        #expect(messages.contains { $0.hasPrefix("READY=1\nSTATUS=Watching 26 drop folders") })
        #expect(messages.contains("WATCHDOG=1"))
        #expect(messages.contains { $0.hasPrefix("STOPPING=1") })
    }
}

/// A small generator with a seed, so that a failure can be replayed.
///
/// SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
