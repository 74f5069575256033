import ShirubeCore
import Synchronization

/// A clock that stands still until a file says another moment, so that a rehearsal goes through a year in seconds.
///
/// The file holds the moment as people type it. It is looked at whenever the time is asked for; what cannot be read, or
/// lies before what was shown already, leaves the clock where it stands.
package final class FileClock: Sendable {
    /// Why there is no time.
    package enum Fault: Error, CustomStringConvertible {
        /// The file holds no moment.
        case noMoment(path: String)

        /// What is wrong, and how the file should look.
        package var description: String {
            switch self {
            case .noMoment(let path):
                "\(path) holds no moment: write one like 2022-10-17T08:59 into it."
            }
        }
    }

    private let path: String
    private let shown: Mutex<Timestamp>

    /// Makes a clock that shows what a file says.
    ///
    /// - Parameter path: the file.
    /// - Throws: `SystemError` where it cannot be read, `Fault` where it holds no moment.
    package init(path: String) throws {
        self.path = path
        guard let moment = try Self.read(path) else { throw Fault.noMoment(path: path) }
        shown = Mutex(moment)
    }

    /// What it shows.
    var now: Timestamp {
        let moment = try? Self.read(path)
        return shown.withLock { shown in
            if let moment, moment > shown { shown = moment }
            return shown
        }
    }

    private static func read(_ path: String) throws(SystemError) -> Timestamp? {
        let bytes = try FileDescriptor.regularFile(path).readAll(limit: 64)
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        return Timestamp(parsing: String(decoding: line, as: UTF8.self))
    }
}
