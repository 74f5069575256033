package import ShirubeCore

extension AuditFault {
    /// What is wrong, in one sentence that names the row.
    package var wording: Wording {
        switch self {
        case .altered, .missingRow, .cut, .unchained, .otherHead: chain
        case .changedFact, .missingFact, .surplusFact, .changedReadings, .otherVersion,
            .unwatched:
            fact
        case .missingFile, .changedFile: file
        }
    }

    private var chain: Wording {
        switch self {
        case .altered(let row, let fact, let key):
            Wording(
                ja: "監査の行\(row)（\(fact) \(key)）が書き換えられています：ハッシュが合いません。",
                en: "Row \(row) of the audit (\(fact) \(key)) was altered: its hash does not fit.")
        case .missingRow(let row):
            Wording(ja: "監査の行\(row)がありません。", en: "Row \(row) of the audit is missing.")
        case .cut(let row, let last):
            Wording(
                ja: "監査の行\(row + 1)から\(last)までがありません：終わりが切られています。",
                en: "Rows \(row + 1) to \(last) of the audit are missing: its end was cut off.")
        case .unchained(let row, let fact, let key):
            Wording(
                ja: "監査の行\(row)（\(fact) \(key)）にハッシュがありません：標以外が書いたものです。",
                en:
                    "Row \(row) of the audit (\(fact) \(key)) has no hash: something other than Shirube wrote it."
            )
        case .otherHead(let row):
            Wording(
                ja: "監査の行\(row)のハッシュが、控えてある値と違います：そこまでのどこかが書き換えられています。",
                en:
                    "Row \(row) of the audit has another hash than was noted: something up to it was altered."
            )
        default: Wording(ja: "", en: "")
        }
    }

    private var fact: Wording {
        switch self {
        case .changedFact(let row, let fact, let key, let columns):
            Wording(
                ja:
                    "\(fact) \(key) が、監査の行\(row)の記録と違います（\(columns.joined(separator: "、"))）：書き換えられています。",
                en:
                    "\(fact) \(key) is not what row \(row) of the audit says (\(columns.joined(separator: ", "))): it was altered."
            )
        case .missingFact(let row, let fact, let key):
            Wording(
                ja: "監査の行\(row)が記録した \(fact) \(key) がありません：消されています。",
                en:
                    "\(fact) \(key), which row \(row) of the audit records, is missing: it was deleted."
            )
        case .surplusFact(let fact, let key):
            Wording(
                ja: "\(fact) \(key) は監査に記録がありません：標以外が加えたものです。",
                en:
                    "\(fact) \(key) is not in the audit: something other than Shirube added it.")
        case .changedReadings(let row, let file):
            Wording(
                ja: "監査の行\(row)で受け取ったファイル「\(Inert.line(file))」の実績が、受け取ったときと違います：書き換えられています。",
                en:
                    "The figures of the file \"\(Inert.line(file))\" of row \(row) of the audit are not those that were taken in: they were altered."
            )
        case .otherVersion(let fact):
            Wording(
                ja: "\(fact) は、標の別の版が記録したものです。デーモンを再起動してから確かめてください。",
                en:
                    "\(fact) was recorded by another version of Shirube. Restart the daemon, then check again."
            )
        case .unwatched(let fact):
            Wording(
                ja: "\(fact) を監査に記録するトリガーがないか、書き換えられています。",
                en: "The triggers that record \(fact) in the audit are missing or altered.")
        default: Wording(ja: "", en: "")
        }
    }

    private var file: Wording {
        switch self {
        case .missingFile(let row, let sha256):
            Wording(
                ja: "監査の行\(row)で受理したファイル（SHA-256 \(sha256)）が保管庫にないか、読めません。",
                en:
                    "The file that row \(row) of the audit records as accepted (SHA-256 \(sha256)) is not in the archive, or cannot be read."
            )
        case .changedFile(let row, let sha256):
            Wording(
                ja: "監査の行\(row)で受理したファイル（SHA-256 \(sha256)）の中身が、保管庫で変わっています。",
                en:
                    "The archive's copy of the file that row \(row) of the audit records as accepted (SHA-256 \(sha256)) has changed."
            )
        default: Wording(ja: "", en: "")
        }
    }
}
