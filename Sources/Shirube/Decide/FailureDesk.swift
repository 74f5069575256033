import ShirubeCore

/// Keeps the alerts of what the program itself fails at, inside a transaction.
struct FailureDesk {
    /// Something that fails.
    struct Failure {
        /// Its name after the prefix, which stays the same as long as it fails.
        let name: String
        /// What fails, since when, and what to do.
        let text: Wording

        init(name: String, text: Wording) {
            self.name = name
            self.text = text
        }

        /// A drop folder that does not answer.
        init(folder: String) {
            self.init(
                name: folder,
                text: Wording(
                    ja: "フォルダー\(folder)が応答しません。共有の設定とファイルサーバーを確かめてください。",
                    en: "The folder \(folder) does not answer. Check the share and its file server."
                ))
        }
    }

    let strategy: Strategy
    let now: Timestamp

    /// Opens an alert for what newly fails, and closes those of what fails no more.
    ///
    /// - Parameters:
    ///   - prefix: what all these failures' names begin with.
    ///   - failing: what fails now.
    ///   - closes: whether what is not among them is known to work.
    ///   - isKnown: whether there is still a thing of a name; nobody need mend what there is no more.
    ///   - ledger: the ledger.
    /// - Throws: what the ledger throws.
    func settle(
        prefix: String, failing: [Failure], closes: Bool = true,
        isKnown: (String) -> Bool = { _ in true }, in ledger: Ledger
    ) throws {
        let failing = failing.filter { isKnown($0.name) }
        let open = try ledger.openAlerts(strategy: strategy.id).filter {
            $0.type == .failure && $0.subject.hasPrefix(prefix)
        }
        for failure in failing where !open.contains(where: { $0.subject == prefix + failure.name })
        {
            _ = try ledger.openAlert(
                .failure, subject: prefix + failure.name, strategy: strategy.id,
                AlertTransition(
                    .opened, at: now,
                    reason: Standing.Reason(code: "failure", text: failure.text)))
        }
        guard closes else { return }
        for alert in open where !failing.contains(where: { prefix + $0.name == alert.subject }) {
            let text =
                isKnown(String(alert.subject.dropFirst(prefix.count)))
                ? Wording(ja: "解消しました。", en: "It works again.")
                : Wording(
                    ja: "設定からなくなりました。", en: "The configuration does not name it any more.")
            _ = try ledger.append(
                AlertTransition(
                    .closed, at: now, reason: Standing.Reason(code: "works", text: text)),
                to: alert)
        }
    }
}
