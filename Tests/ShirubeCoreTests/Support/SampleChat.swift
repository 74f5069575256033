@testable import ShirubeCore

/// Messages to channels.
enum SampleChat {
    static func notice(subject: String, text: String) -> ChatMessage {
        ChatMessage(
            subject: subject, text: text,
            about: ChatMessage.About(
                key: "lagging/mihon-2020/m01-1-1/FY2022Q2", kind: "lagging",
                strategy: "mihon-2020", at: SampleSummary.summary.cutoff, language: .japanese,
                indicators: ["m01-1-1"]))
    }

    /// A notice as its mail says it.
    static let lagging = notice(
        subject: "【遅れ】内定者数",
        text: """
            見本市まち・ひと・しごと創生総合戦略

            次の指標が遅れています。理由と対応をお知らせください。

              ・指標    内定者数
                実績    27.5人（09:00現在）
            1. 理由を report.csv に書く

            --
            標（しるべ）が自動で作成しました。

            """)
}
