import Glibc
import ShirubeCore

/// Asks a terminal how wide it draws what Unicode leaves open.
///
/// The locale cannot tell: the same `ja_JP.UTF-8` is drawn narrow by one terminal and wide by the next. So a sign and a
/// block are written at the edge, and the terminal is asked where its cursor stands after each (ECMA-48, DSR 6 and CPR).
enum CellWidths {
    /// For how long a terminal may think.
    static let patience = 1.0

    private static let question = "\r○\u{1B}[6n\r▁\u{1B}[6n\r\u{1B}[K"

    /// The widths; nil where the terminal does not answer, or something else could be taken for its answer.
    static func ask() -> TextWidth.Cells? {
        // A job in the background may not touch the terminal; keys that have been typed ahead are for the shell.
        guard tcgetpgrp(STDIN_FILENO) == getpgrp(), isOneTerminal,
            !KeyMode.isPressed(within: 0), let mode = KeyMode()
        else { return nil }
        Terminal.write(question)
        var answer: [UInt8] = []
        let stopwatch = Stopwatch()
        var cells: TextWidth.Cells?
        while cells == nil, stopwatch.seconds < patience {
            guard KeyMode.isPressed(within: 50) else { continue }
            let bytes = KeyMode.read()
            if bytes.isEmpty { break }
            answer += bytes
            cells = read(answer)
        }
        mode.end(discarding: cells == nil)
        return cells
    }

    /// What two reports of the cursor's place say: `ESC [ row ; column R`; nil until both are there.
    static func read(_ answer: [UInt8]) -> TextWidth.Cells? {
        let reports = answer.split(separator: UInt8(ascii: "R"), omittingEmptySubsequences: false)
            .dropLast()
        let widths = reports.compactMap { report -> Int? in
            guard let begin = report.lastIndex(of: 0x1B) else { return nil }
            let parts = String(decoding: report[begin...].dropFirst(2), as: UTF8.self)
                .split(separator: ";")
            guard parts.count == 2, let column = Int(parts[1]), (2...3).contains(column) else {
                return nil
            }
            return column - 1
        }
        guard widths.count == 2 else { return nil }
        return TextWidth.Cells(signs: widths[0], blocks: widths[1])
    }

    private static var isOneTerminal: Bool {
        var (input, output) = (stat(), stat())
        return unsafe fstat(STDIN_FILENO, &input) == 0 && fstat(STDOUT_FILENO, &output) == 0
            && input.st_rdev == output.st_rdev
    }
}
