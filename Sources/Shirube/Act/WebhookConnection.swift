import CCurl
import ShirubeCore

/// One connection to a channel, which posts one message at a time.
///
/// The channel's URL is a secret: it is in no text that leaves here.
actor WebhookConnection {
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
        let proxyURL: String?
        do {
            url = try secret(channel.url)
            headers = try signature(of: document, number: delivery.id)
            proxyURL = try self.proxyURL()
        } catch {
            return .transient(detail: "Channel \(channel.name): \(error.description)")
        }
        guard let endpoint = Endpoint(url: url) else {
            return .permanent(
                detail:
                    "The secret of channel \(channel.name) is no URL; put the webhook's URL there.")
        }
        if let refusal = endpoint.refusal(
            allowsPrivate: channel.allowsPrivate, isProxied: channel.proxy != nil)
        {
            return refused(refusal)
        }
        let proxy = proxyURL.flatMap(Endpoint.init)
        guard proxyURL == nil || proxy?.isProxy == true else {
            return .permanent(
                detail:
                    "The secret that names the proxy of channel \(channel.name) is no http:// or"
                    + " https:// URL; put its URL there.")
        }
        prepare(url: url, endpoint: endpoint, count: document.count, headers: headers)
        if let proxyURL {
            pass(through: proxyURL)
        } else {
            handle.restrict(to: endpoint.rule(allowsPrivate: channel.allowsPrivate))
        }
        return outcome(
            of: handle.perform(sending: document),
            secrets: endpoint.secrets + (proxy?.secrets ?? []))
    }

    private func refused(_ refusal: EndpointRefusal) -> Delivery.Outcome {
        .permanent(
            detail: "Nothing was sent to channel \(channel.name). \(refusal.message.english)"
                + " \(refusal.remedy.english)")
    }

    /// The proxy's URL; nil where posts go without one.
    private func proxyURL() throws(SecretError) -> String? {
        switch channel.proxy {
        case nil: nil
        case .url(let url): url
        case .secret(let source): try secret(source)
        }
    }

    /// Has the post go through a proxy, encrypted from here to the channel's server.
    private func pass(through proxy: String) {
        handle.set(CURLOPT_PROXY, proxy)
        handle.set(CURLOPT_HTTPPROXYTUNNEL, 1)
        // The proxy's 200 is no answer to the post.
        handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        handle.set(CURLOPT_PROXY_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    }

    private func signature(
        of document: [UInt8], number: Int64
    ) throws(SecretError) -> [String] {
        guard let source = channel.signingSecret else { return [] }
        return PostSignature.headers(
            for: document, number: number, secret: try secret(source), at: now())
    }

    private func prepare(url: String, endpoint: Endpoint, count: Int, headers: [String]) {
        handle.begin(protocols: endpoint.scheme, timeoutSeconds: channel.timeoutSeconds)
        handle.set(CURLOPT_URL, url)
        // HTTP/2 where the server offers it in the TLS handshake (ALPN, RFC 7301), else HTTP/1.1.
        handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        if let authorities = channel.authorities { handle.trust(authorities: authorities) }
        handle.set(CURLOPT_POST, 1)
        handle.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: count)
        handle.set(
            CURLOPT_HTTPHEADER,
            // Without "Expect:" libcurl holds back a large body until the server says 100, or a second passes.
            ["Content-Type: application/json; charset=utf-8", "Expect:"] + headers)
        handle.set(CURLOPT_USERAGENT, "shirube")
        // On a connection that was open already libcurl repeats a post that got no answer, by itself; the message would
        // stand in the channel twice. It can not once it has asked for the body, which the exchange gives away once: there is
        // no way to rewind it (CURLOPT_SEEKFUNCTION), and the attempt ends as ambiguous (WebhookFaultTests).
        handle.set(CURLOPT_MAXAGE_CONN, 30)
    }

    private func outcome(of result: CurlResult, secrets: [String]) -> Delivery.Outcome {
        guard let answer = HTTPAnswer(lines: result.lines) else {
            if let range = result.refusedRange, !result.hasBodyLeft {
                return refused(.range(range))
            }
            if (400...499).contains(result.proxyStatus), ![408, 429].contains(result.proxyStatus) {
                return .permanent(
                    detail: "The proxy of channel \(channel.name) refuses to connect it: HTTP"
                        + " \(result.proxyStatus). Check its login and what it lets through.")
            }
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
