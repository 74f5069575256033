import ArgumentParser
import Logging
import Shirube
import ShirubeCore

/// `shirube once`: one full pass.
struct OnceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "once",
        abstract: "一巡だけ行う (one full pass: observe, orient, decide, act)",
        discussion: """
            置かれているファイルが落ち着くのを待って取り込み、判定し、期限の来たものを送って終わります。
            Waits until the files that are there have settled, takes them in, judges, sends what is due, and ends.

            例 (examples):
              shirube once --config shirube.yaml
              shirube once --config demo.yaml --now 2022-10-17T09:00
            """)

    @OptionGroup var common: CommonOptions

    @OptionGroup var moment: ActMoment

    func run() async throws {
        try await exiting {
            let setup = try common.setup(on: moment.now?.japanDate)
            let clock = try RehearsalClock.standing(moment.now, setup: setup)
            let lock = try StateLock(folder: setup.configuration.state)
            let rig = try common.refusing(setup) {
                try Rig(
                    setup: setup, clock: clock, environment: Environment.all,
                    logger: Environment.logger(level: .info))
            }
            let turn = try await SinglePass.run(rig)
            let language = common.language ?? setup.configuration.language
            Output.write(Self.summary(turn)[language] + "\n")
            _ = consume lock
        }
    }

    private static func summary(_ turn: Cycle.Turn) -> Wording {
        let stuck = turn.stuck.map(\.path).joined(separator: ", ")
        var text = Wording(
            ja: "受理\(turn.accepted)件、変更なし\(turn.unchanged)件、差し戻し\(turn.rejected)件",
            en: "\(turn.accepted) accepted, \(turn.unchanged) unchanged, \(turn.rejected) rejected")
        func add(_ more: Wording) {
            text = Wording(
                ja: "\(text.japanese)、\(more.japanese)（記録を見てください）",
                en: "\(text.english), \(more.english) (see the log)")
        }
        if turn.troubles > 0 {
            add(
                Wording(
                    ja: "取り込めなかったもの\(turn.troubles)件", en: "\(turn.troubles) in trouble"))
        }
        if !stuck.isEmpty {
            add(Wording(ja: "応答のないフォルダー: \(stuck)", en: "no answer from \(stuck)"))
        }
        return text
    }
}
