/// What `shirube outbox show` shows: the whole story of one delivery.
package struct OutboxAccount: Sendable, Equatable {
    /// One attempt.
    package struct Attempt: Sendable, Equatable {
        /// When it began.
        package let beganAt: Timestamp
        /// When it ended; nil where it has not.
        package let endedAt: Timestamp?
        /// What came of it, by its code; nil where it has not ended.
        package let outcome: String?
        /// What the server or the connection said.
        package let detail: String

        /// Makes an attempt.
        package init(beganAt: Timestamp, endedAt: Timestamp?, outcome: String?, detail: String) {
            self.beganAt = beganAt
            self.endedAt = endedAt
            self.outcome = outcome
            self.detail = detail
        }
    }

    /// What somebody did about it.
    package struct Act: Sendable, Equatable {
        /// `resend` or `drop`.
        package let kind: String
        /// The state in which it was.
        package let formerly: String
        /// Who did it.
        package let author: String
        /// Why.
        package let reason: String
        /// When.
        package let at: Timestamp

        /// Makes an act.
        package init(
            kind: String, formerly: String, author: String, reason: String, at: Timestamp
        ) {
            self.kind = kind
            self.formerly = formerly
            self.author = author
            self.reason = reason
            self.at = at
        }
    }

    /// The delivery.
    package let row: OutboxRow
    /// Every attempt, oldest first.
    package let attempts: [Attempt]
    /// Everything that was done about it, oldest first.
    package let acts: [Act]
    /// The pauses that hold it up.
    package let pauses: [OutboxPause]
    /// How many bytes it has.
    package let size: Int
    /// The SHA-256 of its body.
    package let sha256: String
    /// When its body was removed; nil where it is kept.
    package let removedAt: Timestamp?

    /// Makes an account.
    package init(
        row: OutboxRow, attempts: [Attempt], acts: [Act], pauses: [OutboxPause], size: Int,
        sha256: String, removedAt: Timestamp?
    ) {
        self.row = row
        self.attempts = attempts
        self.acts = acts
        self.pauses = pauses
        self.size = size
        self.sha256 = sha256
        self.removedAt = removedAt
    }

    /// That a body is not there any more, and why.
    package static func removed(at moment: Timestamp) -> Wording {
        let day = moment.japanDate
        return Wording(
            ja: "本文は保存期間（outbox の keepYears）を過ぎたので、\(day)に消しました。見られるのは記録とハッシュだけです。",
            en:
                "Its body was removed on \(day), past its keeping (`keepYears` of `outbox`). What is left "
                + "is the record and the hash.")
    }

    /// The story for a terminal, a line a fact, in the order in which things happened.
    ///
    /// - Parameters:
    ///   - posts: what people call the posts, by id.
    ///   - language: the language.
    /// - Returns: lines ended by `\n`.
    package func text(posts: [String: String], _ language: Language) -> String {
        let kind = OutboxWords.wording(ofKind: row.kind)
        let to = Inert.line(OutboxListing.recipient(of: row, posts: posts))
        let subject = Inert.line(row.subject)
        var lines = [
            Wording(ja: "送信\(row.number)", en: "Delivery \(row.number)")[language]
                + ": \(row.state.wording[language])",
            Wording(ja: "宛先", en: "To")[language] + ": \(to) (\(row.routeName))",
            Wording(ja: "通知", en: "Notice")[language]
                + ": \(row.notice) \(kind[language]) \(row.createdAt.japanDescription)",
            Wording(ja: "件名", en: "Subject")[language] + ": \(subject)",
        ]
        if row.state == .due {
            lines.append(
                Wording(ja: "次の送信", en: "Next try")[language]
                    + ": \(row.nextAt.japanDescription)")
        }
        if row.isDropped, row.state == .sending {
            lines.append(
                Wording(
                    ja: "いまの試みが終われば、もう送りません。", en: "Not tried again after this attempt.")[language])
        }
        lines += pauses.map { $0.wording[language] }
        lines.append(
            removedAt.map { Self.removed(at: $0)[language] }
                ?? Wording(ja: "本文", en: "Bytes")[language] + ": \(size) B, SHA-256 \(sha256)")
        let story = (attempts.map(line) + acts.map(line)).sorted { $0.at < $1.at }
        if !story.isEmpty { lines.append("") }
        lines += story.map { "\($0.at.japanDescription)  \($0.words[language])" }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ attempt: Attempt) -> (at: Timestamp, words: Wording) {
        guard let outcome = attempt.outcome, let ended = attempt.endedAt else {
            return (attempt.beganAt, Wording(ja: "送信中", en: "being sent"))
        }
        let words = OutboxWords.wording(of: outcome)
        let detail = Inert.line(attempt.detail)
        let milliseconds = ended.milliseconds - attempt.beganAt.milliseconds
        let seconds = NumberText.grouped(Double(milliseconds) / 1_000, decimals: 1)
        return (
            attempt.beganAt,
            Wording(
                ja: "\(words.japanese)（\(seconds)秒）\(detail)",
                en: "\(words.english) (\(seconds) s) \(detail)")
        )
    }

    private func line(_ act: Act) -> (at: Timestamp, words: Wording) {
        let words = OutboxWords.wording(of: act.kind)
        let formerly = OutboxWords.wording(of: act.formerly)
        let (who, why) = (Inert.line(act.author), Inert.line(act.reason))
        return (
            act.at,
            Wording(
                ja: "\(words.japanese)（それまで：\(formerly.japanese)）\(who)、理由：\(why)",
                en: "\(words.english) (it was: \(formerly.english)) by \(who): \(why)")
        )
    }

    /// The same for other programs: moments are RFC 3339, what is not there is `null`.
    package var json: JSON {
        .object(
            row.members + [
                ("bytes", .integer(size)), ("bodySHA256", .string(sha256)),
                ("bodyRemovedAt", .optional(removedAt?.japanDescription)),
                ("pauses", .array(pauses.map(\.json))),
                (
                    "history",
                    .array(
                        attempts.map { attempt in
                            .object([
                                ("beganAt", .string(attempt.beganAt.japanDescription)),
                                ("endedAt", .optional(attempt.endedAt?.japanDescription)),
                                ("outcome", .optional(attempt.outcome)),
                                ("detail", .string(attempt.detail)),
                            ])
                        })
                ),
                (
                    "acts",
                    .array(
                        acts.map { act in
                            .object([
                                ("kind", .string(act.kind)), ("formerly", .string(act.formerly)),
                                ("by", .string(act.author)), ("reason", .string(act.reason)),
                                ("at", .string(act.at.japanDescription)),
                            ])
                        })
                ),
            ])
    }
}
