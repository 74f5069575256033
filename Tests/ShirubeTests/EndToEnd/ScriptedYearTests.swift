import Foundation
import Testing

/// Most of a year as its people live it, undisturbed and with the daemon killed all the time.
@Suite struct ScriptedYearTests {
    @Test func `a year goes as it should`() async throws {
        let year = try await ScriptedYear()
        _ = try await year.play(kills: 0)
        let mails = try await year.city.mails()
        for mail in mails.sorted(by: { $0.date < $1.date }) {
            print("YEAR", mail.date, mail.to, mail.subject)
        }
    }
}
