import Crypto
import ShirubeCore

/// The headers by which a system of the city's own tells our posts from others', and a post from its repetition.
enum PostSignature {
    /// The headers, which sign the moment and the document's bytes (docs/WEBHOOKS.md).
    static func headers(
        for document: [UInt8], number: Int64, secret: String, at moment: Timestamp
    ) -> [String] {
        let seconds = String(moment.milliseconds / 1_000)
        let code = HMAC<SHA256>.authenticationCode(
            for: Array((seconds + ".").utf8) + document,
            using: SymmetricKey(data: Array(secret.utf8)))
        let digits = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return [
            "X-Shirube-Delivery: \(number)", "X-Shirube-Timestamp: \(seconds)",
            "X-Shirube-Signature: v1=\(digits)",
        ]
    }
}
