import Foundation
import Testing

/// What becomes of a message that is under way when the daemon is to stop, or to send elsewhere from now on.
@Suite struct MidSendTests {
    private let city: TestCity

    init() async throws {
        city = try await TestCity()
    }

    private func configure(mail: Int) throws {
        try city.writeConfiguration()
        let text = try String(contentsOfFile: city.configuration, encoding: .utf8)
        try city.folder.write(
            "shirube.yaml",
            text.replacing("port: \(city.server.smtp),", with: "port: \(mail), connections: 1,"))
    }

    private func serve() throws -> RunningProgram {
        try city.start(["serve", "--config", city.configuration])
    }

    /// Puts down files that are refused, so that there is a letter about each.
    private func drop(_ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            try city.drop(
                "bad-\(number).csv", "kogyo-koyo",
                "指標ID,年度,期間,実績値,区分\nnone\(number),2022年度,第1四半期,1,確報\n")
        }
    }

    /// The mails in the outbox: state and last outcome of each, oldest first.
    private func outbox() async throws -> [[String]] {
        let document = try await city.document([
            "outbox", "list", "--route", "mail", "--state", "due", "--state", "sending", "--state",
            "delivered", "--state", "dead", "--format", "json",
        ])
        let deliveries = try #require(document["deliveries"] as? [[String: Any]])
        return deliveries.map { delivery in
            [delivery["state"] as? String ?? "", delivery["outcome"] as? String ?? ""]
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `a mail that is being taken is finished before the daemon stops`() async throws {
        let server = try await TestServer.fault("smtp-slow-reader")
        try configure(mail: server.smtp)
        let daemon = try serve()
        try drop(1...1)
        try await daemon.awaiting("the mail's head") { server.dialogue().contains("Subject:") }
        let result = try await daemon.stop()
        #expect(result.code == 0, "\(result.errors)")
        #expect(try await outbox() == [["delivered", "delivered"]])
    }

    @Test(.timeLimit(.minutes(5)))
    func `a server that does not answer is left, and the mail stays due`() async throws {
        let server = try await TestServer.fault("smtp-stall-after-body")
        try configure(mail: server.smtp)
        let daemon = try serve()
        try drop(1...2)
        try await daemon.awaiting("the mail's end") { server.dialogue().contains("\r\n.\r\n") }
        let start = ContinuousClock.now
        let result = try await daemon.stop()
        #expect(result.code == 0, "\(result.errors)")
        // It may have been taken; the second one had not begun.
        #expect(ContinuousClock.now - start < .seconds(50))
        let states = try await outbox()
        #expect(states.first == ["due", "ambiguous"], "\(states)")
        #expect(states.dropFirst() == [["due", ""]], "\(states)")
    }

    @Test(.timeLimit(.minutes(5)))
    func `after a reload what has not begun goes to the new server`() async throws {
        let old = try await TestServer.fault("smtp-slow-reader")
        try configure(mail: old.smtp)
        let daemon = try serve()
        try await daemon.awaitError("started: watching")
        try drop(1...5)
        try await daemon.awaiting("the first mail's head") { old.dialogue().contains("Subject:") }
        try configure(mail: city.server.smtp)
        daemon.signal(SIGHUP)
        try await daemon.awaitError("the configuration was read anew")
        let taken = { (try? old.bytes("taken.txt").count / 4) ?? 0 }
        try await daemon.awaiting("all five") {
            try taken() + city.server.arrivals(".eml").count >= 5
        }
        let result = try await daemon.stop()
        #expect(result.code == 0, "\(result.errors)")
        #expect(taken() < 5 && taken() >= 1)
        #expect(try taken() + city.server.arrivals(".eml").count == 5)
        #expect(try await outbox() == Array(repeating: ["delivered", "delivered"], count: 5))
    }
}
