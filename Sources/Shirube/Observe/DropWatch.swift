import CLinux
import Dispatch
import Glibc
import Synchronization

/// Rings a bell when something is saved into a drop folder, and tells what was renamed into it (inotify(7)).
///
/// It only shortens the wait: network shares tell nothing, and queues overflow, so the folders are polled as well.
package final class DropWatch {
    private let source: any DispatchSourceRead
    private let arrivals = Arrivals()
    /// Whether every folder is watched; where not, polling has to be quicker.
    package let isComplete: Bool

    /// Watches folders; nil where the system gives no watch at all.
    ///
    /// - Parameters:
    ///   - folders: their paths below `drops`.
    ///   - drops: the folder that holds them.
    ///   - wake: the bell to ring.
    package init?(folders: [String], drops: String, wake: Wake) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        // The end of writing wakes, but says nothing: programs close and open again.
        let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)
        var watched: [Int32: String] = [:]
        for folder in folders {
            let number = unsafe inotify_add_watch(descriptor, "\(drops)/\(folder)", mask)
            if number >= 0 { watched[number] = folder }
        }
        isComplete = watched.count == folders.count
        source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor, queue: .global(qos: .utility))
        source.setEventHandler { [arrivals, watched] in
            var buffer = [UInt8](repeating: 0, count: 1 << 14)
            while true {
                let count = unsafe read(descriptor, &buffer, buffer.count)
                guard count > 0 else { break }
                // An overflow does not matter: the next look sees it all, and files settle.
                for event in InotifyEvent.events(in: buffer[..<count]) where event.isMovedIn {
                    if let folder = watched[event.watch] { arrivals.add(event.name, to: folder) }
                }
            }
            wake.ring()
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
    }

    deinit {
        source.cancel()
    }

    /// The names that were renamed into each folder since this was asked last.
    func takeMovedIn() -> [String: Set<FileName>] {
        arrivals.take()
    }
}

/// Names that were renamed into folders, between the thread that hears of them and the one that asks.
private final class Arrivals: Sendable {
    /// More are not kept: they settle.
    private static let maximumCount = 10_000
    private let state = Mutex((count: 0, names: [String: Set<FileName>]()))

    func add(_ name: FileName?, to folder: String) {
        guard let name else { return }
        state.withLock { state in
            guard state.count < Self.maximumCount else { return }
            state.count += 1
            state.names[folder, default: []].insert(name)
        }
    }

    func take() -> [String: Set<FileName>] {
        state.withLock { state in
            defer { state = (0, [:]) }
            return state.names
        }
    }
}

/// One event as inotify(7) writes it: watch, mask, cookie and length of the name, four bytes each, and the name.
private struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    let name: FileName?

    var isMovedIn: Bool { mask & UInt32(IN_MOVED_TO) != 0 }

    static func events(in bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        var rest = bytes
        while rest.count >= 16 {
            let words = (0..<4).map { word(rest.dropFirst($0 * 4)) }
            let name = rest.dropFirst(16).prefix(Int(words[3]))
            rest = rest.dropFirst(16 + Int(words[3]))
            events.append(
                InotifyEvent(
                    watch: Int32(bitPattern: words[0]), mask: words[1],
                    name: FileName(Array(name.prefix { $0 != 0 }))))
        }
        return events
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: UInt32.self) }
    }
}
