/// One row of a form: an indicator and a period that its owners owe a figure for.
struct FormRow {
    let indicator: Indicator
    let program: String
    let period: Period
    /// The day by which the figure is due; nil where it is due with the form.
    let due: CivilDate?
    let current: CurrentReadings?
    let language: Language

    func cell(of column: FormColumn) -> Form.Cell {
        switch column {
        case .indicatorID: .text(indicator.id.text)
        case .programName: .text(Inert.line(program))
        case .indicatorName: .text(Inert.line(indicator.name))
        case .definition: .text(meaning[language])
        case .unit: .text(Inert.line(indicator.unit))
        case .due: due.map { .text($0.description) } ?? .unused
        case .lastPeriod: last.map { .text(Self.period($0)[language]) } ?? .text("")
        case .lastValue: lastValue
        case .year: .text(period.year.wording.japanese)
        case .period: .text(part)
        case .value: .input(valueInput, "")
        case .numerator, .denominator: isShare ? .input(Self.count, "") : .unused
        case .respondents: indicator.kind == .survey ? .input(Self.count, "") : .unused
        case .certainty: .input(.choice(Self.certainties), Self.certainties[0])
        case .note: .input(.remark, "")
        }
    }

    private static let count = Form.Input.number(mayBeNegative: false)

    private var isShare: Bool {
        UnitText.isShare(indicator.unit) && [.ratio, .survey].contains(indicator.kind)
    }

    /// The newest figure in force that speaks of the period or an earlier one.
    private var last: CurrentReadings.Figure? {
        let end = period.absoluteMonths.upperBound
        return current?.figures.last { $0.period.absoluteMonths.upperBound <= end }
    }

    private var lastValue: Form.Cell {
        guard let last else { return .text("") }
        if let number = last.number { return .number(number) }
        guard case .stage(let stage) = last.readings.last?.value else { return .text("") }
        return .text(Inert.line(stage))
    }

    private static func period(_ figure: CurrentReadings.Figure) -> Wording {
        let period = figure.period.wording
        return switch figure.basis {
        case .period: period
        case .yearToDate:
            Wording(ja: period.japanese + "（年度累計）", en: period.english + " (year to date)")
        case .planToDate:
            Wording(ja: period.japanese + "（計画累計）", en: period.english + " (plan to date)")
        }
    }

    private var valueInput: Form.Input {
        if indicator.kind == .milestone { return .choice(indicator.stages.map(\.name)) }
        return .number(mayBeNegative: indicator.mayBeNegative)
    }

    /// The period within its year, as drops spell it in any language.
    private var part: String {
        switch period.part {
        case .year: "年間"
        case .half(let number): number == 1 ? "上半期" : "下半期"
        case .quarter(let number): "第\(number)四半期"
        case .month(let number): "\(number)月"
        case .day(let month, let day): "\(month)月\(day)日"
        }
    }

    /// What the figure is to say.
    private var meaning: Wording {
        switch indicator.kind {
        case .planSum, .periodTotal, .annualFlow:
            return Wording(ja: "この期間だけの数", en: "of this period alone")
        case .runningTotal:
            return Wording(
                ja: "開始からの累計（期間の終わり）", en: "in all since it began, at the period's end")
        case .milestone:
            let stages = indicator.stages.map { Inert.line($0.name) }
            return Wording(
                ja: "段階の名前（\(stages.joined(separator: "、"))）",
                en: "the stage: \(stages.joined(separator: ", "))")
        case .ratio, .survey:
            return Wording(ja: "この期間の率や平均", en: "the rate or mean of the period")
        case .level, .maintain, .floor, .reduction, .ceiling:
            return Wording(ja: "期間の終わりの値", en: "at the period's end")
        }
    }

    private static let certainties = ["速報", "確報", "訂正", "取消"]
}
