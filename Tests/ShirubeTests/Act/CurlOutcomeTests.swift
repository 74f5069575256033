import CCurl
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct CurlOutcomeTests {
    @Test(arguments: [
        (CURLE_COULDNT_RESOLVE_HOST, CurlOutcome.Meaning.notReached),
        (CURLE_COULDNT_CONNECT, .notReached),
        (CURLE_SSL_CONNECT_ERROR, .notReached),
        (CURLE_USE_SSL_FAILED, .notReached),
        (CURLE_SSL_CACERT_BADFILE, .notReached),
        (CURLE_PEER_FAILED_VERIFICATION, .untrusted),
        (CURLE_SSL_INVALIDCERTSTATUS, .untrusted),
        (CURLE_UNSUPPORTED_PROTOCOL, .impossible),
        (CURLE_URL_MALFORMAT, .impossible),
        (CURLE_OPERATION_TIMEDOUT, .brokenOff),
        (CURLE_SEND_ERROR, .brokenOff),
        (CURLE_RECV_ERROR, .brokenOff),
        (CURLE_GOT_NOTHING, .brokenOff),
        (CURLE_ABORTED_BY_CALLBACK, .brokenOff),
        (CURLE_HTTP2_STREAM, .brokenOff),
        (CURLcode(9_999), .brokenOff),
    ])
    func `each code of libcurl has its meaning`(code: CURLcode, meaning: CurlOutcome.Meaning) {
        #expect(CurlOutcome.meaning(of: code) == meaning)
    }

    @Test func `only a break after the body has left is ambiguous`() {
        func outcome(_ code: CURLcode, _ bodyLeft: Bool) -> Delivery.Outcome {
            CurlOutcome.outcome(of: code, bodyLeft: bodyLeft, subject: "It", text: "t")
        }
        #expect(
            outcome(CURLE_RECV_ERROR, true)
                == .ambiguous(detail: "It may have the message, but its answer did not come: t."))
        // A reply that is no HTTP has the code of a scheme that nobody speaks.
        #expect(
            outcome(CURLE_UNSUPPORTED_PROTOCOL, true)
                == .ambiguous(detail: "It may have the message, but its answer did not come: t."))
        #expect(
            outcome(CURLE_RECV_ERROR, false)
                == .transient(detail: "It broke off before it had the whole message: t."))
        #expect(
            outcome(CURLE_COULDNT_CONNECT, false)
                == .transient(detail: "It could not be reached: t."))
        #expect(
            outcome(CURLE_PEER_FAILED_VERIFICATION, false)
                == .permanent(
                    detail: "It shows a certificate that cannot be trusted, so nothing was sent: t."
                        + " Renew it, or name its authority in the configuration."))
        #expect(
            outcome(CURLE_URL_MALFORMAT, false)
                == .permanent(detail: "It cannot be asked as configured: t."))
    }
}
