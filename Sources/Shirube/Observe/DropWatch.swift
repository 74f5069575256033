import CLinux
import Dispatch
import Glibc
package import Logging
import Synchronization

/// Rings a bell when something is saved into a drop folder, and tells what was renamed into it (inotify(7)).
///
/// It only shortens the wait: file servers tell nothing, and queues overflow, so the folders are polled as well.
package final class DropWatch: Sendable {
    private let descriptor: Int32
    // Safe: sources are made to be used from any thread (dispatch_source_create(3)), and nobody replaces this one.
    nonisolated(unsafe) private let source: any DispatchSourceRead
    private let arrivals: Arrivals

    /// Watches nothing yet; nil where the system gives no watch at all.
    ///
    /// - Parameters:
    ///   - wake: the bell to ring.
    ///   - logger: where it is said that the queue of what has happened overflowed.
    package init?(wake: Wake, logger: Logger) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let arrivals = Arrivals()
        self.descriptor = descriptor
        self.arrivals = arrivals
        let source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor, queue: .global(qos: .utility))
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 1 << 14)
            while true {
                let count = unsafe read(descriptor, &buffer, buffer.count)
                guard count > 0 else { break }
                for event in InotifyEvent.events(in: buffer[..<count]) {
                    if event.isMovedIn { arrivals.add(event.name, to: event.watch) }
                    if event.isEnd { arrivals.end(event.watch) }
                    // Whatever was lost is found by the look that the bell leads to, once it has settled.
                    if event.isOverflow {
                        logger.notice("inotify lost events: every folder is looked at anew")
                    }
                }
            }
            wake.ring()
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
        unsafe self.source = source
    }

    deinit {
        unsafe source.cancel()
    }

    /// Watches one more folder; nil where the system does not.
    ///
    /// It may take as long as the folder's file system does.
    func watch(_ folder: borrowing FileDescriptor) -> FolderWatch? {
        // The end of writing wakes, but says nothing: programs close and open again.
        let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)
        // What the descriptor is open on, whatever its path leads to by now.
        let number = unsafe inotify_add_watch(descriptor, folder.ownPath, mask)
        guard number >= 0 else { return nil }
        arrivals.begin(number)
        return FolderWatch(watch: self, number: number)
    }

    /// The names that were renamed into a folder since this was asked last.
    fileprivate func takeMovedIn(_ number: Int32) -> Set<FileName> { arrivals.take(number) }

    fileprivate func isAlive(_ number: Int32) -> Bool { arrivals.isKnown(number) }

    fileprivate func end(_ number: Int32) {
        inotify_rm_watch(descriptor, number)
        arrivals.end(number)
    }
}

/// That one folder is watched, as long as this is kept.
final class FolderWatch: Sendable {
    private let watch: DropWatch
    private let number: Int32

    fileprivate init(watch: DropWatch, number: Int32) {
        self.watch = watch
        self.number = number
    }

    deinit {
        watch.end(number)
    }

    /// Whether it still is: nothing tells of a folder that was removed or unmounted.
    var isAlive: Bool { watch.isAlive(number) }

    /// The names that were renamed into the folder since this was asked last.
    func takeMovedIn() -> Set<FileName> { watch.takeMovedIn(number) }
}

/// Names that were renamed into folders, between the thread that hears of them and those that ask.
private final class Arrivals: Sendable {
    /// Of one folder more are not kept: they settle.
    private static let maximumCount = 10_000
    private let names = Mutex([Int32: Set<FileName>]())

    func begin(_ number: Int32) {
        names.withLock { $0[number] = $0[number, default: []] }
    }

    func end(_ number: Int32) {
        names.withLock { $0[number] = nil }
    }

    func isKnown(_ number: Int32) -> Bool { names.withLock { $0[number] != nil } }

    func add(_ name: FileName?, to number: Int32) {
        guard let name else { return }
        names.withLock { names in
            guard let count = names[number]?.count, count < Self.maximumCount else { return }
            names[number]?.insert(name)
        }
    }

    func take(_ number: Int32) -> Set<FileName> {
        names.withLock { names in
            defer { if names[number] != nil { names[number] = [] } }
            return names[number] ?? []
        }
    }
}

/// One event as inotify(7) writes it: watch, mask, cookie and length of the name, four bytes each, and the name.
private struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    let name: FileName?

    var isMovedIn: Bool { mask & UInt32(IN_MOVED_TO) != 0 }
    var isEnd: Bool { mask & UInt32(IN_IGNORED) != 0 }
    var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }

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
