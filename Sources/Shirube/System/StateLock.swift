import CLinux
import Glibc

/// The right to change a state folder, held by one process at a time and given up when it ends, however it ends.
package struct StateLock: ~Copyable {
    private let file: FileDescriptor

    /// Another process holds the state folder, or the folder cannot be used.
    package enum Refusal: Error, CustomStringConvertible {
        /// Another process works on it.
        case held(folder: String, holder: Holder)
        /// The lock file cannot be made.
        case unusable(folder: String, cause: SystemError)

        /// What, where, why and the remedy.
        package var description: String {
            switch self {
            case .held(let folder, let holder) where holder.isEnding:
                "The state folder \(folder) is in use by \(holder.name), which was killed but cannot end: "
                    + "it waits for a file system that does not answer. `ls -l /proc/\(holder.pid)/fd` "
                    + "shows which; mend its server or unmount it (umount -f -l), and start again."
            case .held(let folder, let holder):
                "The state folder \(folder) is in use by \(holder.name). "
                    + "Stop it first (systemctl stop shirube), or use another state folder."
            case .unusable(let folder, let cause):
                "The state folder \(folder) cannot be used (\(cause)). "
                    + "Create it and give it to the user that runs shirube."
            }
        }
    }

    /// The process that holds a state folder, as far as can be told.
    package struct Holder: Sendable, Equatable {
        /// Its number; `?` where the lock file does not say.
        package let pid: String
        /// The name of its program; nil where it cannot be told.
        package let program: String?
        /// Whether it has been killed, and lives on only until the system gives back what it waits for.
        package let isEnding: Bool

        /// Makes what is known of a process.
        package init(pid: String, program: String?, isEnding: Bool) {
            self.pid = pid
            self.program = program
            self.isEnding = isEnding
        }

        /// Looks the process up that the lock file names.
        init(lockFile bytes: [UInt8]) {
            let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            guard let number = Int32(line), number > 0 else {
                self.init(pid: "?", program: nil, isEnding: false)
                return
            }
            let status = try? FileDescriptor.regularFile("/proc/\(number)/status")
                .readAll(limit: 1 << 14)
            self.init(pid: "\(number)", status: String(decoding: status ?? [], as: UTF8.self))
        }

        /// Reads `/proc/PID/status` (proc(5)): a pending SIGKILL means that the process has been killed.
        init(pid: String, status: String) {
            var fields: [Substring: Substring] = [:]
            for line in status.split(separator: "\n") {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2 { fields[parts[0]] = parts[1].drop { $0 == "\t" || $0 == " " } }
            }
            let pending = ["SigPnd", "ShdPnd"].compactMap { fields[Substring($0)] }
                .compactMap { UInt64($0, radix: 16) }.reduce(0, |)
            self.init(
                pid: pid, program: fields["Name"].map(String.init),
                isEnding: pending & (1 << UInt64(SIGKILL - 1)) != 0)
        }

        /// The process as people look it up.
        var name: String { "process \(pid)" + (program.map { " (\($0))" } ?? "") }
    }

    /// Takes the state folder.
    ///
    /// - Parameters:
    ///   - folder: its path; it is made where only its last part is missing.
    ///   - patienceSeconds: for how long to wait for another process to give it up. Commands hold it for as long as they
    ///     open the ledger, and that must not keep a daemon from starting.
    /// - Throws: `Refusal` where another process holds it or it cannot be used.
    package init(folder: String, patienceSeconds: Double = 0) throws(Refusal) {
        let opened: FileDescriptor
        do throws(SystemError) {
            if unsafe mkdir(folder, 0o750) != 0, errno != EEXIST { throw .last("make \(folder)") }
            let parent = try FileDescriptor.folder(folder)
            opened = try parent.lockFile("lock")
        } catch {
            throw .unusable(folder: folder, cause: error)
        }
        let raw = opened.raw
        let isOurs = Patience.wait(upTo: patienceSeconds) { flock(raw, LOCK_EX | LOCK_NB) == 0 }
        guard isOurs else {
            let bytes = try? opened.readAll(limit: 32)
            throw .held(folder: folder, holder: Holder(lockFile: bytes ?? []))
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
