/// Where something stands in a drop.
package struct Place {
    /// The physical line, from 1.
    let line: Int
    /// The row's number among all rows, from 1; nil where it is not known apart from the line.
    var record: Int?
    /// The column, from 0; nil where the whole line is meant.
    var column: Int?
    /// The column's heading; empty where there is none.
    var heading = ""
    /// The cell as written.
    var written = ""

    /// The place as the beginning of a sentence: 14行目の実績値「12O人」.
    var wording: Wording {
        guard let column else { return Wording(ja: "\(line)行目", en: "Line \(line)") }
        let shown = Self.shown(written)
        let label = Self.shown(CellText.folded(heading))
        return Wording(
            ja: "\(line)行目の" + (label.isEmpty ? "\(Self.name(ofColumn: column))列" : label)
                + (shown.isEmpty ? "（空欄）" : "「\(shown)」"),
            en: "Line \(line), " + (label.isEmpty ? "column \(Self.name(ofColumn: column))" : label)
                + (shown.isEmpty ? " (empty)" : " “\(shown)”"))
    }

    /// The name that spreadsheets give a column counted from 0: A, B, … Z, AA.
    package static func name(ofColumn column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// A text from the file for use in a sentence: on one line, without control characters, shortened.
    static func shown(_ text: String, limit: Int = 40) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in CellText.trimmed(text).unicodeScalars {
            // The two characters of Windows end one line.
            defer { isAfterReturn = scalar == "\r" }
            if isAfterReturn, scalar == "\n" { continue }
            guard result.count < limit else {
                result.append("…")
                break
            }
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result.append(isControl ? " " : scalar)
        }
        return String(result)
    }
}

/// Collects what is found in one drop.
struct FindingList {
    /// Most findings that are kept; more are counted.
    static let maximumCount = 10_000
    private static let maximumWrittenLength = 200

    /// A finding, and how many were found before it.
    private struct Kept {
        let order: Int
        let finding: Finding
    }

    /// What is kept of each severity, in the order of finding.
    private var kept: [Finding.Severity: [Kept]] = [:]
    private var keptCount = 0
    /// How many findings there are of each severity, those that were not kept among them.
    private(set) var counts = FindingCounts()
    /// How many errors there are; kept by itself, because it is asked for at every row.
    private(set) var errorCount = 0
    /// What makes a figure wait for a confirmation and was found last; nil where nothing does.
    private(set) var lastHold: Finding?
    /// How many such findings there are.
    private(set) var holdCount = 0

    /// How many findings there are, those that were not kept among them.
    private(set) var count = 0

    private var isFull: Bool { keptCount >= Self.maximumCount }

    /// Whether a further error would only be counted.
    var isFullOfErrors: Bool { (kept[.error]?.count ?? 0) >= Self.maximumCount }

    /// Adds a finding whose sentence begins with the place, where there is one.
    mutating func add(
        _ rule: Rule, at place: Place? = nil, takenFor: Wording? = nil, ja: String, en: String,
        remedy: Wording? = nil
    ) {
        let order = count
        count += 1
        counts.add(rule.severity)
        if rule.severity == .error { errorCount += 1 }
        let hasRoom = !isFull || makeRoom(for: rule.severity)
        guard hasRoom || rule.severity == .hold else { return }
        let start = place?.wording ?? Wording(ja: "", en: "")
        let separator = place == nil ? "" : " "
        let finding = Finding(
            rule: rule.rawValue, severity: rule.severity, line: place?.line,
            record: place?.record, column: place?.column.map(Place.name(ofColumn:)),
            heading: place.flatMap { $0.heading.isEmpty ? nil : CellText.folded($0.heading) },
            written: Place.shown(place?.written ?? "", limit: Self.maximumWrittenLength),
            takenFor: takenFor,
            message: Wording(ja: start.japanese + ja, en: start.english + separator + en),
            remedy: remedy ?? rule.remedy)
        if rule.severity == .hold {
            lastHold = finding
            holdCount += 1
        }
        guard hasRoom else { return }
        kept[rule.severity, default: []].append(Kept(order: order, finding: finding))
        keptCount += 1
    }

    /// Gives up the last finding of the least severity, if that is less than another one's: what rejects a file must
    /// not be left out because much was remarked before it.
    private mutating func makeRoom(for severity: Finding.Severity) -> Bool {
        for lesser in Finding.Severity.allCases.reversed() {
            if lesser == severity { return false }
            guard kept[lesser]?.popLast() != nil else { continue }
            keptCount -= 1
            return true
        }
        return false
    }

    /// Adds a finding that makes a figure wait, or, where the department says that the figure is meant, one that says
    /// no more than that.
    mutating func addDoubt(
        _ rule: Rule, at place: Place, takenFor: Wording, isMeant: Bool, ja: String, en: String
    ) {
        guard isMeant else { return add(rule, at: place, takenFor: takenFor, ja: ja, en: en) }
        add(
            .doubtMeant, at: place, takenFor: takenFor,
            ja: ja + "「確認」の欄に確認済とあるので、そのまま使います。",
            en: en + " It is marked as meant, and used as it is.")
    }

    /// All findings in the order of the file, those about the whole file first.
    var inOrder: [Finding] {
        // Sorting by line and by the order of finding keeps the order within a line.
        let sorted = kept.values.joined().sorted {
            ($0.finding.line ?? 0, $0.order) < ($1.finding.line ?? 0, $1.order)
        }
        return sorted.map(\.finding) + remainder
    }

    private var remainder: [Finding] {
        let omitted = count - keptCount
        guard omitted > 0 else { return [] }
        let rule = Rule.findingsTooMany
        return [
            Finding(
                rule: rule.rawValue, severity: rule.severity,
                message: Wording(
                    ja: "ほかに\(omitted)件の指摘がありますが、ここでは省きます。",
                    en: "\(omitted) more findings are left out here."),
                remedy: rule.remedy)
        ]
    }
}
