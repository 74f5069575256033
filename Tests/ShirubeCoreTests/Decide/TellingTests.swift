import ShirubeCore
import Testing

@Suite struct TellingTests {
    @Test func `a department hears of its own files, and only the summary reaches the executives`()
    {
        for telling in Telling.allCases {
            #expect(telling.roles.contains(.executives) == (telling == .summary))
        }
        #expect(Telling.lagging.roles == [.staff, .manager])
        #expect(Telling.movingAway.roles == [.director])
        #expect(Telling.digest.roles == [.planning])
        for telling in [Telling.rejection, .hold, .revocation, .inquiry, .suddenChange] {
            #expect(telling.roles == [.staff])
        }
    }

    @Test func `when somebody is told of an alert that lasts goes by the rules`() {
        func when(_ telling: Telling, _ role: Role, hasRound: Bool = true) -> String {
            telling.reason(for: role, rules: AlertRules(), hasRound: hasRound).japanese
        }
        #expect(when(.escalation, .manager) == "対応の記録がないまま5開庁日たったとき")
        #expect(when(.escalation, .director) == "対応の記録がないまま10開庁日たったとき")
        #expect(when(.repeated, .staff) == "前の通知から1か月ごと（2回まで）")
        #expect(when(.digest, .planning) == "警告のお知らせの日に（動きがあったとき）")
        #expect(
            when(.escalation, .manager, hasRound: false) == "届きません（schedule に alertRound がないため）")
        #expect(when(.lagging, .staff, hasRound: false) == "執務時間に（判定が変わったとき）")
        for (repeats, words) in [
            (AlertRules.Repeat.week, "a week after they were told last, 2 times at most"),
            (.never, "never, by `repeat`"),
        ] {
            let rules = AlertRules(repeats: repeats)
            #expect(
                Telling.repeated.reason(for: .staff, rules: rules, hasRound: true).english == words)
        }
    }
}
