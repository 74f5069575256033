import ShirubeCore

// The page of one indicator: how it stands, how it came there, and what it is.

extension SitePages {
    /// The page of an indicator.
    func page(of history: IndicatorHistory) -> Page {
        let indicator = history.indicator
        let path = "kpi/\(indicator.id).html"
        guard let row = rows[indicator.id] else {
            return Page(path: path, title: indicator.name, template: "list", fields: [:])
        }
        return Page(
            path: path, title: row.name,
            crumbs: crumbs(to: indicator.goal, indicator.measure, indicator.program),
            template: "indicator",
            fields: [
                "style": row.status.group.style, "symbol": row.status.symbol,
                "status": statusWord(row), "meaning": row.status.meaning[language],
                "internal": audience.isInternal ? internals(row) : [],
                "facts": facts(row), "charts": charts(history, row),
                "quarters": [quarters(of: history)], "reported": reported(history),
                "definition": definition(of: indicator), "versions": [versions(of: history)],
                "decisions": decisions(on: indicator),
                "downloads": [
                    [
                        "href": "../\(SiteData.path(of: indicator.id))",
                        "title": "\(row.name) (CSV)",
                    ] as Fields
                ],
            ])
    }

    /// What the city hall alone is told: why it stands so, and its owner's view.
    private func internals(_ row: IndicatorRow) -> [String] {
        let reasons = row.reasons.map { Inert.line($0.text[language]) }
        let view = row.overrideText.map { "\(label("ownersView")) \($0)" }
        return reasons + [view].compactMap(\.self)
    }

    private func facts(_ row: IndicatorRow) -> [Fields] {
        var facts = [
            (label("value"), row.valueText), (label("expected"), row.expectedText),
            (label("target"), row.targetText), (label("achievement"), row.achievementText),
            (label("progress"), row.progressText), (label("forecast"), row.forecastText),
        ]
        if let estimate = row.estimateText {
            facts.append((SummaryWords.estimate[language], estimate))
        }
        if audience.showsProbability { facts.append((label("chance"), row.probabilityText)) }
        if let season = row.season { facts.append((SummaryWords.season[language], season.words)) }
        if let earlier = row.earlierStatus {
            facts.append((SummaryWords.earlier[language], earlier.wording[language]))
        }
        let period = row.period.map { [(label("periodOf"), $0.wording[language])] } ?? []
        return (period + facts).map { ["name": $0.0, "text": $0.1] }
    }

    private func quarters(of history: IndicatorHistory) -> Fields {
        grid(
            label("byQuarter"),
            heads: [label("quarter"), label("value"), label("expected"), label("status")],
            numbers: [1, 2],
            lines: history.quarters.map { quarter in
                let standing = quarter.standing
                return [
                    quarter.period.wording[language],
                    FigureText.value(standing.value, of: history.indicator),
                    FigureText.value(standing.expected, of: history.indicator, decimals: 1),
                    "\(standing.status.symbol) \(standing.status.wording[language])",
                ]
            })
    }

    private func reported(_ history: IndicatorHistory) -> [Fields] {
        guard !history.figures.isEmpty else { return [] }
        return [
            grid(
                label("reported"),
                heads: [label("periodOf"), label("value"), label("certainty")], numbers: [1],
                lines: history.figures.map { figure in
                    [
                        figure.period.wording[language] + figure.basis.note[language],
                        figure.shown(for: history.indicator),
                        label(figure.isFinal ? "final" : "preliminary"),
                    ]
                })
        ]
    }

    private func definition(of indicator: Indicator) -> [Fields] {
        let baseline = indicator.baseline.map { anchor in
            "\(FigureText.value(anchor.value, of: indicator)) (\(anchor.period.wording[language]))"
        }
        let departments = indicator.departments.map { id in
            let name = strategy.department(id)?.name ?? id.text
            return item(Inert.line(name), "../departments/\(id).html")
        }
        let program = indicator.program.flatMap { strategy.program($0) }
        let sustainable = (program?.sdgs ?? []).map { number in
            item(
                "\(number) \(SustainableGoal.title(number)?[language] ?? "")",
                "../sdgs/\(number).html")
        }
        let facts: [(String, [Fields])] = [
            (label("id"), [item(indicator.id.text)]), (label("department"), departments),
            (label("unit"), [item(Inert.line(indicator.unit))]),
            (label("baseline"), [item(baseline ?? FigureText.none)]),
            (label("target"), [item(FigureText.target(of: indicator, language))]),
            (label("basis"), [item(indicator.kind.basisWording[language])]),
            (label("cadence"), [item(SiteWords.cadence(indicator.cadence)[language])]),
            (label("sdgs"), sustainable),
            (label("notes"), indicator.notes.map { item(Inert.line($0)) }),
            (label("questions"), indicator.questions.map { item(Inert.line($0)) }),
        ]
        return facts.filter { !$0.1.isEmpty }.map { ["name": $0.0, "items": $0.1] }
    }

    private func item(_ text: String, _ href: String? = nil) -> Fields {
        ["text": text, "href": href.map { [$0] } ?? []]
    }

    /// The versions of the definition; who decided stays inside the city hall.
    private func versions(of history: IndicatorHistory) -> Fields {
        grid(
            label("definitionHistory"),
            heads: [
                label("version"), label("since"), label("baseline"), label("target"),
                label("change"),
            ],
            lines: history.versions.map { version in
                let indicator = version.indicator
                return [
                    "\(version.number)", version.validFrom.longWording[language],
                    FigureText.value(indicator.baseline?.value, of: indicator),
                    version.isRetired
                        ? Status.discontinued.wording[language]
                        : FigureText.target(of: indicator, language),
                    Inert.line(version.reason),
                ]
            })
    }

    /// What was decided on it, on its program or its measure; by whom and why stays inside the city hall.
    private func decisions(on indicator: Indicator) -> [Fields] {
        let decisions = site.decisions.filter { decision in
            decision.withdrawal == nil
                && decision.draft.subject.indicators(in: strategy).contains {
                    $0.id == indicator.id
                }
        }
        guard !decisions.isEmpty else { return [] }
        let inner = audience.isInternal
        return [
            grid(
                label("decisions"),
                heads: [
                    label("quarter"), label("verdict"), label("measuresTaken"), label("by"),
                ] + (inner ? [label("why")] : []),
                lines: decisions.map { decision in
                    let draft = decision.draft
                    return [
                        draft.quarter.wording[language], draft.verdict.wording[language],
                        draft.act.map { Inert.line($0.text) } ?? "",
                        draft.act?.due.longWording[language] ?? "",
                    ]
                        + (inner
                            ? [Inert.line("\(draft.reason) (\(draft.post) \(decision.author))")]
                            : [])
                })
        ]
    }
}

extension CurrentReadings.Figure {
    /// The figure with its unit, or the stage.
    fileprivate func shown(for indicator: Indicator) -> String {
        if let number { return NumberText.grouped(number) + Inert.line(indicator.unit) }
        if case .stage(let name) = readings.last?.value { return Inert.line(name) }
        return FigureText.none
    }
}
