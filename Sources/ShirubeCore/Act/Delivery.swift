/// One message on its way to one recipient, as the outbox holds it.
package struct Delivery: Sendable, Equatable {
    /// Its number in the outbox.
    package let id: Int64
    /// The way it goes.
    package let route: Route
    /// The exact bytes to send: an RFC 5322 message for mail, a JSON document for a webhook.
    package let payload: [UInt8]
    /// How often it has been tried before.
    package let attempts: Int
    /// Whether it leaves only while the office is open.
    package let waitsForOffice: Bool

    /// Makes a delivery.
    package init(
        id: Int64, route: Route, payload: [UInt8], attempts: Int, waitsForOffice: Bool = false
    ) {
        self.waitsForOffice = waitsForOffice
        self.id = id
        self.route = route
        self.payload = payload
        self.attempts = attempts
    }

    /// The way a message goes.
    package enum Route: Sendable, Hashable {
        /// By SMTP to one address.
        case mail(address: String)
        /// By HTTPS POST to the channel of this name; its URL is a secret and stays out of the ledger.
        case webhook(channel: String)
    }

    /// What came of one attempt.
    package enum Outcome: Sendable, Equatable {
        /// The server has taken the message.
        case delivered(detail: String)
        /// The server asks to wait; the seconds are nil where it does not say how long.
        case retryLater(afterSeconds: Int?, detail: String)
        /// Nothing was handed over: the connection, name or handshake failed.
        case transient(detail: String)
        /// The message left, but no answer came: the server may or may not have it.
        case ambiguous(detail: String)
        /// The server refuses for good.
        case permanent(detail: String)
    }
}
