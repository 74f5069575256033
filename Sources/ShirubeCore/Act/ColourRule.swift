/// Whether a terminal gets colour.
package enum ColourRule: String, Sendable, CaseIterable {
    /// Where somebody looks at it, and has not said otherwise.
    case auto
    /// Also into files and pipes.
    case always
    /// Nowhere.
    case never

    /// Chooses the colours to paint with.
    ///
    /// A rule given by hand comes first, then `NO_COLOR` (no-color.org), then `CLICOLOR_FORCE` (bixense.com/clicolors):
    /// each counts where it is set and not empty, the latter unless it is `0`.
    ///
    /// - Parameters:
    ///   - environment: the environment's variables.
    ///   - isTerminal: whether what is written goes to a terminal.
    /// - Returns: nil for no colour.
    package func palette(
        _ environment: [String: String], isTerminal: Bool
    ) -> Paint.Palette? {
        let term = environment["TERM"] ?? ""
        let knowsMany =
            !(environment["COLORTERM"] ?? "").isEmpty || term.contains("256color")
            || term.hasSuffix("-direct")
        let palette: Paint.Palette = knowsMany ? .indexed : .basic
        switch self {
        case .always: return palette
        case .never: return nil
        case .auto:
            guard (environment["NO_COLOR"] ?? "").isEmpty else { return nil }
            let force = environment["CLICOLOR_FORCE"] ?? ""
            if !force.isEmpty && force != "0" { return palette }
            return isTerminal && !term.isEmpty && term != "dumb" ? palette : nil
        }
    }
}
