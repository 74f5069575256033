import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube confirm`: says that figures which wait are meant.
struct ConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "要確認の値を使う (let figures count that wait to be confirmed)",
        discussion: """
            誰が確認したかを記録し、指標を判定し直します。常駐中でも使えます。
            Records who has confirmed them and judges their indicators anew. It may run beside the daemon.

            例 (examples):
              shirube held
              shirube confirm 3 4 --by 企画花子 --reason "大会があったため"

            終了コード (exit codes): 0 完了 done, 65 その番号の要確認の値はない no such figure waits
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("shirube held の番号 (numbers from shirube held)", valueName: "number"))
    var numbers: [Int64]

    @OptionGroup var act: ActRecord

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let outcome = try Confirmation.confirm(
                numbers, by: act.who.name(in: scene), reason: act.why.text, setup: scene.setup,
                store: scene.store, now: scene.now)
            guard outcome.unknown.isEmpty else {
                let list = outcome.unknown.map(String.init).joined(separator: ", ")
                let words = Wording(
                    ja: "番号\(list)の要確認の値はないので、何もしませんでした。番号は「shirube held」で確かめてください。",
                    en: "No figure waits under \(list), so nothing was done. "
                        + "Look the numbers up with “shirube held”.")
                throw Refusal(words[scene.language], code: .inputRefused)
            }
            let count = outcome.confirmed.count
            return Wording(
                ja: "\(count)件を確認済にし、判定し直しました。",
                en:
                    "Confirmed \(count) and judged \(count == 1 ? "its indicator" : "their indicators") "
                    + "anew.")
        }
    }
}
