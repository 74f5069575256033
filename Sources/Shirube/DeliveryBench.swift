package import Logging
import ShirubeCore

/// Measures how fast messages leave the outbox, for `make bench-delivery`.
package enum DeliveryBench {
    /// What a measurement took.
    package struct Measurement: Sendable {
        /// How many messages were delivered, of those that were put into the outbox.
        package let delivered: Int
        /// The wall time from the first look at what is due to the last outcome on the disk.
        package let seconds: Double
        /// The wall time of permitting a batch and taking it back, the mean of many, in milliseconds.
        package let grantMilliseconds: Double
    }

    /// What is put into the outbox.
    package struct Load: Sendable {
        /// How many messages.
        package var messages: Int
        /// How many characters the text of each has.
        package var characters: Int
        /// How many further messages wait that are not due.
        package var waiting: Int
        /// The channel they go to; nil for mail, each to an address of its own.
        package var channel: String?

        /// Makes a load.
        package init(messages: Int, characters: Int, waiting: Int, channel: String?) {
            self.messages = messages
            self.characters = characters
            self.waiting = waiting
            self.channel = channel
        }
    }

    /// Puts a load into the outbox of a ledger and sends it.
    ///
    /// - Throws: where the ledger cannot be read or written, or a mail not be encoded.
    package static func run(
        _ load: Load, setup: Setup, world: World, store: Store, logger: Logger
    ) async throws -> Measurement {
        let now = world.clock.now
        try enqueue(load.messages, load, setup, store: store, due: now)
        try enqueue(load.waiting, load, setup, store: store, due: now.adding(seconds: 86_400))
        let lane = load.channel.map(Lane.channel) ?? .mail
        let stopwatch = Stopwatch()
        let rounds = 20
        for _ in 0..<rounds {
            try store.write { ledger in
                try ledger.takeBack(
                    try ledger.grant(lane, limit: 50, boot: BootID.current, now: now))
            }
        }
        let grant = stopwatch.seconds / Double(rounds)
        let courier = Courier(
            store: store, world: world, office: setup.configuration.office,
            endpoints: Endpoints(), logger: logger)
        let start = stopwatch.seconds
        _ = try await courier.sendDue()
        let spent = stopwatch.seconds - start
        let counts = try store.read { try $0.outboxCounts(asOf: world.clock.now) }
        return Measurement(
            delivered: counts.delivered, seconds: spent, grantMilliseconds: grant * 1_000)
    }

    private static func enqueue(
        _ count: Int, _ load: Load, _ setup: Setup, store: Store, due: Timestamp
    ) throws {
        let postbox = Postbox(setup: setup)
        guard let strategy = setup.strategies.first else { return }
        for start in stride(from: 0, to: count, by: 500) {
            try store.write { ledger in
                for number in start..<min(start + 500, count) {
                    let route =
                        load.channel.map(Delivery.Route.webhook)
                        ?? .mail(address: "post-\(number)@city.example")
                    let letter = Postbox.Letter(
                        key: "bench/\(due)/\(number)", kind: .alert, subject: "計測 \(number)",
                        text: text(load.characters, number))
                    let notice = try postbox.notice(
                        letter, to: [Recipient(route: route)], strategy: strategy, now: due)
                    try ledger.enqueue(notice, strategy: strategy.id, now: due)
                }
            }
        }
    }

    /// A text that no other message has.
    private static func text(_ characters: Int, _ number: Int) -> String {
        let line = "第\(number)号　指標の実績と目標の差を確かめ、次の四半期までの取組を決めてください。\n"
        return String(repeating: line, count: max(1, characters / line.count))
    }
}
