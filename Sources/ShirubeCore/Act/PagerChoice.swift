/// The program that shows long text page by page.
package struct PagerChoice: Sendable, Equatable {
    /// The program, looked for in the path, and its arguments; no shell reads them.
    package let arguments: [String]
    /// What its environment gets beside the command's own.
    package let environment: [String: String]

    /// Chooses by `SHIRUBE_PAGER`, else `PAGER`, else `less -FRX`; nil where one of them is empty, or is `cat`.
    ///
    /// - Parameters:
    ///   - environment: the environment's variables.
    ///   - isPrivileged: whether the command runs with the rights of another than who has logged in. A pager can start
    ///     programs and write files, so it is then `less`, which alone can be told not to, whatever the variables say.
    package init?(_ environment: [String: String], isPrivileged: Bool) {
        var settings: [String: String] = [:]
        // The text is UTF-8 whatever the locale, and `less` shows its bytes as numbers in others.
        if environment["LESSCHARSET"] == nil { settings["LESSCHARSET"] = "utf-8" }
        if isPrivileged {
            arguments = ["less", "-FRX"]
            settings["LESSSECURE"] = "1"
        } else if let named = environment["SHIRUBE_PAGER"] ?? environment["PAGER"] {
            arguments = named.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let program = arguments.first, program != "cat" else { return nil }
            if environment["LESS"] == nil { settings["LESS"] = "FRX" }
        } else {
            arguments = ["less", "-FRX"]
        }
        self.environment = settings
    }
}
