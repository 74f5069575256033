import ShirubeCore

/// Checks the parts of one indicator against each other, lest a contradiction be judged.
struct IndicatorCheck {
    let indicator: Indicator
    let map: YAMLMap
    /// The plan's years; nil where the file's term cannot be read.
    let term: ClosedRange<Int>?

    func run() {
        checkPeriods()
        checkPlan()
        checkMoney()
        checkCumulative()
        if checkSense() { checkDirection() }
        checkStages()
    }

    private func report(_ key: String, _ message: Wording, remedy: Wording) {
        map.problems.add(
            map.line(of: key),
            Wording(
                ja: "「\(indicator.id)」\(message.japanese)",
                en: "`\(indicator.id)` \(message.english)"),
            remedy: remedy)
    }

    /// A word of the row, or the default that stands for it.
    private func written(_ key: String, _ word: String) -> Wording {
        map.has(key)
            ? Wording(ja: word, en: "`\(key): \(word)`")
            : Wording(ja: "省略時は \(word)", en: "the default `\(key): \(word)`")
    }

    private func checkPeriods() {
        let calendar = indicator.calendar
        let periods =
            [("baseline", indicator.baseline?.period), ("target", indicator.target.period)]
            + indicator.stages.map { ("stages", $0.due) }
        for case (let key, let period?) in periods where period.year.kind != calendar {
            let wanted = calendar == .fiscal ? "FY" : "CY"
            report(
                key,
                Wording(
                    ja: "の期間 \(period) は calendar（\(calendar.rawValue)）と合いません。",
                    en: "has the period \(period), but its calendar is \(calendar.rawValue)."),
                remedy: Wording(
                    ja: "\(wanted) で始まる期間にするか、calendar を直してください。",
                    en: "Write a period that begins with \(wanted), or mend `calendar`."))
        }
        guard let baseline = indicator.baseline?.period, baseline.year.kind == calendar,
            indicator.target.period.year.kind == calendar,
            baseline.absoluteMonths.upperBound >= indicator.target.period.absoluteMonths.upperBound
        else { return }
        report(
            "target",
            Wording(
                ja: "の目標の期間 \(indicator.target.period) が基準の期間 \(baseline) より後ではありません。",
                en: "has a target period \(indicator.target.period) that is not after its"
                    + " baseline period \(baseline)."),
            remedy: Wording(
                ja: "どちらかの期間を直してください。", en: "Mend one of the two periods."))
    }

    private func checkPlan() {
        guard let term else { return }
        let last = max(term.upperBound, indicator.target.period.year.number)
        for year in indicator.plan.keys.sorted() where year < term.lowerBound || year > last {
            report(
                "plan",
                Wording(
                    ja: "の plan に計画期間の外の年（\(year)）があります。",
                    en: "has a year (\(year)) in `plan` that lies outside the term."),
                remedy: Wording(
                    ja: "\(term.lowerBound) から \(last) までの年だけを書いてください。",
                    en: "Write years from \(term.lowerBound) to \(last) only."))
        }
    }

    private func checkMoney() {
        guard indicator.isPublicMoney, indicator.calendar == .calendar else { return }
        report(
            "publicMoney",
            Wording(
                ja: "は暦年の指標なので、年度ごとに締める市の会計の金額（publicMoney）にはできません。",
                en:
                    "is counted by calendar years and cannot be money of accounts that close by fiscal "
                    + "years (`publicMoney`)."),
            remedy: Wording(
                ja: "publicMoney を消すか、calendar を fiscal にしてください。",
                en: "Remove `publicMoney`, or write `calendar: fiscal`."))
    }

    private func checkCumulative() {
        let wanted: Cumulative =
            switch indicator.kind {
            case .planSum: .planSum
            case .runningTotal: .runningTotal
            case .periodTotal: .periodTotal
            default: .none
            }
        guard indicator.cumulative != wanted else { return }
        report(
            map.has("cumulative") ? "cumulative" : "kind",
            Wording(
                ja: "の kind（\(indicator.kind.rawValue)）と cumulative"
                    + "（\(written("cumulative", indicator.cumulative.rawValue).japanese)）が合いません。",
                en: "is of kind \(indicator.kind.rawValue), which does not go with"
                    + " \(written("cumulative", indicator.cumulative.rawValue).english)."),
            remedy: Wording(
                ja: "「cumulative: \(wanted.rawValue)」と書くか、kind を直してください"
                    + "（K1は計画期間の合計、K2は開始以来の累計、K3は期間合計どうしの比較）。",
                en: "Write `cumulative: \(wanted.rawValue)`, or mend the kind (K1 sums over the"
                    + " plan, K2 since the beginning, K3 over two stretches of years)."))
    }

    /// Whether kind and sense go together; false after a report.
    private func checkSense() -> Bool {
        let wanted: [Sense] =
            switch indicator.kind {
            case .maintain: [.maintain]
            case .reduction, .ceiling: [.atMost]
            case .survey: [.atLeast, .atMost]
            default: [.atLeast]
            }
        if isBelowBaseline && !map.has("sense") {
            let lowered = "\(shown(indicator.target)) < \(shown(indicator.baseline))"
            report(
                "target",
                Wording(
                    ja: "は目標値が基準値より低い（\(lowered)）のに sense がありません。",
                    en: "has its target below its baseline (\(lowered)) but no `sense`."),
                remedy: floorOrReduction)
            return false
        }
        guard !wanted.contains(indicator.sense) else { return true }
        let words = wanted.map(\.rawValue)
        report(
            map.has("sense") ? "sense" : "kind",
            Wording(
                ja: "の kind（\(indicator.kind.rawValue)）と sense"
                    + "（\(written("sense", indicator.sense.rawValue).japanese)）が合いません。",
                en: "is of kind \(indicator.kind.rawValue), which does not go with"
                    + " \(written("sense", indicator.sense.rawValue).english)."),
            remedy: Wording(
                ja: "「sense: \(words.joined(separator: " か "))」と書くか、kind を直してください"
                    + "（維持はK7、減らす目標はK10、上限はK11）。",
                en: "Write `sense: \(words.joined(separator: " or "))`, or mend the kind"
                    + " (K7 keeps a level, K10 brings it down, K11 is a ceiling)."))
        return false
    }

