import ShirubeCore
import Testing

@Suite struct ColourRuleTests {
    @Test(
        arguments: [
            (ColourRule.auto, ["TERM": "xterm"], true, Paint.Palette.basic),
            (.auto, ["TERM": "xterm-256color"], true, .indexed),
            (.auto, ["TERM": "xterm", "COLORTERM": "truecolor"], true, .indexed),
            (.auto, ["TERM": "xterm"], false, nil), (.auto, ["TERM": "dumb"], true, nil),
            (.auto, [:], true, nil), (.auto, ["TERM": "xterm", "NO_COLOR": "1"], true, nil),
            (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, .basic),
            (.auto, ["CLICOLOR_FORCE": "1"], false, .basic),
            (.auto, ["CLICOLOR_FORCE": "0"], false, nil),
            (.auto, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, nil),
            (.always, ["NO_COLOR": "1"], false, .basic),
            (.never, ["CLICOLOR_FORCE": "1", "TERM": "xterm"], true, nil),
        ] as [(ColourRule, [String: String], Bool, Paint.Palette?)])
    func `colour goes where it is wanted`(
        rule: ColourRule, environment: [String: String], isTerminal: Bool, palette: Paint.Palette?
    ) {
        #expect(rule.palette(environment, isTerminal: isTerminal) == palette)
    }
}
