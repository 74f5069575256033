import CCurl
import Glibc
package import ShirubeCore

/// Hands mails to one SMTP server, one recipient at a time, over connections that stay open between them.
package final class MailTransport: Transport {
    private let connections: ConnectionPool<MailConnection>

    /// Makes a transport; each connection is made at its first delivery.
    ///
    /// - Parameters:
    ///   - mail: the server, how to speak with it, and the sender.
    ///   - abort: stops transfers in flight, and every later one, when raised.
    ///   - secret: reads the password, at every delivery, so that a new one counts at once.
    package init(
        mail: Configuration.Mail, abort: AbortFlag,
        secret: @escaping @Sendable (SecretSource) throws(SecretError) -> String
    ) {
        connections = ConnectionPool(count: mail.connections, name: "shirube.mail") { executor in
            MailConnection(on: executor, mail: mail, abort: abort, secret: secret)
        }
    }

    /// As many mails at a time as the configuration says.
    package func terms(for lane: Lane) -> LaneTerms { LaneTerms(connections: connections.count) }

    /// The thread on which a connection to the mail server works.
    package func executor(of connection: Int, in lane: Lane) -> BlockingExecutor? {
        connections.executor(of: connection)
    }

    package func deliver(_ delivery: Delivery, over connection: Int) async -> Delivery.Outcome {
        guard case .mail(let recipient) = delivery.route else {
            return .permanent(
                detail: "This delivery is no mail, so the mail server cannot take it.")
        }
        return await connections[connection].send(delivery.payload, to: recipient)
    }
}

/// One connection to an SMTP server, open from one mail to the next.
///
/// An actor with a thread of its own, because libcurl blocks; mails wait for one another.
actor MailConnection {
    private let mail: Configuration.Mail
    private let abort: AbortFlag
    private let secret: @Sendable (SecretSource) throws(SecretError) -> String
    private let executor: BlockingExecutor
    private var handle: CurlHandle

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
    func send(_ message: [UInt8], to recipient: String) -> Delivery.Outcome {
        guard let from = MailAddress(parsing: mail.from) else {
            return .permanent(detail: "The sender in mail.from is no address; correct it.")
        }
        guard let to = MailAddress(parsing: recipient), to.address == recipient else {
            return .permanent(
                detail: "The recipient's address is not of the form local@domain in plain ASCII;"
                    + " correct it in routes.")
        }
        guard mail.security != .none || Loopback.isLoopback(host: mail.host) else {
            return .permanent(
                detail: "mail.security is none, which is allowed for a server on this host only;"
                    + " set starttls or tls.")
        }
        guard !abort.isRaised, !Task.isCancelled else {
            return .transient(detail: "Shirube is stopping; nothing was sent.")
        }
        do {
            try prepare(from: from.address, to: to.address, count: message.count)
        } catch {
            return .transient(detail: error.description)
        }
        var result = handle.perform(sending: message)
        if Self.isStale(result) { result = handle.perform(sending: message) }
        return Self.outcome(of: result)
    }

    private func prepare(from: String, to: String, count: Int) throws(SecretError) {
        let password = try mail.password.map(secret)
        let scheme = mail.security == .tls ? "smtps" : "smtp"
        handle.begin(protocols: scheme, timeoutSeconds: mail.timeoutSeconds)
        handle.set(CURLOPT_URL, url(scheme: scheme))
        handle.set(
            CURLOPT_USE_SSL,
            Int((mail.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        if let authorities = mail.authorities {
            handle.trust(authorities: authorities)
        }
        if let username = mail.username {
            handle.set(CURLOPT_USERNAME, username)
            handle.set(CURLOPT_PASSWORD, password ?? "")
        }
        handle.set(CURLOPT_MAIL_FROM, "<\(from)>")
        handle.set(CURLOPT_MAIL_RCPT, ["<\(to)>"])
        handle.set(CURLOPT_UPLOAD, 1)
        handle.set(CURLOPT_INFILESIZE_LARGE, offset: count)
        // A connection left idle for longer is likely to be closed by the server (Postfix: 5 minutes).
        handle.set(CURLOPT_MAXAGE_CONN, 60)
    }

    private func url(scheme: String) -> String {
        let isBareIPv6 = mail.host.utf8.contains(UInt8(ascii: ":")) && !mail.host.hasPrefix("[")
        let host = isBareIPv6 ? "[\(mail.host)]" : mail.host
        // libcurl takes the name for EHLO from the path; by itself it would cut this host's name at the first
        // dot, and many servers refuse a name without one.
        return "\(scheme)://\(host):\(mail.port)/\(HostName.current)"
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

/// The name by which this host introduces itself to mail servers.
enum HostName {
    /// The host's own name, `localhost` where it has none that is a valid domain name.
    static let current: String = {
        var buffer = [CChar](repeating: 0, count: 256)
        let status = unsafe gethostname(&buffer, buffer.count - 1)
        let name = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return status == 0 && isDomainName(name) ? name : "localhost"
    }()

    /// Whether the text is made of letters, digits, hyphens and dots alone (RFC 1123 section 2.1).
    static func isDomainName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
