/// What `shirube audit` shows: who was told what, when, from which file and under which configuration, and who did what.
package struct AuditDocument: Sendable, Equatable {
    /// What kind of thing happened.
    package enum Kind: String, Sendable, CaseIterable {
        /// A message to somebody.
        case told
        /// A file was taken in or sent back.
        case file
        /// An accepted file was withdrawn.
        case revocation
        /// A figure that waited was confirmed.
        case confirmation
        /// An owner said something else than the judgement, or took it back.
        case override
        /// Somebody answered an alert, or silenced alerts.
        case alert
        /// A definition was altered, or an indicator ended.
        case revision
        /// A summary was held, resumed, released or sent.
        case summary
        /// Something was decided.
        case decision
        /// An act was done.
        case act
        /// A decision was taken back.
        case withdrawal
        /// A message that says it is a test.
        case test
        /// Somebody held, dropped or sent messages anew, or they are not kept any more.
        case outbox
        /// Another configuration came into force.
        case configuration

        /// What people call it.
        package var wording: Wording {
            switch self {
            case .told: Wording(ja: "通知", en: "told")
            case .file: Wording(ja: "提出", en: "file")
            case .revocation: Wording(ja: "取消", en: "revocation")
            case .withdrawal: Wording(ja: "決定の取消", en: "decision withdrawn")
            case .test: Wording(ja: "試験送信", en: "test")
            case .confirmation: Wording(ja: "確認", en: "confirmation")
            case .override: Wording(ja: "担当の判断", en: "owner's view")
            case .alert: Wording(ja: "警告", en: "alert")
            case .revision: Wording(ja: "改定", en: "revision")
            case .summary: Wording(ja: "まとめ", en: "summary")
            case .decision: Wording(ja: "決定", en: "decision")
            case .act: Wording(ja: "措置", en: "act")
            case .outbox: Wording(ja: "送信の操作", en: "outbox")
            case .configuration: Wording(ja: "設定", en: "configuration")
            }
        }
    }

    /// One row of the audit, with what it stands for.
    package struct Entry: Sendable, Equatable {
        /// The row's number in the audit.
        package let row: Int64
        /// When it happened.
        package let at: Timestamp
        /// What kind of thing happened.
        package let kind: Kind
        /// Who did it, or who was told: a name, an address, a channel or a department.
        package let who: String
        /// The post by which; nil for none.
        package let post: String?
        /// The ids of what it is about; empty where it is about a file or the whole.
        package let about: [String]
        /// What happened, in a few words.
        package let what: String
        /// The SHA-256 of the file from which it came; nil for none.
        package let file: String?
        /// The SHA-256 of the configuration file under which it happened; nil where none had been recorded.
        package let configuration: String?
        /// The row's hash in the chain.
        package let hash: String

        /// Makes an entry.
        package init(
            row: Int64, at: Timestamp, kind: Kind, who: String, post: String?, about: [String],
            what: String, file: String?, configuration: String?, hash: String
        ) {
            self.row = row
            self.at = at
            self.kind = kind
            self.who = who
            self.post = post
            self.about = about
            self.what = what
            self.file = file
            self.configuration = configuration
            self.hash = hash
        }
    }

    /// The entries, oldest first; empty for none.
    package let entries: [Entry]

    /// Makes a document.
    package init(entries: [Entry]) {
        self.entries = entries
    }

    private static func headings(_ language: Language) -> [String] {
        language == .japanese
            ? ["行", "日時", "種類", "だれ", "職", "対象", "内容", "ファイル", "設定", "ハッシュ"]
            : [
                "Row", "When", "Kind", "Who", "Post", "About", "What", "File", "Configuration",
                "Hash",
            ]
    }

    private func cells(
        _ language: Language, digits: Int, names: Int = .max
    ) -> [[String]] {
        entries.map { entry in
            let more = entry.about.count - names
            let rest = more > 0 ? [Wording(ja: "ほか\(more)", en: "and \(more) more")[language]] : []
            return [
                "\(entry.row)", entry.at.japanDescription, entry.kind.wording[language], entry.who,
                entry.post ?? "", (entry.about.prefix(names) + rest).joined(separator: " "),
                entry.what,
                String(entry.file?.prefix(digits) ?? ""),
                String(entry.configuration?.prefix(digits) ?? ""),
                String(entry.hash.prefix(digits)),
            ]
        }
    }

    /// The entries as an aligned table with hashes cut short, or a sentence where there is none.
    package func table(_ language: Language) -> String {
        guard !entries.isEmpty else {
            return Wording(ja: "該当する記録はありません。", en: "Nothing of that is on record.")[language]
                + "\n"
        }
        let columns = Self.headings(language).enumerated().map { index, title in
            TextTable.Column(title, index == 0 ? .right : .left)
        }
        return TextTable(columns: columns, rows: cells(language, digits: 12, names: 3)).lines()
            .joined(separator: "\n") + "\n"
    }

    /// The entries for a spreadsheet: UTF-8 with its mark, CR LF, and no cell that could be taken for a formula.
    package func csv(_ language: Language) -> String {
        let lines = [Self.headings(language)] + cells(language, digits: 64)
        return "\u{FEFF}"
            + lines.map { CSVLine.text($0.map { FormulaMark.defused(Inert.line($0)) }) }.joined()
    }

    /// The entries for other programs: moments are RFC 3339, hashes whole, what is not there is `null`.
    package var json: JSON {
        .array(
            entries.map { entry in
                .object([
                    ("row", .integer(Int(entry.row))), ("at", .string(entry.at.japanDescription)),
                    ("kind", .string(entry.kind.rawValue)), ("who", .string(entry.who)),
                    ("post", .optional(entry.post)),
                    ("about", .array(entry.about.map(JSON.string))), ("what", .string(entry.what)),
                    ("file", .optional(entry.file)),
                    ("configuration", .optional(entry.configuration)),
                    ("hash", .string(entry.hash)),
                ])
            })
    }
}
