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
        switch makeReady(for: delivery.payload, number: delivery.id) {
        case .refused(let outcome): return outcome
        case .ready(let secrets):
            return outcome(of: handle.perform(sending: delivery.payload), secrets: secrets)
        }
    }

    /// Tries connection and encryption, and posts nothing.
    func check() -> ServerCheck {
        switch makeReady(for: [], number: 0) {
        case .refused(let outcome):
            return ServerCheck(name: channel.name, failure: outcome.detail)
        case .ready(let secrets):
            let (result, ends) = handle.connect()
            // A connection that was only made is of no use to a post.
            handle = CurlHandle(abort: abort)
            guard result.code != CURLE_OK else {
                return ServerCheck(name: channel.name, certificateEnds: ends)
            }
            return ServerCheck(
                name: channel.name, failure: outcome(of: result, secrets: secrets).detail,
                certificateEnds: ends)
        }
    }

    /// Whether a post can be made.
    private enum Readiness {
        /// It cannot, and this is what came of it.
        case refused(Delivery.Outcome)
        /// All is set for it; no text may repeat these secrets.
        case ready(secrets: [String])
    }

    private func makeReady(for document: [UInt8], number: Int64) -> Readiness {
        let url: String
        let headers: [String]
        let proxyURL: String?
        do {
            url = try secret(channel.url)
            headers = try signature(of: document, number: number)
            proxyURL = try self.proxyURL()
        } catch {
            return .refused(.transient(detail: "Channel \(channel.name): \(error.description)"))
        }
        guard let endpoint = Endpoint(url: url) else {
            return .refused(
                .permanent(
                    detail:
                        "The secret of channel \(channel.name) is no URL; put the webhook's URL there."
                ))
        }
        if let refusal = endpoint.refusal(
            allowsPrivate: channel.allowsPrivate, isProxied: channel.proxy != nil)
        {
            return .refused(refused(refusal))
        }
        let proxy = proxyURL.flatMap(Endpoint.init)
        guard proxyURL == nil || proxy?.isProxy == true else {
            return .refused(
                .permanent(
                    detail:
                        "The secret that names the proxy of channel \(channel.name) is no http:// or"
                        + " https:// URL; put its URL there."))
        }
        prepare(url: url, endpoint: endpoint, count: document.count, headers: headers)
        if let proxyURL {
            pass(through: proxyURL)
        } else {
            handle.restrict(to: endpoint.rule(allowsPrivate: channel.allowsPrivate))
        }
        return .ready(secrets: endpoint.secrets + (proxy?.secrets ?? []))
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
        // A post is small, and libcurl makes this buffer anew for each; its usual 64 KiB went back to the kernel every time.
        handle.set(CURLOPT_UPLOAD_BUFFERSIZE, 16 * 1_024)
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
            guard result.code != CURLE_OK else {
                return .ambiguous(
                    detail:
                        "Channel \(channel.name) may have the message, but what it answered is no"
                        + " answer of HTTP.")
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
