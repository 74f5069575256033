import ShirubeCore

/// The state of reading one strategy file: what has been read, which ids are taken.
final class StrategyReading {
    let problems: ProblemList
    /// The plan's years; nil where the file's term cannot be read.
    var term: ClosedRange<Int>?
    /// The years that a common cause has struck for all indicators.
    var commonCauseYears: Set<Int> = []
    var departments: [Department] = []
    var goals: [Goal] = []
    var directions: [Direction] = []
    var measures: [Measure] = []
    var programs: [Program] = []
    var indicators: [Indicator] = []
    /// Where it is said what is taken over from the plan before.
    var lines: SuccessionLines
    /// The indicators of the plan before that are taken over, each with the line that says so.
    var predecessors: [Identifier<Indicator>: Int] = [:]
    private var takenIDs: [ObjectIdentifier: [String: Int]] = [:]
    private var takenNumbers: [ObjectIdentifier: [Int: Int]] = [:]

    init(problems: ProblemList) {
        self.problems = problems
        lines = SuccessionLines(file: problems.file)
    }

    /// The block's `id`, which no other of its kind in the file may bear.
    func uniqueID<Subject>(_ map: YAMLMap) -> Identifier<Subject>? {
        guard let value = map.required("id"), let id: Identifier<Subject> = value.identifier()
        else { return nil }
        if let line = takenIDs[ObjectIdentifier(Subject.self)]?[id.text] {
            value.report(
                Wording(
                    ja: "id「\(id)」は\(line)行目にもあります。",
                    en: "The id `\(id)` is already taken on line \(line)."),
                remedy: Wording(ja: "別のidを付けてください。", en: "Give it another id."))
            return nil
        }
        takenIDs[ObjectIdentifier(Subject.self), default: [:]][id.text] = value.line
        return id
    }

    /// The block's `number`, from 1, which no other of its kind in the file may bear.
    func uniqueNumber<Subject>(_ map: YAMLMap, of subject: Subject.Type) -> Int? {
        guard let value = map.required("number"), let number = value.integer(in: 1...999) else {
            return nil
        }
        if let line = takenNumbers[ObjectIdentifier(subject)]?[number] {
            value.report(
                Wording(
                    ja: "番号 \(number) は\(line)行目にもあります。",
                    en: "The number \(number) is already taken on line \(line)."),
                remedy: Wording(ja: "別の番号を付けてください。", en: "Give it another number."))
            return nil
        }
        takenNumbers[ObjectIdentifier(subject), default: [:]][number] = value.line
        return number
    }

    /// The block's `departments`: known, at least one, none twice.
    func owners(_ map: YAMLMap) -> [Identifier<Department>]? {
        guard let value = map.required("departments"), let items = value.items() else { return nil }
        if items.isEmpty {
            value.report(
                Wording(ja: "担当課がありません。", en: "No department is named."),
                remedy: Wording(
                    ja: "departments に一つ以上の課のidを書いてください。",
                    en: "Name at least one department's id in `departments`."))
        }
        var owners: [Identifier<Department>] = []
        for item in items {
            guard let owner = department(item) else { continue }
            if owners.contains(owner) {
                item.reportTwice(owner.text)
            } else {
                owners.append(owner)
            }
        }
        return owners
    }

    /// The known department that a value names.
    func department(_ value: YAMLValue) -> Identifier<Department>? {
        guard let id: Identifier<Department> = value.identifier() else { return nil }
        // Where the list itself could not be read, that has been said, and every id would be
        // unknown.
        guard !departments.isEmpty, !departments.contains(where: { $0.id == id }) else { return id }
        value.report(
            Wording(
                ja: "課「\(id)」は departments にありません。",
                en: "The department `\(id)` is not in the list of departments."),
            remedy: NearestWord.remedy(
                id.text, among: departments.map(\.id.text),
                otherwise: Wording(
                    ja: "つづりを直すか、departments の一覧に加えてください。",
                    en: "Mend its spelling or add it to the list of departments.")))
        return nil
    }

    /// The block's `name`, which may be `null` where a `gap` says what the source has lost.
    func name(_ map: YAMLMap, gap: String?) -> String? {
        guard map.has("name") else { return map.required("name")?.text() }
        if let value = map.optional("name") { return value.text() }
        if gap == nil {
            map.problems.add(
                map.line(of: "name"),
                Wording(
                    ja: "名前が空（null）なのに、その理由（gap）がありません。",
                    en: "The name is null, and no `gap` says why."),
                remedy: Wording(
                    ja: "name を書くか、資料から失われたことを gap に書いてください。",
                    en: "Write the name, or say in `gap` what the source has lost."))
        }
        return nil
    }
}

extension YAMLValue {
    /// An id that keeps to the spelling rule of ``Identifier``.
    func identifier<Subject>() -> Identifier<Subject>? {
        guard let text = text() else { return nil }
        if let id = Identifier<Subject>(checking: text) { return id }
        report(
            Wording(
                ja: "id「\(text)」に使えない文字があるか、64文字を超えています。",
                en: "The id `\(text)` holds characters that ids may not have, or is too long."),
            remedy: Wording(
                ja: "半角の英小文字、数字、ハイフンで、ハイフン以外から始めて64文字までにしてください。",
                en: "Use a-z, 0-9 and -, at most 64, the first not a hyphen."))
        return nil
    }

    /// A period code such as `FY2022Q2`.
    func period() -> Period? {
        guard let text = text() else { return nil }
        if let period = Period(code: text), (1900...2199).contains(period.year.number) {
            return period
        }
        report(
            Wording(
                ja: "「\(text)」という期間はありません。", en: "There is no period `\(text)`."),
            remedy: Wording(
                ja: "FY2022、FY2022H1、FY2022Q2、FY2022-05、暦年は CY2022 のように書いてください。",
                en: "Write it like FY2022, FY2022H1, FY2022Q2, FY2022-05, or CY2022."))
        return nil
    }

    /// A fiscal year such as `FY2020`, as its western number.
    func fiscalYear() -> Int? {
        guard let period = period() else { return nil }
        if period.year.kind == .fiscal, period.part == .year { return period.year.number }
        report(
            Wording(
                ja: "「\(name)」は年度でなければなりません（今は \(period)）。",
                en: "`\(name)` must be a fiscal year, not \(period)."),
            remedy: Wording(ja: "FY2020 のように書いてください。", en: "Write it like FY2020."))
        return nil
    }

    /// The texts of a list.
    func texts() -> [String]? {
        items()?.compactMap { $0.text() }
    }

    /// Reports that something stands twice in a list.
    func reportTwice(_ text: String) {
        report(
            Wording(
                ja: "「\(text)」が「\(name)」に二度あります。", en: "`\(text)` stands twice in `\(name)`."),
            remedy: Wording(ja: "一つを消してください。", en: "Remove one of them."))
    }

    /// Whole numbers within the range, none twice.
    func distinctIntegers(in range: ClosedRange<Int>) -> [Int] {
        var numbers: [Int] = []
        for item in items() ?? [] {
            guard let number = item.integer(in: range) else { continue }
            if numbers.contains(number) {
                item.reportTwice(String(number))
            } else {
                numbers.append(number)
            }
        }
        return numbers
    }
}
