import ShirubeCore

/// Reads when people are told of alerts that last.
enum AlertsReader {
    /// The settings of the block `alerts`.
    static func rules(_ map: YAMLMap) -> AlertRules? {
        let standard = AlertRules()
        let manager =
            map.optional("escalateToManagerAfter")?.integer(in: 1...60)
            ?? standard.escalateToManagerAfter
        let director =
            map.optional("escalateToDirectorAfter")?.integer(in: 1...120)
            ?? standard.escalateToDirectorAfter
        if director <= manager { reportOrder(map, manager, director) }
        let repeats = map.optional("repeat")?.word(AlertRules.Repeat.self)
        let times = map.optional("repeatTimes")?.integer(in: 0...12)
        if let times, times > 0, repeats == .never { reportNever(map) }
        return AlertRules(
            escalateToManagerAfter: manager, escalateToDirectorAfter: director,
            repeats: repeats ?? standard.repeats, repeatTimes: times ?? standard.repeatTimes,
            massPercent: map.optional("massPercent")?.integer(in: 1...100)
                ?? standard.massPercent,
            massDays: map.optional("massDays")?.integer(in: 1...92) ?? standard.massDays,
            massAtLeast: map.optional("massAtLeast")?.integer(in: 2...1_000)
                ?? standard.massAtLeast,
            perHead: map.optional("perHead")?.integer(in: 1...100) ?? standard.perHead,
            onsetsPerHundred: map.optional("onsetsPerHundred")?.integer(in: 0...100)
                ?? standard.onsetsPerHundred)
    }

    /// The first rule in the block that only rounds of alerts follow, and its line; nil where none is written.
    static func roundRule(_ map: YAMLMap) -> (name: String, line: Int)? {
        let rules = ["escalateToManagerAfter", "escalateToDirectorAfter", "repeat", "repeatTimes"]
        return rules.filter(map.has).map { ($0, map.line(of: $0)) }.min { $0.1 < $1.1 }
    }

    private static func reportOrder(_ map: YAMLMap, _ manager: Int, _ director: Int) {
        let key =
            map.has("escalateToDirectorAfter")
            ? "escalateToDirectorAfter" : "escalateToManagerAfter"
        map.problems.add(
            map.line(of: key),
            Wording(
                ja: "警告が部長に上がる日数（\(director)）が、課長に上がる日数（\(manager)）より後ではありません。",
                en:
                    "An alert goes up to the director (\(director)) no later than to the manager (\(manager))."
            ),
            remedy: Wording(
                ja: "escalateToManagerAfter より大きい数を escalateToDirectorAfter に書いてください。",
                en: "Write a number above `escalateToManagerAfter` in `escalateToDirectorAfter`."))
    }

    private static func reportNever(_ map: YAMLMap) {
        map.problems.add(
            map.line(of: "repeatTimes"),
            Wording(
                ja: "「repeat: never」なのに、繰り返す回数が書かれています。",
                en: "It says `repeat: never`, and how many times to repeat."),
            remedy: Wording(
                ja: "repeat を month か week にするか、repeatTimes を消してください。",
                en: "Write `repeat: month` or `week`, or remove `repeatTimes`."))
    }
}
