import ArgumentParser
import Shirube
import ShirubeCore

/// Drawing something again whenever it changes.
struct WatchOptions: ParsableArguments {
    @Option(
        name: .long, defaultAsFlag: 60,
        help: ArgumentHelp(
            "端末に出し続け、台帳が変わったとき、または秒数ごとに描き直す (keeps it on the terminal; drawn anew when the ledger changes, or after so many seconds)",
            valueName: "seconds"))
    var watch: Int?

    func validate() throws {
        guard let watch, watch < 1 else { return }
        throw ValidationError(
            "--watch \(watch): 1以上の秒数を指定してください (give a number of seconds, at least 1).")
    }

    /// Draws until the reader has had enough.
    ///
    /// - Parameters:
    ///   - seconds: how long a drawing may stand.
    ///   - screen: says which colours it has.
    ///   - language: its language.
    ///   - path: the ledger's file.
    ///   - draw: what to draw of the ledger in a window.
    /// - Throws: a refusal where stdout is no terminal; what `draw` throws.
    func draw(
        every seconds: Int, _ screen: ScreenOptions, _ language: Language, ledger path: String,
        _ draw: (Screen, Store) throws -> WatchedScreen.Drawing
    ) throws {
        guard let terminal = Terminal(Environment.all), terminal.canDraw else {
            throw ValidationError(
                Wording(
                    ja: "--watch は端末の画面に描き続けます。出力先が描き直せる端末ではないので、--watch を外してください。",
                    en:
                        "--watch draws on the screen of a terminal, and standard output is none that can be "
                        + "drawn on. Leave --watch out.")[language])
        }
        let ledger = try LedgerWatch(path: path)
        let watched = WatchedScreen(
            terminal, language, paint: screen.paint(language), seconds: seconds)
        try watched.run(until: ledger.hasChanged) { try draw($0, ledger.store) }
    }

    /// Refuses what cannot be drawn again and again.
    func refuse(pastOf past: PastOptions, isText: Bool, _ language: Language) throws {
        if past.asOf != nil {
            throw ValidationError(
                Wording(
                    ja: "--watch はいまの状態を、--as-of は過去の状態を示します。どちらか一方を外してください。",
                    en: "--watch shows the present, --as-of the past. Leave one of them out.")[
                        language])
        }
        guard !isText else { return }
        throw ValidationError(
            Wording(
                ja: "--watch は人が読む表を描き続けます。--format を外してください。",
                en: "--watch draws what people read. Leave --format out.")[language])
    }
}
