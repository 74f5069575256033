import CLinux
import Glibc
package import ShirubeCore

/// The terminal at which somebody has typed the command.
package struct Terminal: Sendable {
    /// Whether keys can be read from it: standard input is a terminal too.
    let hasKeys: Bool
    /// Whether it understands more than text: its cursor can be moved.
    package let canDraw: Bool
    /// How wide it draws ambiguous characters.
    private let cells: TextWidth.Cells

    /// The terminal that standard output goes to; nil where it goes to a file or a pipe.
    ///
    /// - Parameter environment: the environment's variables; `TERM` says whether it understands more than text.
    package init?(_ environment: [String: String]) {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        let term = environment["TERM"] ?? ""
        hasKeys = isatty(STDIN_FILENO) == 1
        canDraw = !term.isEmpty && term != "dumb"
        cells = (hasKeys && canDraw ? CellWidths.ask() : nil) ?? .narrow
    }

    /// Its window as it is now.
    package var screen: Screen {
        var (columns, rows): (UInt16, UInt16) = (0, 0)
        _ = unsafe shirube_window_size(STDOUT_FILENO, &columns, &rows)
        return Screen(columns: Int(columns), rows: Int(rows), cells: cells)
    }

    /// Writes to it; what cannot be written is lost, as the terminal is.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(STDOUT_FILENO, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var room = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&room, 1, -1)
                continue
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
