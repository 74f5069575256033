/// How many alerts people have to bear: onsets in a year, and what lies open with each head.
package struct AlertBudget: Sendable, Equatable {
    /// What lies open with the head of a department.
    package struct Head: Sendable, Equatable {
        /// The department.
        package let department: Identifier<Department>
        /// How many open alerts the head has to answer for, those of joint indicators among them.
        package let open: Int
    }

    /// How many lags began in the year before.
    package let onsets: Int
    /// How many indicators there are.
    package let indicators: Int
    /// The heads with anything open, most first; empty where nothing is.
    package let heads: [Head]
    /// The onsets in a year per 100 indicators that the city wants to bear.
    package let onsetsPerHundredAllowed: Int
    /// How many open alerts a head should have at most.
    package let perHeadAllowed: Int

    /// Counts.
    ///
    /// - Parameters:
    ///   - alerts: the alerts that are open, and those that were closed in the year before `now`.
    ///   - strategy: the strategy as it is in force.
    ///   - rules: what the city wants to bear.
    ///   - now: the moment.
    package init(
        _ alerts: [AlertState], strategy: Strategy, rules: AlertRules, now: Timestamp
    ) {
        let year = now.adding(seconds: -365 * 86_400)
        onsets = alerts.count { $0.type == .lagging && $0.openedAt > year && !$0.wasQuiet }
        indicators = strategy.indicators.count
        let open = alerts.filter { $0.closedAt == nil && $0.type.asksForAnswer }
        heads =
            strategy.departments.map { department in
                let count = open.count { alert in
                    alert.indicator.flatMap(strategy.indicator)?.departments.contains(department.id)
                        ?? false
                }
                return Head(department: department.id, open: count)
            }.filter { $0.open > 0 }.sorted { $0.open > $1.open }
        onsetsPerHundredAllowed = rules.onsetsPerHundred
        perHeadAllowed = rules.perHead
    }

    /// The onsets in a year per 100 indicators.
    package var onsetsPerHundred: Double {
        indicators == 0 ? 0 : 100 * Double(onsets) / Double(indicators)
    }

    /// The heads with more open than they should have.
    package var burdened: [Head] { heads.filter { $0.open > perHeadAllowed } }

    /// Both figures in sentences.
    package func lines(in strategy: Strategy, _ language: Language) -> [String] {
        let rate = NumberText.grouped(onsetsPerHundred, decimals: 1)
        let most = heads.first
        let name = most.map { $0.department.name(in: strategy) } ?? ""
        var lines = [
            Wording(
                ja: "この1年に始まった遅れ：\(onsets)件（指標100件あたり\(rate)件、めやす\(onsetsPerHundredAllowed)件）",
                en: "Lags begun within a year: \(onsets) (\(rate) per 100 indicators; "
                    + "budget \(onsetsPerHundredAllowed))")[language],
            Wording(
                ja: most.map { "課長ごとの未終了の警告：最多は\(name)の\($0.open)件（めやす\(perHeadAllowed)件）" }
                    ?? "課長ごとの未終了の警告：ありません（めやす\(perHeadAllowed)件）",
                en: most.map {
                    "Open alerts per head: at most \($0.open), \(name) (budget \(perHeadAllowed))"
                } ?? "Open alerts per head: none (budget \(perHeadAllowed))")[language],
        ]
        if burdened.count > 1 {
            let names = burdened.map { "\($0.department.name(in: strategy)) \($0.open)" }
            lines.append(
                Wording(
                    ja: "めやすを超える課：" + names.joined(separator: "、"),
                    en: "Above the budget: " + names.joined(separator: ", "))[language])
        }
        return lines
    }

    /// Both figures as JSON.
    package var json: JSON {
        .object([
            ("onsets", .integer(onsets)), ("indicators", .integer(indicators)),
            ("onsetsPerHundred", .number(onsetsPerHundred)),
            ("onsetsPerHundredAllowed", .integer(onsetsPerHundredAllowed)),
            ("perHeadAllowed", .integer(perHeadAllowed)),
            (
                "heads",
                .array(
                    heads.map {
                        .object([
                            ("department", .string($0.department.text)),
                            ("open", .integer($0.open)),
                        ])
                    })
            ),
        ])
    }
}
