import Testing

@testable import ShirubeCore

@Suite struct PaintTests {
    private let paint = Paint(.basic, .japanese)

    /// The text without its codes, as a terminal shows it.
    private func shown(_ text: String) -> String {
        var rest = Substring(text)
        var result = ""
        while let start = rest.firstIndex(of: "\u{1B}") {
            result += rest[..<start]
            rest = rest[start...].drop { $0 != "m" }.dropFirst()
        }
        return result + rest
    }

    @Test func `a status has the colour of its group, behind its code and behind its sign`() {
        #expect(paint.text("x  LAG 遅れ C") == "x  \u{1B}[31mLAG 遅れ\u{1B}[0m C")
        #expect(paint.text("・◎ 達成水準 名") == "・\u{1B}[32m◎ 達成水準\u{1B}[0m 名")
        #expect(
            Paint(.basic, .english).text("WATCH Watch → ON On track")
                == "\u{1B}[35mWATCH Watch\u{1B}[0m → \u{1B}[32mON On track\u{1B}[0m")
        #expect(paint.text("NS 判定保留") == "\u{1B}[36mNS 判定保留\u{1B}[0m")
    }

    @Test func `words that only look like a status have none`() {
        for text in ["CARTON 順調", "遅れ", "順調に", "LAG", "▼", "LAG  遅れ"] {
            #expect(paint.text(text) == text)
        }
    }

    @Test func `headings are bold, and no letter is another`() {
        let text = """
            市の戦略
            第2四半期
            ====
            ■ 1 観測
            ----
            本文 --- LAG 遅れ
              対象  課
              ----  --
                 1  一課

            """
        let lines = paint.text(text).split(separator: "\n", omittingEmptySubsequences: false)
        let bold = lines.indices.filter { lines[$0].hasPrefix("\u{1B}[1m") }
        #expect(bold == [0, 1, 3, 6])
        #expect(shown(paint.text(text)) == text)
    }

    @Test func `every colour of the larger palette can be read on white and on black`() {
        for ink in Paint.Ink.allCases where ink != .heading {
            let code = Paint.Palette.indexed.code(ink)
            guard let number = code.split(separator: ";").last.flatMap({ Int($0) }) else {
                Issue.record("\(ink) has no number: \(code)")
                continue
            }
            let luminance = Self.luminance(number)
            // WCAG 2.2 asks for 4.5 of small text and 3 of large; no colour has more than 4.58 on both.
            #expect((1.05) / (luminance + 0.05) > 4, "\(ink) on white")
            #expect((luminance + 0.05) / 0.05 > 4, "\(ink) on black")
        }
    }

    /// The relative luminance (WCAG 2.2) of one of xterm's 256 colours.
    private static func luminance(_ number: Int) -> Double {
        func linear(_ level: Int) -> Double {
            let share = Double(level) / 255
            if share <= 0.04045 { return share / 12.92 }
            // ((s + 0.055) / 1.055) ^ 2.4 without Foundation: the fifth root of the twelfth power.
            let base = (share + 0.055) / 1.055
            var root = base
            let power = (0..<12).reduce(1.0) { product, _ in product * base }
            for _ in 0..<60 {
                root -= (root * root * root * root * root - power) / (5 * root * root * root * root)
            }
            return root
        }
        if number >= 232 { return linear(8 + 10 * (number - 232)) }
        let cube = number - 16
        let levels = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
        return 0.2126 * linear(levels[0]) + 0.7152 * linear(levels[1]) + 0.0722 * linear(levels[2])
    }
}
