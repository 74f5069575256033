import ShirubeCore
import Testing

@Suite struct ClosingPeriodTests {
    private func standing(
        isPublicMoney: Bool, now: String, certainty: Reading.Certainty = .confirmed
    ) -> Standing {
        let grant = indicator(
            .annualFlow, baseline: 100, target: 200, unit: "千円", isPublicMoney: isPublicMoney)
        return Judge.standing(
            of: grant, in: strategy([grant]),
            current: CurrentReadings(ledger([Figure("FY2024", 150, certainty: certainty)])),
            through: period("FY2024Q4"), now: japanTime(now))
    }

    @Test func `a fiscal year's accounts close on 31 May after it`() {
        #expect(ClosingPeriod.lastDay(of: Year(.fiscal, 2024)) == day("2025-05-31"))
    }

    @Test
    func `money of the city is preliminary until the accounts close, whatever its department says`()
    {
        let open = standing(isPublicMoney: true, now: "2025-05-31T23:59")
        #expect(open.status != .notAchieved)
        #expect(open.reasons.contains { $0.code == "accounts-open" })
        #expect(
            open.reasons.map(\.text.japanese).contains(
                "出納整理期間が終わる令和7年5月31日（土）までは速報として扱い、その後に達成・未達成を決めます。"))
        let closed = standing(isPublicMoney: true, now: "2025-06-01")
        #expect(closed.status == .notAchieved)
        #expect(!closed.reasons.contains { $0.code == "accounts-open" })
    }

    @Test func `other figures are final when their department says so`() {
        #expect(standing(isPublicMoney: false, now: "2025-04-10").status == .notAchieved)
        let preliminary = standing(
            isPublicMoney: true, now: "2025-04-10", certainty: .preliminary)
        #expect(preliminary.reasons.contains { $0.code == "preliminary" })
        #expect(!preliminary.reasons.contains { $0.code == "accounts-open" })
    }
}
