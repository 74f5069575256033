import ShirubeCore

/// Reads the city's table of letters: a letter for each status that has one.
enum LetterReader {
    static func letters(_ map: YAMLMap) -> LetterTable {
        var letters: [Status: String] = [:]
        for key in map.allKeys() {
            guard let status = Status(rawValue: key) else {
                reportUnknown(key, map)
                continue
            }
            guard let value = map.optional(key) else { continue }
            letters[status] = value.text().flatMap { letter($0, value) }
        }
        // The standard letters written out are the standard table.
        if letters == LetterTable.standard.letters { return .standard }
        return LetterTable(version: LetterTable.unrecorded, letters: letters)
    }

    private static func letter(_ text: String, _ value: YAMLValue) -> String? {
        let length = text.count
        if (1...LetterTable.maximumLength).contains(length), Inert.line(text) == text {
            return text
        }
        value.report(
            Wording(
                ja:
                    "「\(value.name)」の記号「\(Inert.line(text))」は使えません（1から\(LetterTable.maximumLength)文字まで）。",
                en: "`\(Inert.line(text))` cannot be the letter of `\(value.name)`"
                    + " (1 to \(LetterTable.maximumLength) characters)."),
            remedy: Wording(
                ja: "S、A、B のように短く書くか、記号のない判定はその行を消してください。",
                en: "Write a short one, such as S, A or B, or remove the line of a status that"
                    + " has none."))
        return nil
    }

    private static func reportUnknown(_ key: String, _ map: YAMLMap) {
        let codes = Status.allCases.map(\.rawValue)
        map.problems.add(
            map.line(of: key),
            Wording(
                ja: "letters の「\(Inert.line(key))」という判定はありません。",
                en: "`letters` names `\(Inert.line(key))`, which is no status."),
            remedy: NearestWord.remedy(
                key, among: codes,
                otherwise: Wording(
                    ja: "\(codes.joined(separator: "、")) のどれかにしてください。",
                    en: "Use one of \(codes.joined(separator: ", ")).")))
    }
}
