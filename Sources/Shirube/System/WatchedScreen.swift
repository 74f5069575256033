import Glibc
package import ShirubeCore

/// Draws something on the whole screen of a terminal, again and again, until its reader has had enough.
package final class WatchedScreen {
    /// What is drawn.
    package struct Drawing {
        /// Its lines.
        let text: ScreenText
        /// How many of the first are headings, which stay while the rest moves.
        let headings: Int
        /// Words that every drawing has anew, such as its time; they are no change.
        let moving: [String]

        /// Makes a drawing.
        package init(_ text: ScreenText, headings: Int = 0, moving: [String] = []) {
            self.text = text
            self.headings = headings
            self.moving = moving
        }
    }

    /// How a drawing ends.
    private enum End {
        case quit
        case signal(Int32)
    }

    /// How long the loop sleeps at most, in milliseconds, before it looks at the ledger again.
    private static let restMilliseconds: Int32 = 1_000

    private let terminal: Terminal
    private let language: Language
    private let paint: Paint?
    private let seconds: Double
    private let stopwatch = Stopwatch()
    private var marks = ChangeMarks()
    private var drawing = Drawing(ScreenText())
    private var marked: Set<Int> = []
    private var top = 0
    private var shown = ""

    /// Makes a screen that nothing has been drawn on.
    ///
    /// - Parameters:
    ///   - terminal: the terminal.
    ///   - language: that of its last line.
    ///   - paint: the colours; nil for none.
    ///   - seconds: after so many it is drawn again, whatever has happened.
    package init(_ terminal: Terminal, _ language: Language, paint: Paint?, seconds: Int) {
        self.terminal = terminal
        self.language = language
        self.paint = paint
        self.seconds = Double(seconds)
    }

    /// Draws until `q` is pressed or a signal ends it, which then acts as if it had not been caught.
    ///
    /// - Parameters:
    ///   - hasChanged: whether it is worth drawing anew; asked about once a second.
    ///   - draw: what to draw in a window of this size.
    /// - Throws: what either throws, once the terminal is as it was before.
    package func run(
        until hasChanged: () throws -> Bool, _ draw: (Screen) throws -> Drawing
    ) throws {
        let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
        guard let signals = SignalPipe(endings + [SIGWINCH, SIGTSTP]) else { return }
        while true {
            let end = try onWholeScreen { try loop(signals, hasChanged, draw) }
            guard case .signal(let number) = end else { return }
            SignalPipe.yield(to: number)
            // Only Ctrl-Z comes back from there: on the screen as it was before, once it is in front again.
            SignalPipe.attend(to: number)
        }
    }

    private func onWholeScreen<Result>(_ body: () throws -> Result) rethrows -> Result {
        let keys = terminal.hasKeys ? KeyMode() : nil
        Terminal.write("\u{1B}[?1049h\u{1B}[?25l")
        defer {
            Terminal.write("\u{1B}[?25h\u{1B}[?1049l")
            if let keys { keys.end() }
        }
        shown = ""
        return try body()
    }

    private func loop(
        _ signals: SignalPipe, _ hasChanged: () throws -> Bool,
        _ draw: (Screen) throws -> Drawing
    ) throws -> End {
        var isDue = true
        var drawnAt = 0.0
        while true {
            if isDue {
                drawing = try draw(terminal.screen.narrowed(by: ScreenFrame.margin))
                drawnAt = stopwatch.seconds
            }
            if isDue || !marked.isEmpty {
                marked = marks.places(
                    in: drawing.text.contents, moving: drawing.moving, at: stopwatch.seconds)
            }
            isDue = false
            show()
            let (signalled, pressed) = wait(signals)
            for number in signalled ? signals.take() : [] {
                guard number == SIGWINCH else { return .signal(number) }
                isDue = true
            }
            if pressed {
                let keys = KeyMode.keys(in: KeyMode.read())
                if keys.isEmpty || !keys.allSatisfy(move) { return .quit }
            }
            if try hasChanged() || stopwatch.seconds - drawnAt >= seconds { isDue = true }
        }
    }

    /// Waits for a signal or a key, at most for the rest of a second.
    private func wait(_ signals: SignalPipe) -> (signalled: Bool, pressed: Bool) {
        var sources = [
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            // A negative descriptor is passed over.
            pollfd(fd: terminal.hasKeys ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
        ]
        let count = unsafe poll(&sources, 2, Self.restMilliseconds)
        guard count > 0 else { return (errno == EINTR && count < 0, false) }
        return (sources[0].revents != 0, sources[1].revents != 0)
    }

    /// Follows a key; false for `q`.
    private func move(_ key: String) -> Bool {
        let page = max(1, terminal.screen.rows - 1 - drawing.headings)
        switch key {
        case "q", "Q": return false
        case "j", "\r", "\n", "\u{1B}[B", "\u{1B}OB": top += 1
        case "k", "\u{1B}[A", "\u{1B}OA": top -= 1
        case " ", "f", "\u{1B}[6~": top += page
        case "b", "\u{1B}[5~": top -= page
        case "g", "\u{1B}[H", "\u{1B}[1~": top = 0
        case "G", "\u{1B}[F", "\u{1B}[4~": top = drawing.text.lines.count
        default: break
        }
        return true
    }

    /// Brings the part that is looked at onto the screen, unless it is there already.
    private func show() {
        let screen = terminal.screen
        let frame = ScreenFrame(
            drawing.text.lines, headings: drawing.headings, marked: marked, top: top, on: screen)
        top = frame.top
        let lines = paint?.lines(frame.lines) ?? frame.lines
        let foot = TextWidth.shortened(self.foot(frame)[language], to: screen.columns, screen.cells)
        // A line is cleared before it is written: one that fills the window leaves the cursor on its last character.
        let text =
            "\u{1B}[H" + lines.map { "\u{1B}[K\($0)\r\n" }.joined()
            + "\u{1B}[J\u{1B}[\(screen.rows);1H\u{1B}[7m\(foot)\u{1B}[0m"
        guard text != shown else { return }
        shown = text
        Terminal.write(text)
    }

    private func foot(_ frame: ScreenFrame) -> Wording {
        let last = frame.top + frame.shown
        let part = "\(min(frame.top + 1, last))–\(last)/\(frame.count)"
        let news = marked.count
        return Wording(
            ja: " \(part) 行"
                + (news == 0 ? "" : "　* 変化 \(news) 行") + "　↑↓ 移動　q 終了 ",
            en: " lines \(part)" + (news == 0 ? "" : "  * changed: \(news)")
                + "  ↑↓ move  q quit ")
    }
}
