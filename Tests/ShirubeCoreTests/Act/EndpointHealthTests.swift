import ShirubeCore
import Testing

@Suite struct EndpointHealthTests {
    private let start = Timestamp(milliseconds: 1_666_000_000_000)

    private func after(_ outcomes: [Delivery.Outcome], isPaced: Bool = false) -> EndpointHealth {
        var health = EndpointHealth()
        for outcome in outcomes { health.note(outcome, isPaced: isPaced, at: start) }
        return health
    }

    private func restSeconds(_ health: EndpointHealth) -> Int64? {
        health.rest(at: start).map { ($0.milliseconds - start.milliseconds) / 1_000 }
    }

    @Test
    func `a server is left alone after three failures in a row, and longer after each further one`()
    {
        let failure = Delivery.Outcome.transient(detail: "no connection")
        let rests = (0...9).map { restSeconds(after(Array(repeating: failure, count: $0))) }
        #expect(rests == [nil, nil, nil, 30, 60, 120, 240, 480, 600, 600])
        #expect(!after([failure, failure]).isDown)
        #expect(after([failure, failure, .ambiguous(detail: "no answer")]).isDown)
    }

    @Test func `an answer of any kind ends it`() {
        let failure = Delivery.Outcome.transient(detail: "no connection")
        for answer in [
            Delivery.Outcome.delivered(detail: "ok"), .permanent(detail: "550"),
            .retryLater(afterSeconds: nil, detail: "450"),
        ] {
            let health = after([failure, failure, failure, answer, failure, failure])
            #expect(!health.isDown)
        }
    }

    @Test func `a channel's wish to wait is for all its messages, a mail server's for one`() {
        let wish = Delivery.Outcome.retryLater(afterSeconds: 7, detail: "429")
        #expect(restSeconds(after([wish], isPaced: true)) == 7)
        #expect(restSeconds(after([wish])) == nil)
        let silent = Delivery.Outcome.retryLater(afterSeconds: nil, detail: "503")
        #expect(restSeconds(after([silent], isPaced: true)) == 1)
        let endless = Delivery.Outcome.retryLater(afterSeconds: .max, detail: "429")
        #expect(restSeconds(after([endless], isPaced: true)) == 86_400)
    }
}
