// Headings of the strategy's parts, the same in every message.

extension Goal {
    /// The goal's number and title, such as 基本目標1 安定した雇用を創出する.
    package var heading: Wording {
        let name = Inert.line(name)
        return Wording(ja: "基本目標\(number) \(name)", en: "Goal \(number): \(name)")
    }
}

extension Measure {
    /// The measure's number and title; says so where the source has lost the title.
    package var heading: Wording {
        let name = name.map(Inert.line)
        return Wording(
            ja: "施策\(number) \(name ?? "（名称は原典から欠落）")",
            en: "Measure \(number): \(name ?? "(title lost in the source)")")
    }
}

extension Program {
    /// The program's title; says so where the source has lost it.
    package var heading: Wording {
        let name = name.map(Inert.line)
        return Wording(
            ja: name ?? "（事業名は原典から欠落）", en: name ?? "(program title lost in the source)")
    }
}

extension Strategy {
    /// City and title, the city only where the title does not name it.
    package var heading: String {
        Inert.line(name.contains(city) ? name : "\(city) \(name)")
    }
}

/// Puts marks such as 架空 before titles.
package enum Title {
    /// The title with its mark, such as 【架空】四半期まとめ; as it is where the mark is nil or empty.
    package static func marked(_ title: String, mark: String?) -> String {
        guard let mark, !mark.isEmpty else { return title }
        return "【\(Inert.line(mark))】\(title)"
    }
}
