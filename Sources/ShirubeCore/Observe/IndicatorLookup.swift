/// Finds the indicator that a row speaks of, among those that its department owns.
struct IndicatorLookup {
    /// An indicator, and its place in the strategy's list.
    struct Found {
        let indicator: Indicator
        let position: Int
    }

    private let strategy: Strategy
    private let department: Identifier<Department>
    private let byID: [String: Indicator]
    private let byName: [String: [Indicator]]
    private let positions: [Identifier<Indicator>: Int]

    init(strategy: Strategy, department: Identifier<Department>) {
        self.strategy = strategy
        self.department = department
        byID = Dictionary(
            strategy.indicators.map { (CellText.key($0.id.text), $0) },
            uniquingKeysWith: { first, _ in first })
        byName = Dictionary(grouping: strategy.indicators) { CellText.key($0.name) }
        positions = Dictionary(
            strategy.indicators.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The indicator of a row; nil, with a finding, where there is none that may be reported.
    func find(_ cells: RowCells, findings: inout FindingList) -> Found? {
        guard let indicator = indicator(of: cells, findings: &findings),
            let position = positions[indicator.id]
        else { return nil }
        return Found(indicator: indicator, position: position)
    }

    private func indicator(of cells: RowCells, findings: inout FindingList) -> Indicator? {
        let id = CellText.key(cells.text(.indicatorID))
        if !id.isEmpty { return find(id: id, cells, findings: &findings) }
        let name = CellText.key(cells.text(.indicatorName))
        if !name.isEmpty { return find(name: name, cells, findings: &findings) }
        findings.add(
            .indicatorMissing, at: cells.place, ja: "には、指標IDも指標名もありません。",
            en: "has neither 指標ID nor 指標名.")
        return nil
    }

    private func find(
        id: String, _ cells: RowCells, findings: inout FindingList
    ) -> Indicator? {
        guard let indicator = byID[id] else {
            addUnknown(id, at: cells.place(.indicatorID), findings: &findings) { $0.id.text }
            return nil
        }
        guard indicator.departments.contains(department) else {
            addNotOwned(indicator, at: cells.place(.indicatorID), findings: &findings)
            return nil
        }
        let name = CellText.key(cells.text(.indicatorName))
        guard !name.isEmpty, name != CellText.key(indicator.name) else { return indicator }
        let place = cells.place(.indicatorName)
        if let other = byName[name]?.first {
            findings.add(
                .indicatorMismatch, at: place, takenFor: Self.label(other),
                ja: "は\(other.id)の指標名で、指標ID\(indicator.id)の指標名は「\(indicator.name)」です。",
                en: "is the name of \(other.id); that of \(indicator.id) is “\(indicator.name)”.")
            return nil
        }
        findings.add(
            .nameDiffers, at: place, takenFor: Self.label(indicator),
            ja: "は、戦略では「\(indicator.name)」です。指標ID\(indicator.id)として読みました。",
            en: "is “\(indicator.name)” in the strategy; it was read as \(indicator.id).")
        return indicator
    }

    private func find(
        name: String, _ cells: RowCells, findings: inout FindingList
    ) -> Indicator? {
        let place = cells.place(.indicatorName)
        let all = byName[name] ?? []
        let program = CellText.key(cells.text(.programName))
        let owned = all.filter { $0.departments.contains(department) }
        guard let first = owned.first else {
            if let other = all.first(where: { programKey($0) == program }) ?? all.first {
                addNotOwned(other, at: place, findings: &findings)
            } else {
                addUnknown(name, at: place, findings: &findings) { $0.name }
            }
            return nil
        }
        let narrowed = program.isEmpty ? owned : owned.filter { programKey($0) == program }
        if narrowed.count == 1 { return narrowed[0] }
        if narrowed.isEmpty, owned.count == 1 {
            let name = programName(first)
            findings.add(
                .nameDiffers, at: cells.place(.programName), takenFor: Self.label(first),
                ja: "は、この指標の事業名「\(name)」と違います。\(first.id)として読みました。",
                en: "is not the program of this indicator, “\(name)”; it was read as \(first.id).")
            return first
        }
        let japanese = owned.map { "\($0.id)（\(programName($0))）" }.joined(separator: "、")
        let english = owned.map { "\($0.id) (\(programName($0)))" }.joined(separator: ", ")
        findings.add(
            .indicatorAmbiguous, at: place, ja: "という指標は\(owned.count)つあります: \(japanese)。",
            en: "is the name of \(owned.count) indicators: \(english).")
        return nil
    }

    private func addNotOwned(
        _ indicator: Indicator, at place: Place, findings: inout FindingList
    ) {
        let owners = indicator.departments.map { strategy.department($0)?.name ?? $0.text }
        findings.add(
            .indicatorNotOwned, at: place, takenFor: Self.label(indicator),
            ja: "は\(owners.joined(separator: "・"))の指標なので、この課からは報告できません。",
            en: "belongs to \(owners.joined(separator: ", ")), so this department cannot report it."
        )
    }

    private func addUnknown(
        _ key: String, at place: Place, findings: inout FindingList,
        spelling: (Indicator) -> String
    ) {
        // A file of nothing but unknown names must not cost a comparison with every indicator a row.
        let own = findings.isFullOfErrors ? [] : strategy.indicators(of: department)
        let distances = own.map { (EditDistance.between(key, CellText.key(spelling($0))), $0) }
        let nearest = distances.enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .prefix(3).map(\.element.1)
        guard !nearest.isEmpty else {
            findings.add(
                .indicatorUnknown, at: place, ja: "は知らない指標です。この課が担当する指標はありません。",
                en: "is not a known indicator, and this department owns none.")
            return
        }
        let japanese = nearest.map { Self.label($0).japanese }.joined(separator: "、")
        let english = nearest.map { Self.label($0).english }.joined(separator: ", ")
        findings.add(
            .indicatorUnknown, at: place, ja: "は知らない指標です。近い指標: \(japanese)。",
            en: "is not a known indicator; the nearest are \(english).")
    }

    /// An indicator as reports name it.
    private static func label(_ indicator: Indicator) -> Wording {
        Wording(ja: "\(indicator.id)「\(indicator.name)」", en: "\(indicator.id) (\(indicator.name))")
    }

    private func programName(_ indicator: Indicator) -> String {
        guard let program = indicator.program else {
            return strategy.goal(indicator.goal)?.name ?? ""
        }
        return strategy.program(program)?.name ?? "事業名不明"
    }

    private func programKey(_ indicator: Indicator) -> String {
        CellText.key(programName(indicator))
    }
}
