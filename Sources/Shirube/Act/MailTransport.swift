package import ShirubeCore

/// Hands mails to an SMTP server, one recipient at a time, over connections that stay open between them.
package final class MailTransport: Transport {
    private let connections: ConnectionPool<MailConnection>
    private let servers: [Configuration.Mail.Server]

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
        servers = mail.servers
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

    /// Tries connection, encryption and login with each server, and sends nothing.
    package func check() async -> [ServerCheck] {
        var checks: [ServerCheck] = []
        for server in servers { checks.append(await connections[0].check(server)) }
        return checks
    }
}
