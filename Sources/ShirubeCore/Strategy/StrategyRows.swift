extension Strategy {
    /// The columns of the table that `shirube strategy show` prints, as many as each of
    /// ``rows(_:)`` has.
    package static func headers(_ language: Language) -> [String] {
        let headers = [
            Wording(ja: "指標ID", en: "Indicator"),
            Wording(ja: "指標名", en: "Name"),
            Wording(ja: "事業", en: "Program"),
            Wording(ja: "担当課", en: "Departments"),
            Wording(ja: "単位", en: "Unit"),
            Wording(ja: "基準値", en: "Baseline"),
            Wording(ja: "目標値", en: "Target"),
            Wording(ja: "種別", en: "Kind"),
        ]
        return headers.map { $0[language] }
    }

    /// The cells of that table, a row an indicator in the order of the file.
    ///
    /// Anchors read `1,450 (FY2024)`; `-` stands where there is no baseline, and where the source
    /// has lost a program's name.
    package func rows(_ language: Language) -> [[String]] {
        indicators.map { indicator in
            let owners = indicator.departments.map { department($0)?.name ?? $0.text }
            return [
                indicator.id.text,
                indicator.name,
                programCell(of: indicator, language),
                owners.joined(separator: language == .japanese ? "、" : ", "),
                indicator.unit,
                indicator.baseline.map(Self.cell) ?? "-",
                Self.cell(indicator.target),
                indicator.kind.rawValue,
            ]
        }
    }

    private func programCell(of indicator: Indicator, _ language: Language) -> String {
        guard let program = indicator.program else {
            return Wording(ja: "（数値目標）", en: "(goal target)")[language]
        }
        return self.program(program)?.name ?? "-"
    }

    private static func cell(_ anchor: Anchor) -> String {
        "\(NumberText.grouped(anchor.value, decimals: 9)) (\(anchor.period))"
    }
}
