import Foundation
import ShirubeCore
import Synchronization
import Testing

@testable import Shirube

/// One department's folder over turns that end before its porter has answered.
@Suite struct ShareTests {
    /// What a porter has answered, for whoever takes it later.
    private final class Answers: Sendable {
        private let waiting = Mutex<[Porter.Answer]>([])

        func put(_ answer: Porter.Answer) { waiting.withLock { $0.append(answer) } }

        func next() async throws -> Porter.Answer {
            let deadline = ContinuousClock.now + .seconds(60)
            while ContinuousClock.now < deadline {
                if let first = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                    return first
                }
                try await Task.sleep(for: .milliseconds(5))
            }
            throw CancellationError()
        }
    }

    @Test
    func `a file that an earlier turn has had read is committed and moved before the next look`()
        async throws
    {
        let folder = try TemporaryFolder()
        try folder.write("drops/tanto/.keep", "")
        try folder.write("state/.keep", "")
        let place = Doorway.Place(drops: folder.path + "/drops", path: [FileName("tanto")])
        let answers = Answers()
        let share = Share(
            strategy: SampleSummary.strategy,
            department: Department(id: Identifier("tanto"), name: "担当課"),
            porter: Porter(place, watch: nil), reply: { answers.put($0) })
        let archive = try Archive(state: folder.path + "/state")
        func round(_ seconds: Double) -> Share.Round {
            Share.Round(
                seconds: seconds, emptyPatience: 60, run: "run",
                intake: Configuration.Intake(settleSeconds: 0), archive: archive, hasRoom: true)
        }
        share.open()
        share.note(try await answers.next())
        try folder.write("drops/tanto/a.csv", "x\n")
        // Two looks, between which nothing changes, and the read that the second one leads to.
        share.begin(round(1))
        share.note(try await answers.next())
        share.begin(round(2))
        share.note(try await answers.next())
        try #require(share.hasMore)
        share.proceed(round(2))
        let read = try await answers.next()
        // The turn ended without it; the next one begins, and gets it first.
        share.begin(round(3))
        share.note(read)
        share.proceed(round(3), whileCommitting: true)
        #expect(!share.isOut)
        share.proceed(round(3))
        #expect(share.isOut)
        share.note(try await answers.next())
        #expect(share.hasMore)
    }
}
