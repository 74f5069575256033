import CCurl
import ShirubeCore

/// One connection to each of the SMTP servers, open from one mail to the next.
///
/// An actor with a thread of its own, because libcurl blocks; mails wait for one another.
actor MailConnection {
    private let mail: Configuration.Mail
    private let abort: AbortFlag
    private let secret: @Sendable (SecretSource) throws(SecretError) -> String
    private let executor: BlockingExecutor
    private var handle: CurlHandle
    /// Until when each server that could not be reached, by its place, is asked after the others.
    private var resting: [Int: ContinuousClock.Instant] = [:]
    private static let rest = Duration.seconds(60)

    init(
        on executor: BlockingExecutor, mail: Configuration.Mail, abort: AbortFlag,
        secret: @escaping @Sendable (SecretSource) throws(SecretError) -> String
    ) {
        self.mail = mail
        self.abort = abort
        self.secret = secret
        self.executor = executor
        handle = CurlHandle(abort: abort)
    }

    // Closing the connection says QUIT and may wait for the answer, so that too happens on the own thread.
    isolated deinit {}

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Hands over a mail to one recipient.
    ///
    /// Where a server cannot be reached, or says that it closes, the next one is asked; not after it had all of the mail, nor
    /// where it has answered for the recipient: another one would not know better, and might deliver twice.
    func send(_ message: [UInt8], to recipient: String) -> Delivery.Outcome {
        guard let from = MailAddress(parsing: mail.from) else {
            return .permanent(detail: "The sender in mail.from is no address; correct it.")
        }
        guard let to = MailAddress(parsing: recipient), to.address == recipient else {
            return .permanent(
                detail: "The recipient's address is not of the form local@domain in plain ASCII;"
                    + " correct it in routes.")
        }
        if let refusal = Self.refusal(of: recipient, allowed: mail.allowedDomains) {
            return refusal
        }
        var last = Delivery.Outcome.permanent(detail: "No mail server is configured.")
        for (number, server) in order() {
            guard !abort.isRaised, !Task.isCancelled else {
                return .transient(detail: "Shirube is stopping; nothing was sent.")
            }
            let attempt: Attempt
            do {
                attempt = try hand(message, from: from.address, to: to.address, by: server)
            } catch {
                return .transient(detail: error.description)
            }
            last = attempt.outcome
            guard attempt.wasNotReached else {
                resting[number] = nil
                return number == 0 ? last : last.said(by: server.host)
            }
            if mail.servers.count > 1 { last = last.said(by: server.host) }
            resting[number] = ContinuousClock.now + Self.rest
        }
        return last
    }

    /// The servers in the order in which they are to be asked: those that could not be reached a moment ago come last.
    private func order() -> [(Int, Configuration.Mail.Server)] {
        let now = ContinuousClock.now
        let all = Array(mail.servers.enumerated())
        let isResting = { (number: Int) in (self.resting[number] ?? now) > now }
        return (all.filter { !isResting($0.offset) } + all.filter { isResting($0.offset) })
            .map { ($0.offset, $0.element) }
    }

    /// What came of asking one server.
    private struct Attempt {
        let outcome: Delivery.Outcome
        /// Whether the server was not there for this mail, so that another one may be asked.
        let wasNotReached: Bool
    }

    private func hand(
        _ message: [UInt8], from: String, to: String, by server: Configuration.Mail.Server
    ) throws(SecretError) -> Attempt {
        guard server.security != .none || Loopback.isLoopback(host: server.host) else {
            return Attempt(
                outcome: .permanent(
                    detail: "mail.security is none, which is allowed for a server on this host"
                        + " only; set starttls or tls."), wasNotReached: false)
        }
        try prepare(server)
        handle.set(CURLOPT_MAIL_FROM, "<\(from)>")
        handle.set(CURLOPT_MAIL_RCPT, ["<\(to)>"])
        handle.set(CURLOPT_UPLOAD, 1)
        handle.set(CURLOPT_INFILESIZE_LARGE, offset: message.count)
        // A connection left idle for longer is likely to be closed by the server (Postfix: 5 minutes).
        handle.set(CURLOPT_MAXAGE_CONN, 60)
        var result = handle.perform(sending: message)
        if Self.isStale(result) { result = handle.perform(sending: message) }
        return Attempt(
            outcome: Self.outcome(of: result), wasNotReached: Self.wasNotReached(result))
    }

    /// Tries connection, encryption and login with a server, and sends nothing.
    func check(_ server: Configuration.Mail.Server) -> ServerCheck {
        let name = "\(server.host):\(server.port)"
        do throws(SecretError) {
            try prepare(server)
        } catch {
            return ServerCheck(name: name, failure: error.description)
        }
        let (result, ends) = handle.connect()
        // A connection that was only made is of no use to a mail.
        handle = CurlHandle(abort: abort)
        guard result.code != CURLE_OK else {
            return ServerCheck(name: name, certificateEnds: ends)
        }
        return ServerCheck(
            name: name, failure: Self.outcome(of: result).detail, certificateEnds: ends)
    }

    private func prepare(_ server: Configuration.Mail.Server) throws(SecretError) {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        handle.begin(protocols: scheme, timeoutSeconds: mail.timeoutSeconds)
        handle.set(CURLOPT_URL, Self.url(of: server, scheme: scheme))
        handle.set(
            CURLOPT_USE_SSL,
            Int((server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        if let authorities = mail.authorities { handle.trust(authorities: authorities) }
        if let certificate = mail.certificate {
            try Secret.check(file: certificate.key)
            handle.set(CURLOPT_SSLCERT, certificate.file)
            handle.set(CURLOPT_SSLKEY, certificate.key)
        }
        switch mail.login {
        case nil: break
        case .password(let username, let source):
            handle.set(CURLOPT_USERNAME, username)
            handle.set(CURLOPT_PASSWORD, try secret(source))
        case .token(let username, let source):
            handle.set(CURLOPT_USERNAME, username)
            handle.set(CURLOPT_XOAUTH2_BEARER, try secret(source))
            handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2")
        }
    }

    private static func url(of server: Configuration.Mail.Server, scheme: String) -> String {
        let isBareIPv6 = server.host.utf8.contains(UInt8(ascii: ":")) && !server.host.hasPrefix("[")
        let host = isBareIPv6 ? "[\(server.host)]" : server.host
        // libcurl takes the name for EHLO from the path; by itself it would cut this host's name at the first
        // dot, and many servers refuse a name without one.
        return "\(scheme)://\(host):\(server.port)/\(HostName.current)"
    }

    /// Why no mail goes to an address; nil where it may.
    private static func refusal(of recipient: String, allowed: [String]) -> Delivery.Outcome? {
        let domain = recipient.split(separator: "@").last.map { $0.lowercased() } ?? ""
        guard !allowed.isEmpty, !allowed.contains(domain) else { return nil }
        return .permanent(
            detail: "Mail to \(domain) is not allowed by mail.allowedDomains; correct the address,"
                + " or add the domain there.")
    }

    /// Whether a server was not there for a mail: it could not be reached, broke off before it had the mail, or said that it
    /// closes (421).
    private static func wasNotReached(_ result: CurlResult) -> Bool {
        guard result.code != CURLE_OK, !result.hasBodyLeft, result.code != CURLE_ABORTED_BY_CALLBACK
        else { return false }
        if let refusal = refusal(in: result) { return refusal.code == 421 }
        return CurlOutcome.meaning(of: result.code) != .impossible
            && result.code != CURLE_LOGIN_DENIED
    }

    /// What a transfer says of the mail: the server's own words first, libcurl's code where there are none.
    static func outcome(of result: CurlResult) -> Delivery.Outcome {
        if let before = result.linesBeforeBodyEnd,
            let reply = SMTPReply(lastIn: result.lines.dropFirst(before)),
            let outcome = reply.outcome(step: "")
        {
            return outcome
        }
        let text = ServerText.line(Array(result.text.utf8))
        if let outcome = refusal(in: result)?.outcome(step: text) { return outcome }
        guard result.code != CURLE_OK else {
            return .ambiguous(detail: "The mail server ended the session without a reply.")
        }
        return CurlOutcome.outcome(
            of: result.code, bodyLeft: result.hasBodyLeft, subject: "The mail server", text: text)
    }

    /// Whether the connection was left open by an earlier mail and turned out to be closed by now.
    ///
    /// libcurl notices most such connections by itself, but not one on which the server has said goodbye (421)
    /// while nobody listened. The second attempt is on a new connection, as libcurl drops one that failed.
    private static func isStale(_ result: CurlResult) -> Bool {
        guard result.isConnectionReused, !result.hasBodyLeft else { return false }
        if let refusal = refusal(in: result) { return refusal.code == 421 }
        return result.code == CURLE_SEND_ERROR || result.code == CURLE_RECV_ERROR
            || result.code == CURLE_GOT_NOTHING
    }

    /// The reply by which the server refused, before it had the message's end; nil where it was not that.
    private static func refusal(in result: CurlResult) -> SMTPReply? {
        guard !result.hasBodyLeft, CurlOutcome.isRefusal(result.code) else { return nil }
        // After a refusal libcurl says QUIT, which is answered by 221.
        let lines = result.lines.filter { !$0.starts(with: "221".utf8) }
        guard let reply = SMTPReply(lastIn: lines), reply.code >= 400 else { return nil }
        return reply
    }
}

extension Delivery.Outcome {
    /// The same, with the name of the server that it is of.
    fileprivate func said(by host: String) -> Delivery.Outcome {
        func named(_ detail: String) -> String { "\(detail) [\(host)]" }
        return switch self {
        case .delivered(let detail): .delivered(detail: named(detail))
        case .retryLater(let seconds, let detail):
            .retryLater(afterSeconds: seconds, detail: named(detail))
        case .transient(let detail): .transient(detail: named(detail))
        case .ambiguous(let detail): .ambiguous(detail: named(detail))
        case .permanent(let detail): .permanent(detail: named(detail))
        }
    }
}
