import CLinux
import Dispatch
import Glibc

/// Rings a bell when something is saved into a drop folder (inotify(7)).
///
/// It only shortens the wait: network shares tell nothing, and queues overflow, so the folders are polled as well.
package final class DropWatch {
    private let source: any DispatchSourceRead
    /// Whether every folder is watched; where not, polling has to be quicker.
    package let isComplete: Bool

    /// Watches folders; nil where the system gives no watch at all.
    ///
    /// - Parameters:
    ///   - folders: their paths.
    ///   - wake: the bell to ring.
    package init?(folders: [String], wake: Wake) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)
        isComplete = folders.allSatisfy { unsafe inotify_add_watch(descriptor, $0, mask) >= 0 }
        source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor, queue: .global(qos: .utility))
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 4_096)
            // What happened where does not matter, an overflow neither: the next look sees it all.
            while unsafe buffer.withUnsafeMutableBytes({
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }) > 0 {}
            wake.ring()
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
    }

    deinit {
        source.cancel()
    }
}
