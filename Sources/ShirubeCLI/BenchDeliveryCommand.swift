import ArgumentParser
import Logging
import Shirube
import ShirubeCore

/// `shirube bench-delivery`: how fast messages leave the outbox; for `make bench-delivery`, and not listed.
struct BenchDeliveryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-delivery",
        abstract: "送信の速さを測る (measures how fast messages are sent)", shouldDisplay: false)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "送る通数 (how many messages)")
    var messages: Int

    @Option(name: .long, help: "本文の文字数 (characters of each text)")
    var characters: Int

    @Option(name: .long, help: "まだ送らない通数 (how many more wait)")
    var waiting = 0

    @Option(name: .long, help: "送り先のチャンネル (the channel; mail where none is named)")
    var channel: String?

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let logger = Environment.logger(level: .error)
            let clock = WallClock.machine
            let (taken, store) = try common.open(setup, now: clock.now)
            let world = Rig.world(taken, clock: clock, environment: Environment.all)
            let measured = try await DeliveryBench.run(
                DeliveryBench.Load(
                    messages: messages, characters: characters, waiting: waiting, channel: channel),
                setup: taken, world: world, store: store, logger: logger)
            // Seconds first: the program that compares reads the first word.
            Output.write("\(measured.seconds) s, grant \(measured.grantMilliseconds) ms\n")
            if measured.delivered != messages { throw ExitCode(1) }
        }
    }
}
