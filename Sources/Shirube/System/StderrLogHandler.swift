import Glibc
package import Logging
import ShirubeCore

/// Writes log lines to stderr: with journald priorities (sd-daemon(3)) where the journal reads it, else with the
/// time and the level in words.
package struct StderrLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let journal: Bool

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - level: events below it are left out.
    ///   - journalStream: the value of `$JOURNAL_STREAM`, by which systemd says that stderr is its journal.
    package init(level: Logger.Level, journalStream: String?) {
        logLevel = level
        journal = journalStream.map(Self.isStderr) ?? false
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata
        for (key, value) in event.metadata ?? [:] { fields[key] = value }
        let pairs = fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let text = Self.oneLine("\(event.message)\(pairs)")
        let line =
            journal
            ? "<\(Self.priority(event.level))>\(text)\n"
            : "\(WallClock.machine.now) \(event.level.rawValue): \(text)\n"
        let bytes = Array(line.utf8)
        // One write a line keeps lines whole when several threads log; a lost log line is nobody's duty.
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Line breaks and control characters in data would let a file name forge log lines.
    private static func oneLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The syslog priority of a level (RFC 5424, table 2).
    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    private static func isStderr(_ journalStream: String) -> Bool {
        var buffer = stat()
        guard unsafe fstat(STDERR_FILENO, &buffer) == 0 else { return false }
        return journalStream == "\(buffer.st_dev):\(buffer.st_ino)"
    }
}
