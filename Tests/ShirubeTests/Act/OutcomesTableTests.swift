import CCurl
import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// docs/OUTCOMES.md says what the program does.
@Suite struct OutcomesTableTests {
    /// The cells of the rows of the table under a heading.
    private func rows(below heading: String) throws -> [[String]] {
        let text = try String(
            contentsOf: TestServer.root.appending(path: "docs/OUTCOMES.md"), encoding: .utf8)
        let section = try #require(
            text.components(separatedBy: "\n## " + heading).dropFirst().first)
        return section.components(separatedBy: "\n## ")[0].split(separator: "\n")
            .filter { $0.hasPrefix("| ") }.dropFirst()
            .map { line in
                line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            }
    }

    @Test func `every code of libcurl stands there with its meaning`() throws {
        let words: [String: CurlOutcome.Meaning] = [
            "not reached": .notReached, "untrusted": .untrusted, "impossible": .impossible,
            "broken off": .brokenOff,
        ]
        let rows = try rows(below: "Without an answer")
        for row in rows {
            let code = CURLcode(try #require(UInt32(row[0])))
            #expect(CurlOutcome.meaning(of: code) == words[row[2]], "\(row)")
        }
        #expect(rows.map { $0[0] } == (1..<rows.count + 1).map(String.init))
        #expect(rows.count >= 99)
    }

    @Test func `every status of an answer stands there with its outcome`() throws {
        var seen: [Int] = []
        for row in try rows(below: "Posts") {
            let bounds = row[0].split(separator: "–").compactMap { Int($0) }
            // The rows of 1xx are about answers that are none.
            guard let first = bounds.first, let last = bounds.last, first >= 200 else { continue }
            for status in first...last {
                let answer = try #require(HTTPAnswer(lines: [Array("HTTP/1.1 \(status) x".utf8)]))
                let outcome = answer.outcome(
                    channel: "c", body: "", now: Timestamp(milliseconds: 0))
                #expect(outcome.word == row[1], "\(status)")
                seen.append(status)
            }
        }
        #expect(seen == Array(200...599))
    }

    @Test func `every reply of a mail server stands there with its outcome`() throws {
        let words = try rows(below: "Mail").reduce(into: [Character: String]()) { words, row in
            if let digit = row[0].first, digit.isNumber { words[digit] = row[1] }
        }
        #expect(words == ["2": "delivered", "4": "retryLater", "5": "permanent"])
        for code in 200...599 {
            let reply = try #require(SMTPReply(lastIn: [Array("\(code) x\r\n".utf8)]))
            #expect(reply.outcome(step: "")?.word == words[Character("\(code / 100)")], "\(code)")
        }
    }
}
