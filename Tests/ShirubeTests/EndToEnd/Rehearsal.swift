import Foundation
import Glibc
import Testing

/// A daemon whose clock the test moves, from one moment to the next as soon as all is done that the moment asks for.
///
/// A year goes by in seconds, and nothing in it depends on how fast the machine is.
final class Rehearsal {
    let city: TestCity
    private let listener: DatagramListener
    private var daemon: RunningProgram
    private(set) var moment: String

    init(_ city: TestCity, from moment: String) async throws {
        self.city = city
        self.moment = moment
        listener = try DatagramListener(path: city.folder.path + "/notify")
        try Self.set(moment, in: city)
        daemon = try Self.start(city)
        try await settle()
    }

    /// Moves the clock on to a moment like `2022-04-01T09:00`, in Japan, and waits until the daemon has done what there is
    /// to do.
    func move(to moment: String) async throws {
        self.moment = moment
        try Self.set(moment, in: city)
        try await settle()
    }

    /// Saves a file into a department's folder, does something meanwhile, and waits until it has been taken in.
    func drop(
        _ name: String, _ department: String, _ text: String,
        meanwhile: () async throws -> Void = {}
    ) async throws {
        try city.drop(name, department, text)
        try await meanwhile()
        // Until the daemon has heard of it, it says truly that all is done.
        try await daemon.awaiting("\(name) of \(department)", seconds: 240) {
            ["accepted", "rejected"].contains { folder in
                city.folder.names("drops/\(department)/\(folder)").contains { $0.hasSuffix(name) }
            }
        }
        try await settle()
    }

    /// Kills the daemon as it is, and starts it again.
    func killAndRestart() async throws {
        try await daemon.kill9()
        _ = listener.all()
        daemon = try Self.start(city)
    }

    /// Kills the daemon, lets time pass while nobody is there, starts it again at a moment, and waits until it has done what
    /// there is to do.
    func sleep(until moment: String) async throws {
        try await daemon.kill9()
        try set(moment)
        _ = listener.all()
        daemon = try Self.start(city)
        try await settle()
    }

    /// Moves the clock without waiting for anything.
    func set(_ moment: String) throws {
        self.moment = moment
        try Self.set(moment, in: city)
    }

    /// Waits until the daemon has done all that its moment asks for.
    func settle() async throws {
        // Sent after a turn that began no earlier than now: what was said before is read away.
        _ = listener.all()
        let words = "rehearsing \(moment):00+09:00, settled"
        var last = ""
        for count in [1, 2] {
            try await daemon.awaiting("turn \(count) at \(moment) (\(last))", seconds: 240) {
                while let message = listener.next() {
                    if message.hasPrefix("STATUS=") { last = message }
                    if message.hasSuffix(words) { return true }
                }
                return false
            }
        }
    }

    /// Asks the daemon to read its configuration anew.
    func reload() async throws {
        let count = { [daemon] in
            daemon.errorText.components(separatedBy: "the configuration was read anew").count
        }
        let before = count()
        daemon.signal(SIGHUP)
        try await daemon.awaiting("the new configuration") { count() > before }
    }

    /// Stops it, and returns what it has written to the journal since it was started last.
    func stop() async throws -> String {
        let result = try await daemon.stop()
        try #require(result.code == 0, "\(result.errors)")
        return result.errors
    }

    private static func set(_ moment: String, in city: TestCity) throws {
        try city.folder.write("time.new", moment + "\n")
        // Over the old one: the daemon sees one moment or the other, whole.
        let result = unsafe rename(city.folder.path + "/time.new", city.folder.path + "/time")
        try #require(result == 0)
    }

    private static func start(_ city: TestCity) throws -> RunningProgram {
        try city.start(
            [
                "serve", "--config", city.configuration, "--clock",
                "@" + city.folder.path + "/time",
            ], environment: ["NOTIFY_SOCKET": city.folder.path + "/notify"])
    }
}
