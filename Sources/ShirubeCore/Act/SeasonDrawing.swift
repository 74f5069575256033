/// Draws how a year's flow falls on its months, and says it in words for those who do not see it.
package enum SeasonDrawing {
    private static let blocks: [String] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// Whether the months differ enough for a drawing to show it.
    package static func isSeasonal(_ profile: [Double]) -> Bool {
        guard let least = profile.min(), let most = profile.max() else { return false }
        return most - least > 0.02
    }

    /// Twelve blocks, the highest for the month with the largest share; a month without any is a blank line `_`.
    package static func blocks(of profile: [Double]) -> String {
        guard let most = profile.max(), most > 0 else { return "" }
        return profile.map { share in
            guard share > 0.000_5 else { return "_" }
            let level = Int(share / most * Double(blocks.count) - 1e-9)
            return blocks[min(max(level, 0), blocks.count - 1)]
        }.joined()
    }

    /// The profile in words, quarter by quarter: 第1四半期0%、….
    package static func words(of profile: [Double]) -> Wording {
        guard profile.count == 12 else { return Wording(ja: "", en: "") }
        let quarters = (0..<4).map { quarter in
            NumberText.grouped(
                profile[quarter * 3..<quarter * 3 + 3].reduce(0, +) * 100, decimals: 0) + "%"
        }
        return Wording(
            ja: quarters.enumerated().map { "第\($0.offset + 1)四半期\($0.element)" }.joined(
                separator: "、"),
            en: quarters.enumerated().map { "Q\($0.offset + 1) \($0.element)" }.joined(
                separator: ", "))
    }

    /// What the profile was made from.
    package static func origin(declared: Bool, years: Int) -> Wording {
        switch (declared, years) {
        case (false, 0): Wording(ja: "月ごとに均等とみた場合", en: "taken as even over the months")
        case (true, 0): Wording(ja: "届け出のあった実施月による", en: "by the declared months")
        case (false, _):
            Wording(
                ja: "過去\(years)年の実績による",
                en: "learned from \(years) \(years == 1 ? "year" : "years")")
        case (true, _):
            Wording(
                ja: "届け出のあった実施月と過去\(years)年の実績による",
                en: "by the declared months and \(years) \(years == 1 ? "year" : "years")")
        }
    }
}