    /// Checks on which side of the baseline the target lies.
    private func checkDirection() {
        guard let baseline = indicator.baseline else { return }
        let (from, to) = (shown(baseline), shown(indicator.target))
        switch indicator.kind {
        case .maintain, .ceiling, .milestone: break
        case .floor where indicator.target.value > baseline.value:
            report(
                "target",
                Wording(
                    ja: "はK9（基準値を下回る下限・見込み）ですが、目標値 \(to) が基準値 \(from) より高くなっています。",
                    en: "is of kind K9 (a floor below the baseline), but its target \(to) lies"
                        + " above its baseline \(from)."),
                remedy: Wording(
                    ja: "増やす目標なら kind をK4かK5にしてください。",
                    en: "Write kind K4 or K5 for a figure that is to rise."))
        case .reduction where indicator.target.value >= baseline.value:
            report(
                "target",
                Wording(
                    ja: "はK10（減らす目標）ですが、目標値 \(to) が基準値 \(from) より低くありません。",
                    en: "is of kind K10 (a level to be brought down), but its target \(to) is not"
                        + " below its baseline \(from)."),
                remedy: Wording(
                    ja: "上限なら kind をK11にしてください。", en: "Write kind K11 for a ceiling."))
        case .runningTotal, .level, .ratio:
            if indicator.target.value == baseline.value {
                report(
                    "target",
                    Wording(
                        ja: "は目標値と基準値が同じ（\(to)）なので、進捗を測れません。",
                        en: "has a target equal to its baseline (\(to)), so no progress can be"
                            + " measured."),
                    remedy: Wording(
                        ja: "維持する目標なら「kind: K7」「sense: maintain」と書いてください。",
                        en: "Write `kind: K7` and `sense: maintain` for a level to be kept."))
            }
            checkFall(from, to)
        default: checkFall(from, to)
        }
    }

    private func checkFall(_ from: String, _ to: String) {
        guard isBelowBaseline, indicator.sense == .atLeast, indicator.kind != .floor else { return }
        report(
            "target",
            Wording(
                ja: "は目標値 \(to) が基準値 \(from) より低いので、kind \(indicator.kind.rawValue) の"
                    + " atLeast では判定できません。",
                en: "has its target \(to) below its baseline \(from), which kind"
                    + " \(indicator.kind.rawValue) with `atLeast` cannot judge."),
            remedy: floorOrReduction)
    }

    private var floorOrReduction: Wording {
        Wording(
            ja: "下回ってはならない水準・見込みなら「kind: K9」「sense: atLeast」、"
                + "減らす目標なら「kind: K10」「sense: atMost」と書いてください。",
            en: "Write `kind: K9` and `sense: atLeast` for a floor or forecast, `kind: K10` and"
                + " `sense: atMost` for a figure that is to fall.")
    }

    private var isBelowBaseline: Bool {
        guard let baseline = indicator.baseline else { return false }
        return indicator.target.value < baseline.value && indicator.kind != .milestone
    }

    private func shown(_ anchor: Anchor?) -> String {
        anchor.map { NumberText.grouped($0.value, decimals: 9) } ?? "-"
    }

    private func checkStages() {
        let stages = indicator.stages
        guard map.has("stages") else { return }
        let remedy = Wording(
            ja: "重みを0以上で小さい順に並べ、最後を1にし、期限も順に並べてください。",
            en: "Let the weights rise from 0 or more to 1, and the due periods with them."
        )
        if indicator.kind != .milestone {
            report(
                "stages",
                Wording(
                    ja: "はK8ではないので stages を持てません。",
                    en: "is not of kind K8 and cannot have `stages`."),
                remedy: Wording(
                    ja: "stages を消すか、kind をK8にしてください。",
                    en: "Remove `stages`, or write `kind: K8`."))
            return
        }
        let weights = stages.map(\.weight)
        let dues = stages.compactMap { $0.due?.absoluteMonths.upperBound }
        if weights.last != 1 || weights.contains(where: { $0 < 0 })
            || zip(weights, weights.dropFirst()).contains(where: { $0 >= $1 })
        {
            report(
                "stages",
                Wording(
                    ja: "の stages の重みが0から1へ順に増えていません。",
                    en: "has stages whose weights do not rise within 0 to 1."), remedy: remedy)
        }
        if zip(dues, dues.dropFirst()).contains(where: { $0 > $1 }) {
            report(
                "stages",
                Wording(
                    ja: "の stages の期限が前後しています。",
                    en: "has a stage that is due before an earlier one."), remedy: remedy)
        }
        if Set(stages.map(\.name)).count < stages.count {
            report(
                "stages",
                Wording(
                    ja: "の stages に同じ名前が二つあります。", en: "has two stages of one name."),
                remedy: Wording(
                    ja: "報告で見分けられる名前にしてください。",
                    en: "Give each a name of its own, as departments report it."))
        }
    }
}
