/// The Sustainable Development Goals of the United Nations, which programs name by number.
package enum SustainableGoal {
    /// How many there are.
    package static let count = 17

    /// The title of a goal, 1 to 17; nil for another number.
    ///
    /// In English the short titles of the United Nations, in Japanese those of its information centre in Tokyo.
    package static func title(_ number: Int) -> Wording? {
        titles.indices.contains(number - 1) ? titles[number - 1] : nil
    }

    private static let titles = [
        Wording(ja: "貧困をなくそう", en: "No poverty"),
        Wording(ja: "飢餓をゼロに", en: "Zero hunger"),
        Wording(ja: "すべての人に健康と福祉を", en: "Good health and well-being"),
        Wording(ja: "質の高い教育をみんなに", en: "Quality education"),
        Wording(ja: "ジェンダー平等を実現しよう", en: "Gender equality"),
        Wording(ja: "安全な水とトイレを世界中に", en: "Clean water and sanitation"),
        Wording(ja: "エネルギーをみんなに そしてクリーンに", en: "Affordable and clean energy"),
        Wording(ja: "働きがいも 経済成長も", en: "Decent work and economic growth"),
        Wording(ja: "産業と技術革新の基盤をつくろう", en: "Industry, innovation and infrastructure"),
        Wording(ja: "人や国の不平等をなくそう", en: "Reduced inequalities"),
        Wording(ja: "住み続けられるまちづくりを", en: "Sustainable cities and communities"),
        Wording(ja: "つくる責任 つかう責任", en: "Responsible consumption and production"),
        Wording(ja: "気候変動に具体的な対策を", en: "Climate action"),
        Wording(ja: "海の豊かさを守ろう", en: "Life below water"),
        Wording(ja: "陸の豊かさも守ろう", en: "Life on land"),
        Wording(ja: "平和と公正をすべての人に", en: "Peace, justice and strong institutions"),
        Wording(ja: "パートナーシップで目標を達成しよう", en: "Partnerships for the goals"),
    ]
}
