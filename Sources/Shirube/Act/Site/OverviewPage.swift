import ShirubeCore

// The first page, and the lists of all indicators.

extension SitePages {
    /// How the strategy stands, on one page.
    var overview: Page {
        let summary = site.report.summary
        let view = SummaryView(summary, language: language)
        let all = strategy.indicators
        let action = all.filter { rows[$0.id]?.status.group == .action }
        let achieved = view.orient.lists.first { $0.kind == .newlyAchieved }?.rows ?? []
        return Page(
            path: "index.html", title: "\(Self.clipped(strategy.heading)) \(view.shortTitle)",
            template: "overview",
            fields: [
                "lead": audience.isInternal ? view.lead : [sentence(all)],
                "corrections": SummaryView.corrections(of: summary, for: audience, language),
                "tiles": tiles(all),
                "bars": statusBars(
                    label("goals"),
                    strategy.goals.map { goal in
                        (goal.heading[language], all.filter { $0.goal == goal.id })
                    }),
                "goals": strategy.goals.map { goal in
                    link(
                        goal.heading[language], "goals/\(goal.id).html",
                        all.filter { $0.goal == goal.id })
                },
                "action": table(label("needsAction"), action, up: ""),
                "achieved": achieved.isEmpty
                    ? [] : [table(label("newlyAchieved"), achieved, up: "")],
                "missing": missing(view.observe),
                "population": population,
            ])
    }

    /// How many indicators there are, and how they stand, in one sentence.
    private func sentence(_ indicators: [Indicator]) -> String {
        let groups = indicators.compactMap { rows[$0.id]?.status.group }
        func count(_ group: StatusGroup) -> Int { groups.count { $0 == group } }
        let quarter = site.report.summary.quarter.wording
        let (good, watch, action) = (count(.good), count(.watch), count(.action))
        let open = count(.open)
        return Wording(
            ja:
                "\(quarter.japanese)末で、\(groups.count)指標のうち\(good)が良好、\(watch)が注意、\(action)が要対応です（判定なし\(open)）。",
            en:
                "At the end of \(quarter.english), \(good) of \(groups.count) indicators are good, \(watch) are to be watched, and \(action) need action (\(open) not judged)."
        )[language]
    }

    /// Who owes figures; for the city hall alone.
    private func missing(_ observe: SummaryView.Observe) -> [Fields] {
        guard audience.isInternal, !observe.missing.isEmpty else { return [] }
        var fields = grid(
            SummaryWords.missingHeading[language],
            heads: [
                SummaryWords.department[language], label("answered"),
                SummaryWords.rejected[language], SummaryWords.lastAccepted[language],
            ],
            lines: observe.missing.map {
                [$0.department, "\($0.given) / \($0.owed)", "\($0.rejected)", $0.lastAccepted]
            })
        fields["heading"] = SummaryWords.missingHeading[language]
        return [fields]
    }

    /// What the strategy wants to keep beside what was counted; empty where it says nothing.
    private var population: [Fields] {
        let counts = site.publishing.population
        guard !strategy.outlook.isEmpty || !counts.isEmpty else { return [] }
        let newest = counts.last
        let sentences = strategy.outlook.compactMap { point -> String? in
            guard let newest else { return nil }
            let (now, then) = (persons(newest.persons), persons(point.population))
            let difference = persons(abs(newest.persons - point.population))
            let isMore = newest.persons >= point.population
            let era = Year(.calendar, point.year).wording
            let day = newest.day.longWording
            return Wording(
                ja:
                    "\(era.japanese)（\(point.year)年）の将来展望は\(then)です。\(day.japanese)の人口は\(now)で、それより\(difference)\(isMore ? "多く" : "少なく")なっています。",
                en:
                    "The outlook for \(point.year) is \(then). On \(day.english) there were \(now), \(difference) \(isMore ? "more" : "fewer")."
            )[language]
        }
        let outlook = strategy.outlook.map { point in
            [year(point.year), NumberText.grouped(Double(point.population)), label("outlook")]
        }
        let counted = counts.map { count in
            [
                count.day.longWording[language], NumberText.grouped(Double(count.persons)),
                Inert.line(count.source),
            ]
        }
        var fields = grid(
            label("population"),
            heads: [
                label("populationYear"), label("populationPersons"), label("populationSource"),
            ], numbers: [1], lines: counted + outlook)
        fields["sentences"] = counts.isEmpty ? [label("noPopulation")] : sentences
        return [fields]
    }

    private func persons(_ number: Int) -> String {
        let text = NumberText.grouped(Double(number))
        return Wording(ja: "\(text)人", en: "\(text) people")[language]
    }

    private func year(_ year: Int) -> String {
        let era = Year(.calendar, year).wording
        return Wording(ja: "\(era.japanese)（\(year)年）", en: era.english)[language]
    }

    /// All indicators, to be sorted and searched.
    var indicatorList: Page {
        Page(
            path: "indicators.html", title: label("indicators"), template: "indicators",
            fields: [
                "tables": table(
                    label("indicators"), strategy.indicators, up: "", isSearchable: true)
            ])
    }

    /// A link with how the indicators behind it stand.
    func link(_ title: String, _ href: String, _ indicators: [Indicator]) -> Fields {
        ["title": Self.clipped(title), "href": href, "counts": counts(indicators)]
    }
}
