import Foundation
import Testing

/// The turn of plans through the real program: `StrategySuccession`, `PlanAddress`, `AlertRoundPart`, and all they rest on.
@Suite struct TurnOfPlansTests {
    @Test func `two plans run side by side, and the history of the first goes on in the second`()
        async throws
    {
        let turn = try await TurnOfPlans()
        try await turn.start(at: "2025-02-10T10:00")
        try await turn.drop(
            "R2-R6.csv", "R2,年度,3,確報", "R3,年度,3,確報", "R4,年度,3,確報", "R5,年度,3,確報",
            "R6,第1四半期,1,確報", "R6,第2四半期,0,確報", "R6,第3四半期,1,確報")
        try await startNextPlan(turn)
        try await endFirstPlan(turn)
        try await correctFirstPlan(turn)
        try await reportNextPlan(turn)
        try await tellOnce(turn)
        try await showBoth(turn)
        let verified = try await turn.run("verify")
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
        let audit = try await turn.run(
            "audit", "--kpi", "m01-1-1", "--strategy", TurnOfPlans.next, "--format", "csv")
        #expect(audit.output.contains("tomakomai-2025/m01-1-1 ← tomakomai-2020/m01-1-1"))
        #expect(audit.output.contains("R7第1四半期.csv") && !audit.output.contains("R2-R6.csv"))
        _ = try await turn.rehearsal.stop()
    }

    /// In March the next plan is started, filled in, checked and taken up beside a running daemon.
    private func startNextPlan(_ turn: TurnOfPlans) async throws {
        try await turn.rehearsal.move(to: "2025-03-10T10:00")
        let made = try await turn.succeed()
        #expect(made.code == 0, "\(made.errors)")
        let text = try turn.city.folder.text("tomakomai-2025.yaml")
        #expect(text.contains("succeeds: tomakomai-2020\n"))
        #expect(text.contains("# 前の計画の最新の実績（令和5年度、確報） ← R2-R6.csv"))
        #expect(text.contains("baseline: {value: 3, period: FY2023}"))
        let open = try await turn.run(
            "strategy", "check", turn.city.folder.path + "/tomakomai-2025.yaml")
        #expect(open.code == 65)
        #expect(open.errors.contains("「m01-1-1」の目標値がまだ書かれていません。"))
        #expect(open.errors.split(separator: "\n").count == 88)
        try turn.fillTargets()
        try turn.addNextPlan()
        let checked = try await turn.run("check")
        #expect(checked.code == 0, "\(checked.errors)")
        try await turn.rehearsal.reload()
        try await turn.rehearsal.move(to: "2025-03-11T10:00")
        let status = try await turn.run("status")
        #expect(status.output.contains("tomakomai-2025  tomakomai-2020/m01-1-1  m01-1-1"))
        #expect(try await turn.figures(in: TurnOfPlans.next).count == 7)
    }

