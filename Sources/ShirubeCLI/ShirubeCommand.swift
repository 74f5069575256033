import ArgumentParser

/// `shirube`: the command line, one file a subcommand; it prints, and holds no rule.
@main
struct ShirubeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shirube",
        abstract: "標: 総合戦略の進み具合を見守る (watches over a city's strategy)",
        discussion: """
            部署が置いたCSVを読み、指標が目標に届くかを見積もり、遅れと四半期のまとめを知らせます。
            Reads the CSV files that departments drop, judges whether each indicator will meet its target, \
            and tells people what lags and how the quarter went.

            例 (examples):
              shirube check --config /etc/shirube/shirube.yaml
              shirube once --config /etc/shirube/shirube.yaml
              shirube status --format json
              shirube explain m01-1-1
              shirube report --quarter R4Q2 --format html > summary.html
              shirube form --department kogyo-koyo --quarter R4Q2 --format xlsx --output R4Q2.xlsx
              shirube drop check R4Q2.csv --department kogyo-koyo

            終了コード (exit codes): 0 完了 done, 64 使い方の誤り usage, 65 入力の拒否 input refused, \
            69 到達不能 unreachable, 73 書き出し先がすでにある not written, 75 使用中 state locked, 78 設定の拒否 configuration refused
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, OnceCommand.self, StatusCommand.self, ExplainCommand.self,
            ReportCommand.self,
            PublishCommand.self,
            FormCommand.self, DropCommand.self, HeldCommand.self, ConfirmCommand.self,
            CheckCommand.self, CalendarCommand.self, AnswersCommand.self, NextCommand.self,
            RoutesCommand.self, StrategyCommand.self, OverrideCommand.self, DecideCommand.self,
            DecisionsCommand.self, ActsCommand.self, AlertsCommand.self, ReviewCommand.self,
            VerifyCommand.self, AuditCommand.self, OutboxCommand.self, PreviewCommand.self,
            TestSendCommand.self,
            CalibrationCommand.self, SummaryCommand.self, BenchJudgeCommand.self,
            BenchDeliveryCommand.self, DrawCommand.self,
        ])
}
