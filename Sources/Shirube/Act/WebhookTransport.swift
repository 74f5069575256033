package import ShirubeCore

/// Posts messages to channels.
package struct WebhookTransport: Transport {
    private let channels: [String: ConnectionPool<WebhookConnection>]
    private let gaps: [String: Duration]

    /// Makes a transport; a channel is connected to at its first delivery.
    ///
    /// - Parameters:
    ///   - channels: the channels, each with a name of its own.
    ///   - abort: stops transfers in flight, and every later one, when raised.
    ///   - secret: reads a channel's URL, at every delivery, so that a new one counts at once.
    ///   - now: the present, for a server that says until when to wait but not what time it is.
    package init(
        channels: [Configuration.Channel], abort: AbortFlag,
        secret: @escaping @Sendable (SecretSource) throws(SecretError) -> String,
        now: @escaping @Sendable () -> Timestamp
    ) {
        var table: [String: ConnectionPool<WebhookConnection>] = [:]
        for channel in channels {
            table[channel.name] = ConnectionPool(
                count: channel.connections, name: "shirube.channel.\(channel.name)"
            ) { executor in
                WebhookConnection(
                    on: executor, channel: channel, abort: abort, secret: secret, now: now)
            }
        }
        self.channels = table
        gaps = Dictionary(
            channels.map { ($0.name, .milliseconds($0.gapMilliseconds)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// At the channel's pace, over as many connections as the configuration says.
    package func terms(for lane: Lane) -> LaneTerms {
        guard case .channel(let name) = lane, let channel = channels[name] else {
            return LaneTerms()
        }
        return LaneTerms(connections: channel.count, gap: gaps[name] ?? .zero)
    }

    /// The thread on which a connection to the channel works.
    package func executor(of connection: Int, in lane: Lane) -> BlockingExecutor? {
        guard case .channel(let name) = lane else { return nil }
        return channels[name]?.executor(of: connection)
    }

    package func deliver(_ delivery: Delivery, over connection: Int) async -> Delivery.Outcome {
        guard case .webhook(let name) = delivery.route else {
            return .permanent(detail: "This delivery is no webhook, so no channel can take it.")
        }
        guard let channel = channels[name] else {
            return .permanent(
                detail: "No channel is named \(name) any more; add it to channels, or drop this.")
        }
        return await channel[connection].post(delivery)
    }

    /// Tries connection and encryption with each channel, and posts nothing.
    package func check() async -> [ServerCheck] {
        var checks: [ServerCheck] = []
        for name in channels.keys.sorted() {
            if let channel = channels[name] { checks.append(await channel[0].check()) }
        }
        return checks
    }
}
