import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube test-send`: whether messages arrive.
struct TestSendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-send",
        abstract: "試験のメールや投稿を一つ送る (sends one message that says it is a test)",
        discussion: """
            常駐中と同じ経路で、試験と明記した一通だけを送ります。送ったことと結果は監査に残ります。パスワードやURLを読めるように、\
            デーモンの利用者で実行してください。
            By the same way as the daemon, one message that says it is a test; the audit keeps that it was sent. Run it as the \
            daemon's user, who may read passwords and URLs.

            例 (examples):
              sudo -u shirube shirube test-send --to kacho@city.example
              sudo -u shirube shirube test-send --to planning

            終了コード (exit codes): 0 送った sent, 65 宛先がない no such recipient, 69 送れない not sent
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp("メールアドレスかチャンネル (a mail address or a channel)", valueName: "to"))
    var to: String

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let recipient = CellText.trimmed(to)
            let clock = WallClock.machine
            let store = try Rig.openForRecord(setup, now: clock.now)
            let outcome: Delivery.Outcome
            do {
                outcome = try await TestMessage.send(
                    to: recipient, setup: setup,
                    world: Rig.world(setup, clock: clock, environment: Environment.all),
                    language: language, by: LoginName.current, in: store)
            } catch let declined as any Declined {
                throw Refusal(declined.message[language], code: .inputRefused)
            } catch let error as MailError {
                throw Refusal("\(error)", code: .inputRefused)
            }
            let words = TestMessage.wording(of: outcome, to: recipient)
            guard case .delivered = outcome else {
                throw Refusal(words[language], code: .unreachable)
            }
            Output.write(words[language] + "\n")
        }
    }
}