    /// On 1 April the alert goes over; the last quarter is still asked for, reported and summed up in the first plan alone.
    private func endFirstPlan(_ turn: TurnOfPlans) async throws {
        let open = try await turn.run("alerts", "list", "--strategy", TurnOfPlans.before)
        #expect(open.output.contains("内定者数"))
        try await turn.rehearsal.move(to: "2025-04-01T09:00")
        let asked = try await turn.mails(to: "kogyo-koyo@city.example", on: "2025-04-01")
            .filter { $0.subject.contains("照会") }
        #expect(asked.count == 1)
        #expect(asked.allSatisfy { $0.text.contains("令和6年度第4四半期") })
        #expect(asked.flatMap { $0.files.keys }.contains("tomakomai-2020-kogyo-koyo-FY2024Q4.csv"))
        let closed = try await turn.run("alerts", "list", "--strategy", TurnOfPlans.before)
        #expect(!closed.output.contains("内定者数"))
        try await turn.rehearsal.move(to: "2025-04-10T10:00")
        try await turn.drop("R6第4四半期.csv", "R6,第4四半期,2,確報")
        #expect(turn.files("accepted").contains { $0.hasSuffix("R6第4四半期.csv") })
        for plan in [TurnOfPlans.before, TurnOfPlans.next] {
            #expect(
                try await turn.figures(in: plan).last == "FY2024Q4 2.0 tomakomai-2020 R6第4四半期.csv")
        }
        try await turn.rehearsal.move(to: "2025-04-14T09:00")
        let summaries = try await turn.mails(to: "mayor@city.example", on: "2025-04-14")
        #expect(summaries.count == 1)
        #expect(summaries.allSatisfy { $0.subject.contains("第2期苫小牧市総合戦略") })
        #expect(summaries.allSatisfy { $0.text.contains("引き継がれました") })
    }

    /// Late data of the first plan makes its 訂正版 after the second has begun, and shows in the history of that one.
    private func correctFirstPlan(_ turn: TurnOfPlans) async throws {
        try await turn.rehearsal.move(to: "2025-05-12T10:00")
        try await turn.drop("R6第4四半期訂正.csv", "R6,第4四半期,4,訂正")
        try await turn.rehearsal.move(to: "2025-05-13T09:00")
        try await turn.rehearsal.move(to: "2025-05-14T09:00")
        let mails = try await turn.city.mails().filter {
            $0.to == "mayor@city.example" && $0.subject.contains("訂正版")
        }
        #expect(mails.count == 1)
        #expect(mails.allSatisfy { $0.subject.contains("第2期苫小牧市総合戦略") })
        #expect(
            try await turn.figures(in: TurnOfPlans.next).last
                == "FY2024Q4 4.0 tomakomai-2020 R6第4四半期訂正.csv")
    }

    /// From July on the years decide which plan a figure is for; what holds both is refused with a sentence.
    private func reportNextPlan(_ turn: TurnOfPlans) async throws {
        try await turn.rehearsal.move(to: "2025-07-10T10:00")
        try await turn.drop("両方.csv", "R6,第4四半期,5,訂正", "R7,第1四半期,2,確報")
        let reports = turn.files("rejected").filter { $0.hasSuffix("両方.csv.report.txt") }
        let report = try turn.city.folder.text(
            "drops/kogyo-koyo/rejected/\(try #require(reports.first))")
        #expect(report.contains("二つの計画の実績が混じっています"))
        #expect(report.contains("計画ごとに別のファイルにし"))
        try await turn.drop("R7第1四半期.csv", "R7,第1四半期,2,確報")
        let own = try await turn.figures(in: TurnOfPlans.next)
        #expect(own.last == "FY2025Q1 2.0 tomakomai-2025 R7第1四半期.csv")
        #expect(own.count == 9)
        #expect(try await turn.figures(in: TurnOfPlans.before).count == 8)
        try await turn.drop("tomakomai-2020_再訂正.csv", "R6,第4四半期,3,訂正")
        #expect(
            try await turn.figures(in: TurnOfPlans.before).last
                == "FY2024Q4 3.0 tomakomai-2020 tomakomai-2020_再訂正.csv")
        try await turn.rehearsal.move(to: "2025-07-14T09:00")
        let summaries = try await turn.mails(to: "mayor@city.example", on: "2025-07-14")
            .filter { !$0.subject.contains("訂正版") }
        #expect(summaries.map { $0.subject.contains("第3期苫小牧市総合戦略") } == [true])
    }

    /// Whatever lists several plans says which is which.
    private func showBoth(_ turn: TurnOfPlans) async throws {
        let history = try await turn.run("strategy", "history", "m01-1-1")
        #expect(history.output.contains("◎ 第2期苫小牧市総合戦略\n"))
        #expect(history.output.contains("◎ 第3期苫小牧市総合戦略\n"))
        let answers = try await turn.run("answers", "--quarter", "R6Q4")
        #expect(answers.output.contains("◎ 第2期") && answers.output.contains("◎ 第3期"))
        let alerts = try await turn.run("alerts", "list")
        #expect(alerts.output.contains("tomakomai-2020/"))
        #expect(alerts.output.contains("tomakomai-2025/"))
        let drops = try await turn.run("drop", "list")
        #expect(drops.output.contains("tomakomai-2025/kogyo-koyo"))
        let next = try await turn.run("next", "--from", "2025-07-15", "--days", "200")
        let summaries = next.output.split(separator: "\n").filter { $0.contains("FY2025Q") }
        #expect(!summaries.isEmpty)
        for line in summaries where line.contains("四半期まとめ") {
            #expect(line.contains("tomakomai-2025"))
        }
    }

    /// Where both plans have something to tell, a person gets one message.
    private func tellOnce(_ turn: TurnOfPlans) async throws {
        // A late answer ends what was overdue for the first plan; a month later nobody has answered for the second.
        try await turn.rehearsal.move(to: "2025-07-14T10:00")
        try await turn.rehearsal.drop(
            "就職者数.csv", "kogyo-koyo", "指標ID,年度,期間,実績値,区分\r\nm01-2-1,R6,第4四半期,1,確報\r\n")
        try await turn.rehearsal.move(to: "2025-08-15T09:00")
        let rounds = try await turn.city.mails().filter { $0.subject.contains("【警告") }
        let perDay = Dictionary(grouping: rounds) { "\($0.to) \($0.date)" }
        #expect(perDay.values.allSatisfy { $0.count == 1 })
        #expect(
            rounds.contains { $0.text.contains("◎ 第2期") && $0.text.contains("◎ 第3期") })
    }
}
