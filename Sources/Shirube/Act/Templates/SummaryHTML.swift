internal import Mustache
package import ShirubeCore

/// The summary as one HTML page, for mail and for the browser: no script, no picture, nothing loaded.
package enum SummaryHTML {
    /// The page.
    ///
    /// - Parameters:
    ///   - view: the summary in one language.
    ///   - sentences: what stands above it in a box; empty for no box.
    /// - Returns: HTML in UTF-8, all data escaped.
    /// - Throws: an error of swift-mustache where the template is malformed.
    package static func render(_ view: SummaryView, above sentences: [String] = []) throws -> String
    {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        var fields = fields(of: view)
        fields["hasAbove"] = !sentences.isEmpty
        fields["above"] = sentences
        return try MustacheTemplate(string: SummaryTemplate.text).render(fields)
    }

    /// What a template may name; each level has every key, because a missing one would be sought further out.
    typealias Fields = [String: Any]

    private static func fields(of view: SummaryView) -> Fields {
        let statuses = Status.fromBestToWorst.filter { view.orient.total.counts[$0] > 0 }
        let counts = [view.orient.total] + view.orient.goals
        return [
            "language": view.language.rawValue, "title": view.title,
            "strategy": Title.marked(view.strategyName, mark: view.mark),
            "shortTitle": view.shortTitle,
            "label": labels(view.language),
            "facts": view.facts.map { ["label": $0.label, "text": $0.text] as Fields },
            "lead": view.lead, "tiles": tiles(view.orient.total, view.language),
            "wholeBar": ["cells": bar(view.orient.total)] as Fields,
            "hasCorrections": !view.corrections.isEmpty, "corrections": view.corrections,
            "closing": view.closing.map { [fields($0)] } ?? [],
            "observe": view.observe.sentences,
            "hasMissing": !view.observe.missing.isEmpty,
            "missing": view.observe.missing.map(fields),
            "goalBars": view.orient.goals.filter { $0.total > 0 }.map { goal in
                [
                    "name": goal.label, "spoken": spoken(goal, view.language), "cells": bar(goal),
                ] as Fields
            },
            "columns": counts.map(\.shortLabel), "totals": counts.map(\.total),
            "statusRows": statuses.map { status in
                [
                    "name": "\(status.symbol) \(status.wording[view.language])",
                    "style": status.group.style, "counts": counts.map { $0.counts[status] },
                ] as Fields
            },
            "changes": view.orient.changes, "lists": view.orient.lists.map(fields),
            "requests": view.decide.map { request in
                [
                    "sentence": request.sentence, "hasItems": !request.items.isEmpty,
                    "items": request.items,
                ] as Fields
            },
            "hasOutcomes": !(view.decided?.outcomes.isEmpty ?? true),
            "loopTime": view.decided?.loopTime ?? "",
            "outcomes": view.decided?.outcomes.map(fields) ?? [],
            "hasActs": !(view.decided?.acts.isEmpty ?? true),
            "openActs": view.decided?.acts.map(fields) ?? [],
            "deeds": view.act.map { ["moment": $0.moment, "text": $0.text] as Fields },
            "annex": view.annex.map { goal in
                ["heading": goal.heading, "parts": goal.parts.map(fields)] as Fields
            },
        ]
    }

    private static func fields(_ closing: SummaryView.ClosingPart) -> Fields {
        [
            "heading": closing.heading, "sentences": closing.sentences,
            "groups": closing.groups.map { group in
                [
                    "heading": group.heading,
                    "items": group.rows.map { row in
                        [
                            "style": group.outcome.style,
                            "outcome": group.outcome.wording[row.language], "name": row.name,
                            "departments": row.departments, "value": row.valueText,
                        ] as Fields
                    },
                ] as Fields
            },
        ]
    }

    /// The labels that a review has as well.
    static let sharedLabels: [String: Wording] = [
        "indicator": SummaryWords.indicator, "status": SummaryWords.status,
        "value": SummaryWords.value, "expected": SummaryWords.expected,
        "target": SummaryWords.target, "achievement": SummaryWords.achievement,
        "progress": SummaryWords.progress, "outcomes": DecisionWords.outcomes,
        "openActs": DecisionWords.openActs, "whatIsDone": DecisionWords.act,
        "effect": DecisionWords.effect, "due": DecisionWords.due, "reason": SummaryWords.reason,
        "footer": SummaryWords.footer,
    ]

    private static func labels(_ language: Language) -> Fields {
        let words: [String: Wording] = [
            "corrections": SummaryWords.corrections,
            "observe": SummaryWords.observe, "orient": SummaryWords.orient,
            "decide": SummaryWords.decide, "act": SummaryWords.act, "annex": SummaryWords.annex,
            "total": SummaryWords.total, "countsHeading": SummaryWords.countsHeading,
            "changesHeading": SummaryWords.changesHeading,
            "missingHeading": SummaryWords.missingHeading, "department": SummaryWords.department,
            "owed": SummaryWords.owed, "given": SummaryWords.given,
            "rejected": SummaryWords.rejected, "lastAccepted": SummaryWords.lastAccepted,
            "season": SummaryWords.season, "noteRates": SummaryWords.noteRates,
            "nothingToDecide": SummaryWords.nothingToDecide,
            "nothingDone": SummaryWords.nothingDone,
        ]
        return words.merging(sharedLabels) { own, _ in own }.mapValues { $0[language] }
    }

    private static func tiles(_ count: SummaryView.Count, _ language: Language) -> [Fields] {
        StatusGroup.allCases.map { group in
            [
                "name": group.wording[language], "count": count.of(group), "style": group.style,
                "background": group.fill.area,
            ]
        }
    }

    /// A stacked bar's cells; a group that nobody is in has none.
    private static func bar(_ count: SummaryView.Count) -> [Fields] {
        StatusGroup.allCases.filter { count.of($0) > 0 }.map { group in
            [
                "count": count.of(group), "percent": count.of(group) * 100 / max(count.total, 1),
                "background": group.fill.area, "color": group.fill.text,
            ]
        }
    }

    /// The bar in words, for those who do not see it.
    private static func spoken(_ count: SummaryView.Count, _ language: Language) -> String {
        StatusGroup.allCases.filter { count.of($0) > 0 }
            .map { "\($0.wording[language]) \(count.of($0))" }
            .joined(separator: " / ")
    }

    static func fields(_ outcome: SummaryView.Outcome) -> Fields {
        let style =
            switch outcome.effect {
            case .better: "g"
            case .worse: "a"
            case .same: outcome.isDue == true ? "a" : "o"
            case .unknown: "o"
            }
        return [
            "heading": outcome.heading, "origin": outcome.origin, "why": outcome.reason,
            "what": outcome.act.map { [$0] } ?? [], "effectText": outcome.effectText,
            "style": style, "comparisons": outcome.comparisons,
        ]
    }

    static func fields(_ act: SummaryView.Act) -> Fields {
        ["when": act.due, "style": act.isOverdue ? "a" : "o", "what": act.text, "about": act.about]
    }

    private static func fields(_ missing: SummaryView.Missing) -> Fields {
        [
            "department": missing.department, "owed": missing.owed, "given": missing.given,
            "rejected": missing.rejected, "lastAccepted": missing.lastAccepted,
        ]
    }

    private static func fields(_ list: SummaryView.List) -> Fields {
        let rows = list.rows.map(fields)
        let plain = list.kind == .watch || list.kind == .newlyAchieved
        return [
            "heading": list.heading, "cards": list.kind == .action ? rows : [],
            "questions": list.kind == .definitionQuery ? rows : [],
            "views": list.kind == .overridden ? rows : [], "hasRows": plain,
            "rows": plain ? rows : [],
        ]
    }

    private static func fields(_ part: SummaryView.AnnexPart) -> Fields {
        [
            "measure": part.measure.map { [$0] } ?? [], "heading": part.heading,
            "rows": part.rows.map(fields),
        ]
    }

    private static func fields(_ row: IndicatorRow) -> Fields {
        let language = row.language
        let period = row.periodText.map { SummaryWords.asOf($0)[language] }
        let blocked = row.status == .definitionQuery
        let questions = row.questions.map { "\(SummaryWords.question[language]) \($0)" }
        let earlier = row.earlierStatus.map {
            "\(SummaryWords.earlier[language]) \($0.wording[language])"
        }
        return [
            "name": row.name, "departments": row.departments, "place": row.place,
            "status": row.statusText, "style": row.status.group.style, "basis": row.basis,
            "period": period.map { [$0] } ?? [], "value": row.valueText,
            "expected": row.expectedText, "target": row.targetText,
            "achievement": row.achievementText, "progress": row.progressText,
            "forecast": row.prospect.median == nil ? [] : [forecast(row)],
            "season": row.season.map { [season($0)] } ?? [],
            "required": row.requiredText.map {
                ["\(SummaryWords.required[language]) \($0)"]
            } ?? [],
            "signals": row.signals.isEmpty ? [] : [row.signalText],
            "reasons": row.reasonText.isEmpty ? [] : [row.reasonText],
            "earlier": earlier.map { [$0] } ?? [], "items": row.questions,
            "view": row.overrideText ?? "",
            "notes": (period.map { [$0] } ?? []) + (blocked ? [] : questions),
        ]
    }

    /// The forecast in a line: middle, interval, and the chance of the target.
    private static func forecast(_ row: IndicatorRow) -> String {
        let language = row.language
        let text = "\(SummaryWords.forecast[language]) \(row.forecastText)"
        guard row.prospect.probability != nil else { return text }
        let comma = Wording(ja: "、", en: ", ")[language]
        return "\(text)\(comma)\(SummaryWords.probability[language]) \(row.probabilityText)"
    }

    /// Twelve bars whose heights are the months' shares, and the same in words.
    private static func season(_ season: IndicatorRow.Season) -> Fields {
        let most = max(season.shares.max() ?? 0, 1e-9)
        return [
            "words": season.words,
            "months": season.shares.map { ["height": Int(($0 / most * 16).rounded())] as Fields },
        ]
    }
}

extension Closing.Outcome {
    /// The class of its text colour in the template's style sheet.
    var style: String {
        switch self {
        case .met: "g"
        case .missed: "a"
        case .open: "o"
        }
    }
}

extension StatusGroup {
    /// The class of its text colour in the template's style sheet.
    var style: String {
        switch self {
        case .good: "g"
        case .watch: "w"
        case .action: "a"
        case .open: "o"
        }
    }
}
