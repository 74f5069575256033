/// Words that do not belong in the sources, or only in some of them, with what to write instead.
enum WordRule {
    /// A word, the paths below `Sources/` where it is right, and what stands for it elsewhere.
    struct Ban: Sendable {
        let word: String
        var allowed: [String] = []
        let instead: String
    }

    static let bans: [Ban] =
        words(
            ["print(", "debugPrint(", "dump(", "NSLog("],
            instead: "Output.write for what people read, or a Logger for the journal")
        + words(["Date()", "Date.now"], instead: "WallClock.now, handed in as a Timestamp")
        + words(
            ["clock_gettime"], allowed: ["Shirube/World.swift", "Shirube/System/"],
            instead: "WallClock.now, handed in as a Timestamp")
        + words(
            ["ContinuousClock", "SuspendingClock"],
            allowed: [
                "Shirube/System/", "Shirube/Act/", "Shirube/Daemon.swift",
                "Shirube/SinglePass.swift",
            ],
            instead: "seconds that the loop hands in")
        + words(
            ["Task.sleep"], allowed: ["Shirube/Act/", "Shirube/SinglePass.swift"],
            instead: "Wake.sleep, which can be woken")
        + words(
            // A blank before it, so that `.sleep(` is left alone.
            [" sleep(", " usleep(", " nanosleep("],
            allowed: ["Shirube/System/Patience.swift", "Shirube/System/Wake.swift"],
            instead: "Wake.sleep, which can be woken")
        + words(
            ["Calendar.current", "DateFormatter", "TimeZone", "Locale"],
            instead: "CivilDate and Timestamp, whose Japan does not depend on the host")
        + words(
            [
                "random(in:", "randomElement(", "shuffled(", "UUID()",
                "SystemRandomNumberGenerator",
            ],
            instead: "a function of an identifier, so that two runs agree")
        + words(
            ["ProcessInfo", "getenv"], allowed: ["ShirubeCLI/CommonOptions.swift"],
            instead: "Environment.all, handed in")
        + words(
            ["FileManager"], allowed: ["Shirube/Configuration/"],
            instead: "FileDescriptor, which follows no links")
        + words(["URLSession"], instead: "CurlHandle, which redirects nowhere and has a deadline")

    private static func words(
        _ words: [String], allowed: [String] = [], instead: String
    ) -> [Ban] {
        words.map { Ban(word: $0, allowed: allowed, instead: instead) }
    }

    /// The words of a file that are out of place.
    static func offences(in source: SourceText) -> [Offence] {
        bans.flatMap { ban -> [Offence] in
            if ban.allowed.contains(where: { source.path.hasPrefix("Sources/" + $0) }) { return [] }
            return source.lines(holding: ban.word).map { line in
                Offence(
                    path: source.path, line: line,
                    sentence: "\"\(ban.word.trimmed)\" does not belong here; use \(ban.instead).")
            }
        }
    }
}

extension StringProtocol {
    /// The text without the blanks around it.
    var trimmed: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
        let start = unicodeScalars.drop(while: isBlank)
        return String(String.UnicodeScalarView(start.reversed().drop(while: isBlank).reversed()))
    }
}
