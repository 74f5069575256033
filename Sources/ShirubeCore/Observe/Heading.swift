/// What a column of a drop holds.
package enum Field: String, Sendable, CaseIterable {
    /// The indicator's id.
    case indicatorID = "指標ID"
    /// The program's name.
    case programName = "事業名"
    /// The indicator's name.
    case indicatorName = "指標名"
    /// The year.
    case year = "年度"
    /// The part of the year.
    case period = "期間"
    /// The figure.
    case value = "実績値"
    /// What the figure sums up.
    case basis = "集計"
    /// The unit of the figure.
    case unit = "単位"
    /// The name of a part.
    case part = "内訳"
    /// The numerator of a rate.
    case numerator = "分子"
    /// The denominator of a rate.
    case denominator = "分母"
    /// How many answered.
    case respondents = "回答数"
    /// How sure the figure is.
    case certainty = "区分"
    /// Whether a figure that looks wrong is meant.
    case confirmation = "確認"
    /// A remark.
    case note = "備考"
}

extension Field {
    /// Whether it labels its row, so that a blank may mean what stands above it; a figure's blank never does.
    package var isLabel: Bool {
        switch self {
        case .indicatorID, .programName, .indicatorName, .year, .period, .basis, .unit, .part,
            .certainty:
            true
        case .value, .numerator, .denominator, .respondents, .confirmation, .note: false
        }
    }
}

/// A column's heading, understood.
enum Heading: Equatable {
    /// A field of the row; of the year also which kind the heading says, nil where it leaves it open.
    case field(Field, YearKind?)
    /// The figure of a period, as wide tables have it.
    case span(WrittenPeriod)
    /// Something that departments like to see beside the figures, and that is read past.
    case reference
    /// Nothing.
    case empty
    /// Anything else.
    case unknown

    /// Understands a heading as written, with or without a remark in parentheses.
    ///
    /// What the department's profile says of it comes before what every department may write.
    init(_ written: String, aliases: [String: Field] = [:]) {
        let key = CellText.key(written)
        let bare = Self.withoutRemark(key).key
        if key.isEmpty {
            self = .empty
        } else if let field = aliases[key] ?? aliases[bare] {
            self = .field(field, nil)
        } else if let (field, kind) = Self.aliases[key] ?? Self.aliases[bare] {
            self = .field(field, kind)
        } else if Self.references.contains(bare) {
            self = .reference
        } else if Self.totals.contains(bare) {
            self = .span(WrittenPeriod())
        } else if let period = try? PeriodReader.read(key) {
            self = .span(period)
        } else {
            self = .unknown
        }
    }

    /// The remark in parentheses at the end of a heading, such as 千人 of 実績値（千人）; nil where none.
    static func remark(of written: String) -> String? {
        withoutRemark(CellText.key(written)).remark
    }

    private static func withoutRemark(_ key: String) -> (key: String, remark: String?) {
        guard key.utf8.last == UInt8(ascii: ")"),
            let open = key.utf8.lastIndex(of: UInt8(ascii: "("))
        else { return (key, nil) }
        return (String(key[..<open]), String(key[key.utf8.index(after: open)...].dropLast()))
    }

    /// Headings by their key; every alias that docs/CSV.md names.
    private static let aliases: [String: (Field, YearKind?)] = {
        let fiscal: [String] = ["年度", "会計年度", "対象年度", "報告年度", "実績年度", "fy", "fiscalyear"]
        let calendar: [String] = ["年", "暦年", "対象年", "calendaryear"]
        let open: [String] = ["年度/年", "年/年度", "年度・年", "年・年度", "年度又は年", "年度または年", "year"]
        var result: [String: (Field, YearKind?)] = [:]
        for name in fiscal { result[name] = (.year, .fiscal) }
        for name in calendar { result[name] = (.year, .calendar) }
        for name in open { result[name] = (.year, nil) }
        for (field, names) in otherAliases {
            for name in names { result[name] = (field, nil) }
        }
        return result
    }()

    private static let otherAliases: [(Field, [String])] = [
        (
            .indicatorID,
            [
                "指標id", "kpiid", "kpi_id", "kpi-id", "指標コード", "指標番号", "kpi番号", "id", "indicatorid",
                "indicator_id",
            ]
        ),
        (.programName, ["事業名", "事業", "具体的事業", "program", "programname"]),
        (
            .indicatorName,
            [
                "指標名", "指標", "指標名称", "kpi", "kpi名", "重要業績評価指標", "数値目標", "indicator",
                "indicatorname", "kpiname",
            ]
        ),
        (.period, ["期間", "期", "時期", "対象期間", "報告期間", "四半期", "月", "period", "quarter", "month"]),
        (.value, ["実績値", "実績", "値", "数値", "実績数", "value", "actual", "result"]),
        (.basis, ["集計", "集計方法", "集計区分", "basis"]),
        (.unit, ["単位", "unit"]),
        (.part, ["内訳", "内訳名", "part", "breakdown"]),
        (.numerator, ["分子", "numerator"]),
        (.denominator, ["分母", "母数", "denominator"]),
        (.respondents, ["回答数", "回答者数", "有効回答数", "標本数", "n", "respondents"]),
        (.certainty, ["区分", "値の区分", "確報区分", "certainty"]),
        (.confirmation, ["確認", "確認済", "確認済み", "confirmation", "meant"]),
        (.note, ["備考", "コメント", "特記事項", "メモ", "note", "notes", "remarks", "comment"]),
    ]

    private static let references: Set<String> = [
        "no", "no.", "番号", "項番", "担当", "担当課", "担当部署", "部署", "部署名", "課", "課名", "基本目標", "施策",
        "施策名", "目標", "目標値", "基準値", "前回値", "前回の期間", "定義", "提出期限",
        "department", "target", "baseline",
        "lastvalue", "lastperiod", "definition", "due",
    ]

    /// Headings of a column that sums up the year's other columns.
    private static let totals: Set<String> = [
        "合計", "計", "総計", "年度計", "年度合計", "年計", "年間計", "年間合計", "total",
    ]
}
