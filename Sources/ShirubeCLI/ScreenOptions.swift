import ArgumentParser
import Shirube
import ShirubeCore

/// How what people read is shown on a terminal; files and pipes get the plain text.
struct ScreenOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "色を付けるか auto|always|never (colour; NO_COLOR and CLICOLOR_FORCE are honoured)",
            valueName: "when"))
    var color = ColourRule.auto

    @Flag(
        name: .customLong("no-pager"),
        help: "画面より長くてもそのまま出す (does not page what is longer than the screen)")
    var noPager = false

    /// The colours of what is written; nil for none.
    func paint(_ language: Language) -> Paint? {
        color.palette(Environment.all, isTerminal: Output.isTerminal).map { Paint($0, language) }
    }

    /// Shows a text that is the same whatever the window; paged where it is longer.
    func show(_ text: String, _ language: Language) {
        show(language) { _ in text }
    }

    /// Shows text: in a pager where it is longer than the terminal's window, else as it is.
    ///
    /// - Parameters:
    ///   - language: the language of the text, by which its headings and statuses are known.
    ///   - text: the text for a window, or for a file or pipe where there is none.
    func show(_ language: Language, _ text: (Screen?) throws -> String) rethrows {
        let environment = Environment.all
        let terminal = Terminal(environment)
        let screen = terminal?.screen
        let plain = try text(screen)
        let painted = paint(language)?.text(plain) ?? plain
        guard let screen, !noPager, terminal?.canDraw == true,
            // One row is left for the shell's next prompt.
            screen.height(of: plain) >= screen.rows,
            let pager = PagerChoice(
                environment, isPrivileged: Pager.isPrivileged(environment)),
            Pager.show(painted, by: pager, environment)
        else { return Output.write(painted) }
    }
}

extension ColourRule: ExpressibleByArgument {}
