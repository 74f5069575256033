import CLinux
import Glibc

/// The right to change a state folder, held by one process at a time and given up when it ends, however it ends.
package struct StateLock: ~Copyable {
    private let file: FileDescriptor

    /// Another process holds the state folder, or the folder cannot be used.
    package enum Refusal: Error, CustomStringConvertible {
        /// Another process works on it.
        case held(folder: String, pid: String)
        /// The lock file cannot be made.
        case unusable(folder: String, cause: SystemError)

        /// What, where, why and the remedy.
        package var description: String {
            switch self {
            case .held(let folder, let pid):
                "The state folder \(folder) is in use by process \(pid). "
                    + "Stop it first (systemctl stop shirube), or use another state folder."
            case .unusable(let folder, let cause):
                "The state folder \(folder) cannot be used (\(cause)). "
                    + "Create it and give it to the user that runs shirube."
            }
        }
    }

    /// Takes the state folder.
    ///
    /// - Parameter folder: its path; it is made where only its last part is missing.
    /// - Throws: `Refusal` where another process holds it or it cannot be used.
    package init(folder: String) throws(Refusal) {
        let opened: FileDescriptor
        do throws(SystemError) {
            if unsafe mkdir(folder, 0o750) != 0, errno != EEXIST { throw .last("make \(folder)") }
            let parent = try FileDescriptor.folder(folder)
            opened = try parent.lockFile("lock")
        } catch {
            throw .unusable(folder: folder, cause: error)
        }
        guard flock(opened.raw, LOCK_EX | LOCK_NB) == 0 else {
            let bytes = try? opened.readAll(limit: 32)
            let pid = String(decoding: (bytes ?? []).prefix { $0 != 10 }, as: UTF8.self)
            throw .held(folder: folder, pid: pid.isEmpty ? "?" : pid)
        }
        do throws(SystemError) {
            guard ftruncate(opened.raw, 0) == 0 else { throw .last("write the lock file") }
            try opened.writeAll(Array("\(getpid())\n".utf8))
        } catch {
            throw .unusable(folder: folder, cause: error)
        }
        file = opened
    }
}

extension FileDescriptor {
    /// Opens a file below this folder for reading and writing, making it where it is missing.
    fileprivate func lockFile(_ name: FileName) throws(SystemError) -> FileDescriptor {
        let opened = unsafe name.withCString {
            unsafe shirube_openat(raw, $0, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
        }
        guard opened >= 0 else { throw .last("open \(name)") }
        return FileDescriptor(owning: opened)
    }
}
