import ShirubeCore

/// Reads one indicator of a strategy file.
struct IndicatorReader {
    let reading: StrategyReading
    let place: StrategyTree.Place

    /// The indicator, or nil after a report.
    func read(_ map: YAMLMap) -> Indicator? {
        let id: Identifier<Indicator>? = reading.uniqueID(map)
        let name = map.required("name")?.text()
        let unit = map.required("unit")?.text(mayBeEmpty: true)
        let owners = self.owners(map)
        let baseline = self.baseline(map)
        let target = map.required("target").flatMap { self.target($0, of: id) }
        let kind = map.required("kind")?.word(IndicatorKind.self)
        let calendar = map.optional("calendar")?.word(YearKind.self) ?? .fiscal
        let plan = map.optional("plan").map { self.plan($0, calendar) } ?? [:]
        let months = map.optional("activeMonths")?.distinctIntegers(in: 1...12) ?? []
        let stages = map.optional("stages").map(self.stages) ?? []
        let sense = map.optional("sense")?.word(Sense.self) ?? .atLeast
        let cumulative = map.optional("cumulative")?.word(Cumulative.self) ?? Cumulative.none
        let cadence = map.optional("cadence")?.word(Cadence.self) ?? .quarter
        let due = map.optional("due")?.dueRule()
        // Goods sold by others are money too: a strategy says where its unit misleads.
        let isPublicMoney =
            map.optional("publicMoney")?.flag()
            ?? (UnitText.isMoney(unit ?? "") && calendar == .fiscal)
        let baselineN = map.optional("baselineN")?.integer(in: 1...1_000_000_000)
        let tolerance = map.optional("tolerance")?.number()
        let struck = map.optional("commonCauseYears").map { years($0, calendar) } ?? []
        let blocked = map.optional("blocked")?.flag() ?? false
        let continues = ContinuationReader(reading: reading).read(map)
        if let id, continues != nil { reading.lines.continues[id] = map.line(of: "continues") }
        let questions = map.optional("questions")?.texts() ?? []
        let gap = map.optional("gap")?.text()
        let notes = map.optional("notes")?.texts() ?? []
        guard let id, let name, let unit, let owners, let target, let kind else { return nil }
        let standard = kind == .milestone && !map.has("stages")
        let indicator = Indicator(
            id: id, name: name, program: place.program, measure: place.measure, goal: place.goal,
            departments: owners, unit: unit, baseline: baseline, target: target, kind: kind,
            sense: sense, cumulative: cumulative, calendar: calendar, cadence: cadence,
            due: due, isPublicMoney: isPublicMoney, plan: plan, activeMonths: Set(months),
            stages: standard ? Stage.standard(target: target.period) : stages,
            baselineN: baselineN, tolerance: tolerance ?? 0,
            commonCauseYears: Set(struck).union(reading.commonCauseYears), blocked: blocked,
            continues: continues, questions: questions, gap: gap, notes: notes)
        IndicatorCheck(indicator: indicator, map: map, term: reading.term).run()
        return indicator
    }

    private func owners(_ map: YAMLMap) -> [Identifier<Department>]? {
        if map.has("departments") { return reading.owners(map) }
        if let inherited = place.owners { return inherited }
        return reading.owners(map)
    }

    /// The baseline, which must be written where there is none too: `null` says so knowingly.
    private func baseline(_ map: YAMLMap) -> Anchor? {
        guard map.has("baseline") else {
            map.problems.add(
                map.line, Wording(ja: "「baseline」がありません。", en: "`baseline` is missing."),
                remedy: Wording(
                    ja: "基準値がないときは「baseline: null」と書いてください。",
                    en: "Write `baseline: null` where there is none."))
            return nil
        }
        return map.optional("baseline")?.map(anchor)
    }

    /// The target; one that nobody has filled in yet is told as such.
    private func target(_ value: YAMLValue, of id: Identifier<Indicator>?) -> Anchor? {
        value.map { map in
            guard map.has("value"), map.optional("value") == nil else { return anchor(map) }
            _ = map.has("period")
            map.problems.add(
                map.line(of: "value"),
                Wording(
                    ja: "「\(id?.text ?? "")」の目標値がまだ書かれていません。",
                    en: "The target of `\(id?.text ?? "")` has not been filled in yet."),
                remedy: Wording(
                    ja: "target の value に、この計画の目標値を書いてください。",
                    en: "Write this plan's target as `value` of `target`."))
            return nil
        }
    }

    private func anchor(_ map: YAMLMap) -> Anchor? {
        let number = map.required("value")?.number()
        let period = map.required("period")?.period()
        guard let number, let period else { return nil }
        return Anchor(value: number, period: period)
    }

    private func plan(_ value: YAMLValue, _ calendar: YearKind) -> [Int: Double] {
        var plan: [Int: Double] = [:]
        value.visit { map in
            for key in map.allKeys() {
                guard let entry = map.required(key), let number = entry.number() else { continue }
                guard let period = Period(code: key), period.part == .year,
                    period.year.kind == calendar
                else {
                    let example = calendar == .fiscal ? "FY2021" : "CY2021"
                    map.problems.add(
                        map.line(of: key),
                        Wording(
                            ja: "「\(key)」はこの指標の年ではありません。",
                            en: "`\(key)` is not a year of this indicator."),
                        remedy: Wording(
                            ja: "\(example) のように書いてください。", en: "Write it like \(example)."))
                    continue
                }
                plan[period.year.number] = number
            }
        }
        return plan
    }

    /// The years of a list, of the indicator's own calendar.
    private func years(_ value: YAMLValue, _ calendar: YearKind) -> [Int] {
        (value.items() ?? []).compactMap { item in
            guard let period = item.period() else { return nil }
            guard period.part == .year, period.year.kind == calendar else {
                let example = calendar == .fiscal ? "FY2021" : "CY2021"
                item.report(
                    Wording(
                        ja: "「\(period)」はこの指標の年ではありません。",
                        en: "`\(period)` is not a year of this indicator."),
                    remedy: Wording(
                        ja: "\(example) のように書いてください。", en: "Write it like \(example)."))
                return nil
            }
            return period.year.number
        }
    }

    private func stages(_ value: YAMLValue) -> [Stage] {
        (value.items() ?? []).compactMap { item in
            item.map { map in
                let name = map.required("name")?.text()
                let weight = map.required("weight")?.number()
                let due = map.optional("due")?.period()
                guard let name, let weight else { return nil }
                return Stage(name: name, weight: weight, due: due)
            }
        }
    }
}
