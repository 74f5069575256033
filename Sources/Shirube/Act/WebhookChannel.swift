import CCurl
import ShirubeCore

/// One connection to a channel, which posts one message at a time.
///
/// The channel's URL is a secret: it is in no text that leaves here.
actor WebhookChannel {
    private let channel: Configuration.Channel
    private let abort: AbortFlag
    private let secret: @Sendable (SecretSource) throws(SecretError) -> String
    private let now: @Sendable () -> Timestamp
    private let executor: BlockingExecutor
    private var handle: CurlHandle

    init(
        on executor: BlockingExecutor, channel: Configuration.Channel, abort: AbortFlag,
        secret: @escaping @Sendable (SecretSource) throws(SecretError) -> String,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.channel = channel
        self.abort = abort
        self.secret = secret
        self.now = now
        self.executor = executor
        handle = CurlHandle(abort: abort)
    }

    // Closing a connection may block, so that too happens on the own thread.
    isolated deinit {}

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Posts a JSON document.
    func post(_ delivery: Delivery) -> Delivery.Outcome {
        guard !abort.isRaised else {
            return .transient(detail: "Shirube is stopping; nothing was sent.")
        }
        let document = delivery.payload
        let url: String
        let headers: [String]
        do {
            url = try secret(channel.url)
            headers = try signature(of: document, number: delivery.id)
        } catch {
            return .transient(detail: "Channel \(channel.name): \(error.description)")
        }
        guard let endpoint = Endpoint(url: url) else {
            return .permanent(
                detail:
                    "The secret of channel \(channel.name) is no URL; put the webhook's URL there.")
        }
        guard endpoint.isAllowed else {
            return .permanent(
                detail: "The URL of channel \(channel.name) is not https, which is required"
                    + " for every other host than this one.")
        }
        prepare(
            url: url, scheme: endpoint.scheme, count: document.count, headers: headers)
        return outcome(of: handle.perform(sending: document), secrets: endpoint.secrets)
    }

    private func signature(
        of document: [UInt8], number: Int64
    ) throws(SecretError) -> [String] {
        guard let source = channel.signingSecret else { return [] }
        return PostSignature.headers(
            for: document, number: number, secret: try secret(source), at: now())
    }

    private func prepare(url: String, scheme: String, count: Int, headers: [String]) {
        handle.begin(protocols: scheme, timeoutSeconds: channel.timeoutSeconds)
        handle.set(CURLOPT_URL, url)
        handle.set(CURLOPT_POST, 1)
        handle.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: count)
        handle.set(
            CURLOPT_HTTPHEADER,
            // Without "Expect:" libcurl holds back a large body until the server says 100, or a second passes.
            ["Content-Type: application/json; charset=utf-8", "Expect:"] + headers)
        handle.set(CURLOPT_USERAGENT, "shirube")
        // On a connection that was open already libcurl repeats a post that got no answer, by itself; the message would
        // stand in the channel twice. It can not once it has asked for the body: there is no way to rewind that
        // (CURLOPT_SEEKFUNCTION), and the attempt ends as ambiguous.
        handle.set(CURLOPT_MAXAGE_CONN, 30)
    }

    private func outcome(of result: CurlResult, secrets: [String]) -> Delivery.Outcome {
        guard let answer = HTTPAnswer(lines: result.lines) else {
            return CurlOutcome.outcome(
                of: result.code, bodyLeft: result.hasBodyLeft, subject: "Channel \(channel.name)",
                // libcurl's longer text may name the host and more.
                text: result.codeText)
        }
        let said = String(decoding: result.response, as: UTF8.self)
        return answer.outcome(
            channel: channel.name,
            body: ServerText.line(Array(ServerText.scrubbed(said, of: secrets).utf8)), now: now())
    }
}
