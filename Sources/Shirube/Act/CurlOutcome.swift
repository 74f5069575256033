import CCurl
import ShirubeCore

/// What libcurl's codes mean for a message, where the server's own answer does not decide.
///
/// The codes are those of libcurl-errors(3).
enum CurlOutcome {
    /// What a code says of the attempt.
    enum Meaning: Equatable {
        /// The attempt ended before a message can have been handed over, by a cause that may pass.
        case notReached
        /// The other side cannot prove who it is; a person has to look.
        case untrusted
        /// This attempt can never be made: it was asked for wrongly.
        case impossible
        /// The conversation broke off; how far it had come decides.
        case brokenOff
    }

    /// The meaning of a code other than `CURLE_OK`; a code that libcurl has yet to invent counts as broken off.
    static func meaning(of code: CURLcode) -> Meaning {
        switch code {
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT,
            CURLE_REMOTE_ACCESS_DENIED, CURLE_SSL_CONNECT_ERROR, CURLE_INTERFACE_FAILED,
            CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED,
            CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED, CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_FAILED_INIT,
            CURLE_NO_CONNECTION_AVAILABLE, CURLE_QUIC_CONNECT_ERROR, CURLE_PROXY:
            .notReached
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS:
            .untrusted
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_NOT_BUILT_IN,
            CURLE_FUNCTION_NOT_FOUND, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_TOO_MANY_REDIRECTS,
            CURLE_UNKNOWN_OPTION, CURLE_SETOPT_OPTION_SYNTAX, CURLE_FILESIZE_EXCEEDED,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CLIENTCERT, CURLE_RECURSIVE_API_CALL:
            .impossible
        default:
            .brokenOff
        }
    }

    /// Whether the code is one that libcurl gives when a mail server's reply was a refusal.
    static func isRefusal(_ code: CURLcode) -> Bool {
        [
            CURLE_SEND_ERROR, CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED,
            CURLE_WEIRD_SERVER_REPLY, CURLE_USE_SSL_FAILED, CURLE_AUTH_ERROR,
        ].contains(code)
    }

    /// The outcome of an attempt that ended with a code other than `CURLE_OK`.
    ///
    /// - Parameters:
    ///   - code: libcurl's result.
    ///   - bodyLeft: whether libcurl had taken the whole body, so that the server may have it.
    ///   - subject: who was spoken to, the start of the sentence, such as `The mail server`.
    ///   - text: libcurl's words, free of secrets.
    /// - Returns: what became of the message.
    static func outcome(
        of code: CURLcode, bodyLeft: Bool, subject: String, text: String
    ) -> Delivery.Outcome {
        // Some of libcurl's words are a sentence with its full stop, most are not.
        let text = text.hasSuffix(".") ? String(text.dropLast()) : text
        // Whatever the code: an answer that libcurl takes for none (HTTP/0.9) has the code of a transfer never begun.
        guard !bodyLeft else {
            return .ambiguous(
                detail: "\(subject) may have the message, but its answer did not come: \(text).")
        }
        return switch meaning(of: code) {
        case .notReached:
            .transient(detail: "\(subject) could not be reached: \(text).")
        case .untrusted:
            .permanent(
                detail:
                    "\(subject) shows a certificate that cannot be trusted, so nothing was sent:"
                    + " \(text). Renew it, or name its authority in the configuration.")
        case .impossible:
            .permanent(detail: "\(subject) cannot be asked as configured: \(text).")
        case .brokenOff:
            .transient(
                detail: "\(subject) broke off before it had the whole message: \(text).")
        }
    }
}
