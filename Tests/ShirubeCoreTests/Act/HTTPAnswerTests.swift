import ShirubeCore
import Testing

@Suite struct HTTPAnswerTests {
    private static let now = Timestamp(milliseconds: 784_111_777_000)

    private func head(_ lines: String...) -> HTTPAnswer? {
        HTTPAnswer(lines: lines.map { Array(($0 + "\r\n").utf8) })
    }

    @Test func `the last head is the answer, an announcement is none`() {
        let answer = head(
            "HTTP/1.1 100 Continue", "", "HTTP/1.1 429 Too Many", "retry-AFTER:  30 ", "")
        #expect(answer?.status == 429)
        #expect(answer?.retryAfter == "30")
        #expect(answer?.date == nil)
        #expect(head("HTTP/2 200", "date: x")?.status == 200)
        #expect(head("HTTP/1.1 100 Continue", "") == nil)
        #expect(head("HTTP/1.1 20") == nil)
        #expect(head() == nil)
    }

    @Test func `a date to wait for is counted by the server's own clock`() throws {
        let answer = try #require(
            head(
                "HTTP/1.1 503 Busy", "Date: Sun, 06 Nov 1994 08:00:00 GMT",
                "Retry-After: Sun, 06 Nov 1994 08:01:00 GMT"))
        #expect(
            answer.outcome(channel: "c", body: "", now: Self.now)
                == .retryLater(
                    afterSeconds: 60, detail: "Channel c asks to try later: HTTP 503."))
    }

    @Test func `a date to wait for is counted by our clock where the server names none`() throws {
        let answer = try #require(
            head("HTTP/1.1 429 Slow", "Retry-After: Sun, 06 Nov 1994 08:50:37 GMT"))
        guard case .retryLater(60, _) = answer.outcome(channel: "c", body: "", now: Self.now) else {
            Issue.record("60 seconds")
            return
        }
    }

    @Test(arguments: 200...599)
    func `every status has one outcome`(status: Int) throws {
        let answer = try #require(head("HTTP/1.1 \(status) x"))
        let kind =
            switch answer.outcome(channel: "c", body: "b", now: Self.now) {
            case .delivered: "delivered"
            case .retryLater(nil, _): "later"
            case .transient: "transient"
            case .permanent: "permanent"
            case .ambiguous: "ambiguous"
            default: "none"
            }
        let expected =
            switch status {
            case 200...299: "delivered"
            case 429, 503: "later"
            case 504: "ambiguous"
            case 408, 500...599: "transient"
            default: "permanent"
            }
        #expect(kind == expected)
    }

    @Test func `the words of a refusal are told`() {
        #expect(
            head("HTTP/1.1 404 Not Found")?
                .outcome(channel: "kikaku", body: "no_service", now: Self.now)
                == .permanent(
                    detail: "Channel kikaku refuses the message: HTTP 404, no_service."))
        #expect(
            head("HTTP/1.1 301 Moved")?.outcome(channel: "kikaku", body: "", now: Self.now)
                == .permanent(
                    detail: "Channel kikaku redirects elsewhere, which is never followed: HTTP 301."
                        + " Put the new URL into its secret."))
    }
}
