/// What `shirube routes explain` shows: who would be told what of an indicator on a day, by which post, and why.
package struct RoutingDocument: Sendable, Equatable {
    /// What one role of a department, or of the city, would be told.
    struct Row: Sendable, Equatable {
        let telling: Telling
        let role: Role
        /// Whose role; nil for a role of the city.
        let department: Department?
        /// Who holds the role on the day; empty where nobody does.
        let recipients: [Recipient]
    }

    /// The strategy.
    package let strategy: Identifier<Strategy>
    /// The indicator.
    package let indicator: Indicator
    /// The day.
    package let day: CivilDate
    let rows: [Row]
    private let rules: AlertRules
    private let hasRound: Bool
    /// Who gets the summary besides.
    let further: [Recipient]

    /// Works out who would be told.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - strategy: the strategy that holds it.
    ///   - routing: who holds which role.
    ///   - day: the day.
    ///   - rules: when people are told of alerts that last.
    ///   - hasRound: whether rounds of alerts are scheduled.
    package init(
        of indicator: Indicator, in strategy: Strategy, routing: Routing, on day: CivilDate,
        rules: AlertRules = AlertRules(), hasRound: Bool = true
    ) {
        self.rules = rules
        self.hasRound = hasRound
        self.strategy = strategy.id
        self.indicator = indicator
        self.day = day
        let departments = indicator.departments.compactMap(strategy.department)
        let isOfDepartment = Set(Role.ofDepartment)
        rows = Telling.allCases.flatMap { telling in
            telling.roles.flatMap { role in
                let owners = isOfDepartment.contains(role) ? departments.map(Optional.some) : [nil]
                return owners.map { department in
                    Row(
                        telling: telling, role: role, department: department,
                        recipients: role == .planning && telling != .summary
                            ? routing.previewRecipients(
                                planningDepartment: strategy.planningDepartment, on: day)
                            : routing.recipients(of: role, department: department?.id, on: day))
                }
            }
        }
        let named = Set(rows.filter { $0.telling == .summary }.flatMap(\.recipients).map(\.route))
        further = routing.summaryRecipients(departments: indicator.departments, on: day)
            .filter { !named.contains($0.route) }
    }

    /// A heading, and a table with a line for each recipient.
    package func table(_ language: Language) -> String {
        let headings =
            language == .japanese
            ? ["知らせ", "いつ", "役割", "部署", "職", "宛先"]
            : ["What", "When", "Role", "Department", "Post", "To"]
        let lines = rows.flatMap { row in
            cells(row.recipients, language).map { recipient in
                [
                    row.telling.wording[language],
                    row.telling.reason(for: row.role, rules: rules, hasRound: hasRound)[language],
                    row.role.wording[language], row.department?.name ?? "",
                ] + recipient
            }
        }
        let others = further.isEmpty ? [] : cells(further, language)
        let summary = others.map { recipient in
            [
                Telling.summary.wording[language], Telling.summary.reason[language],
                Wording(ja: "ほか", en: "further")[language], "",
            ] + recipient
        }
        let heading = Wording(
            ja: "\(indicator.id) \(indicator.name)（\(day)の宛先）",
            en: "\(indicator.id) \(indicator.name): recipients on \(day)")
        let table = TextTable(columns: headings.map { TextTable.Column($0) }, rows: lines + summary)
        return Inert.line(heading[language]) + "\n"
            + table.lines().joined(separator: "\n") + "\n"
    }

    private func cells(_ recipients: [Recipient], _ language: Language) -> [[String]] {
        guard !recipients.isEmpty else {
            return [["", Wording(ja: "（いません）", en: "(nobody)")[language]]]
        }
        return recipients.map { recipient in
            let post = [recipient.post?.text, recipient.name].compactMap(\.self)
            return [post.joined(separator: " "), recipient.wording[language]]
        }
    }

    /// The same as JSON; `post` is null for an address that the configuration names itself.
    package var json: JSON {
        .object([
            ("strategy", .string(strategy.text)), ("indicator", .string(indicator.id.text)),
            ("on", .string(day.description)),
            (
                "tellings",
                .array(
                    rows.map { row in
                        .object([
                            ("telling", .string(row.telling.rawValue)),
                            ("role", .string(row.role.rawValue)),
                            (
                                "when",
                                .string(
                                    row.telling.reason(
                                        for: row.role, rules: rules, hasRound: hasRound
                                    ).english)
                            ),
                            (
                                "department",
                                row.department.map { .string($0.id.text) } ?? .null
                            ),
                            ("recipients", .array(row.recipients.map(\.json))),
                        ])
                    })
            ),
            ("furtherSummary", .array(further.map(\.json))),
        ])
    }
}

extension Recipient {
    /// The address, or the channel by its name.
    package var wording: Wording {
        switch route {
        case .mail(let address): Wording(ja: address, en: address)
        case .webhook(let channel):
            Wording(ja: "チャンネル \(channel)", en: "channel \(channel)")
        }
    }

    /// The recipient as JSON; a channel by its name.
    ///
    /// `postName` is what people call the post.
    package var json: JSON {
        let way: (String, JSON) =
            switch route {
            case .mail(let address): ("mail", .string(address))
            case .webhook(let channel): ("channel", .string(channel))
            }
        return .object([
            ("post", post.map { .string($0.text) } ?? .null), ("postName", .optional(name)), way,
        ])
    }
}
