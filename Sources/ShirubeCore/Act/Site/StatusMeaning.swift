extension Status {
    /// What the status says to somebody who meets it for the first time, in one sentence.
    package var meaning: Wording {
        switch self {
        case .discontinued:
            Wording(
                ja: "この指標は終了または統合され、もう判定しません。",
                en: "The indicator has ended and is not judged any more.")
        case .definitionQuery:
            Wording(
                ja: "定義に確認の要る点があり、それが済むまで判定しません。",
                en:
                    "A question about its definition is open; it is not judged until that is answered."
            )
        case .achieved:
            Wording(ja: "目標を達成しました。", en: "The target has been reached.")
        case .notAchieved:
            Wording(
                ja: "目標の時期が過ぎ、目標に届きませんでした。",
                en: "The time has come, and the target was not reached.")
        case .notStarted:
            Wording(ja: "始まっているはずの取組が、まだ始まっていません。", en: "What should have begun has not begun yet.")
        case .awaitingData:
            Wording(ja: "判定に使う実績がまだありません。", en: "There is no figure to judge by yet.")
        case .beforeSeason:
            Wording(
                ja: "例年この時期には実績が出ないため、まだ判定しません。",
                en: "Figures never come in at this time of the year, so it is not judged yet.")
        case .inconclusive:
            Wording(
                ja: "数値のばらつきや件数の少なさから、どちらとも言えません。",
                en: "Figures are too few, or vary too much, to say either way.")
        case .movingAway:
            Wording(
                ja: "基準値より目標から遠ざかっています。",
                en: "It is farther from the target than it was at the baseline.")
        case .lagging:
            Wording(ja: "このままでは目標に届きそうにありません。", en: "As things go, the target will be missed.")
        case .atTargetLevel:
            Wording(
                ja: "いまの値は目標の水準にあり、これを保てば達成です。",
                en: "The figure is at the target's level; it has to be kept there.")
        case .onTrack:
            Wording(ja: "このまま進めば目標に届く見通しです。", en: "As things go, the target will be reached.")
        case .watch:
            Wording(ja: "目標に届くかどうか、どちらの可能性も残っています。", en: "The target may be reached or missed.")
        }
    }
}
