import ShirubeCore

/// Reads how the files of departments differ from what docs/CSV.md asks for.
enum ProfileReader {
    static func profiles(
        _ map: YAMLMap
    ) -> (profiles: [String: DropProfile], lines: [(name: String, line: Int)]) {
        var profiles: [String: DropProfile] = [:]
        var lines: [(name: String, line: Int)] = []
        for key in map.allKeys() {
            lines.append((key, map.line(of: key)))
            profiles[key] = map.required(key)?.map(profile)
        }
        return (profiles, lines)
    }

    private static func profile(_ map: YAMLMap) -> DropProfile? {
        let headings = map.optional("headings")?.map(Self.headings) ?? [:]
        let dates = map.optional("dates")?.word(DateOrder.self) ?? .yearMonthDay
        let year = map.optional("year")?.integer(in: 1_926...2_200)
        let fillDown = map.optional("fillDown").map(labels) ?? []
        let delimiter = map.optional("delimiter")?.word(Delimiter.self)
        let rows = map.optional("headerRows")?.integer(in: 1...DropProfile.maximumHeaderRows)
        return DropProfile(
            headings: headings, dates: dates, year: year, fillDown: fillDown, delimiter: delimiter,
            headerRows: rows)
    }

    private static func headings(_ map: YAMLMap) -> [String: Field]? {
        var headings: [String: Field] = [:]
        for key in map.allKeys() {
            headings[key] = map.required(key)?.word(Field.self)
        }
        return headings
    }

    private static func labels(_ value: YAMLValue) -> Set<Field> {
        var fields: Set<Field> = []
        for item in value.items() ?? [] {
            guard let field = item.word(Field.self) else { continue }
            if !field.isLabel {
                item.report(
                    Wording(
                        ja: "「\(field.rawValue)」の空欄は、上の行と同じとはみなせません。",
                        en: "A blank `\(field.rawValue)` cannot mean what stands above it."),
                    remedy: Wording(
                        ja: "行の見出しになる列（事業名、指標名、年度など）だけを書いてください。",
                        en: "Name only columns that label a row, such as 事業名, 指標名 or 年度."))
            }
            if !fields.insert(field).inserted { item.reportTwice(field.rawValue) }
        }
        return fields
    }
}
