import ShirubeCore
import Testing

@testable import Shirube

@Suite struct PostSignatureTests {
    @Test func `the headers are those that Python's hmac gives`() {
        let headers = PostSignature.headers(
            for: Array("{}".utf8), number: 7, secret: "合言葉",
            at: Timestamp(milliseconds: 1_700_000_000_999))
        let code =
            "57be492cd3dbaecc07afaf9e73f377f88b1f4b37ee316b3477e5a43a2321617e"
        #expect(
            headers == [
                "X-Shirube-Delivery: 7", "X-Shirube-Timestamp: 1700000000",
                "X-Shirube-Signature: v1=\(code)",
            ])
    }
}
