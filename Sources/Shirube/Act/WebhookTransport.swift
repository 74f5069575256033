package import ShirubeCore

/// Posts messages to chat channels, each channel at its own pace.
package struct WebhookTransport: Transport {
    private let channels: [String: WebhookChannel]

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
        var table: [String: WebhookChannel] = [:]
        for channel in channels {
            table[channel.name] = WebhookChannel(
                channel: channel, abort: abort, secret: secret, now: now)
        }
        self.channels = table
    }

    /// One post after the other, at the channel's pace.
    package func terms(for lane: Lane) -> LaneTerms {
        guard case .channel(let name) = lane, let channel = channels[name] else {
            return LaneTerms()
        }
        return LaneTerms(gap: channel.gap)
    }

    package func deliver(_ delivery: Delivery) async -> Delivery.Outcome {
        guard case .webhook(let name) = delivery.route else {
            return .permanent(detail: "This delivery is no webhook, so no channel can take it.")
        }
        guard let channel = channels[name] else {
            return .permanent(
                detail: "No channel is named \(name) any more; add it to channels, or drop this.")
        }
        return await channel.post(delivery.payload)
    }
}
