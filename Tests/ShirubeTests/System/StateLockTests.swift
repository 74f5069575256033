import Glibc
import Testing

@testable import Shirube

@Suite struct StateLockTests {
    @Test func `whoever holds the folder is named with its program`() throws {
        let folder = try TemporaryFolder()
        let first = try StateLock(folder: folder.path)
        var sentence = ""
        do {
            let second = try StateLock(folder: folder.path)
            _ = consume second
        } catch {
            sentence = "\(error)"
        }
        #expect(
            sentence.hasPrefix("The state folder \(folder.path) is in use by process \(getpid()) (")
        )
        #expect(
            sentence.hasSuffix(
                "Stop it first (systemctl stop shirube), or use another state folder."))
        _ = consume first
    }

    @Test func `who is patient gets the folder once it is given up`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        let first = try StateLock(folder: path)
        let answer = try SecondThread {
            _ = try StateLock(folder: path, patienceSeconds: 60)
            return true
        }
        usleep(100_000)
        _ = consume first
        #expect(try answer.value())
        let third = try StateLock(folder: path)
        let stopwatch = Stopwatch()
        #expect(throws: StateLock.Refusal.self) {
            _ = try StateLock(folder: path, patienceSeconds: 0.2)
        }
        #expect(stopwatch.seconds >= 0.2)
        _ = consume third
    }

    @Test func `one that was killed and hangs in the system is told apart, with what to look for`()
    {
        let status =
            "Name:\tshirube\nState:\tD (disk sleep)\nSigPnd:\t0000000000000000\nShdPnd:\t0000000000000100\n"
        let holder = StateLock.Holder(pid: "4711", status: status)
        #expect(holder == StateLock.Holder(pid: "4711", program: "shirube", isEnding: true))
        let refusal = StateLock.Refusal.held(folder: "/var/lib/shirube", holder: holder)
        #expect(
            refusal.description
                == "The state folder /var/lib/shirube is in use by process 4711 (shirube), which was killed but "
                + "cannot end: it waits for a file system that does not answer. `ls -l /proc/4711/fd` shows "
                + "which; mend its server or unmount it (umount -f -l), and start again.")
        let asked = status.replacing("0100", with: "4000")
        #expect(!StateLock.Holder(pid: "4711", status: asked).isEnding)
    }

    @Test func `a lock file that says nothing leaves the process open`() {
        let unknown = StateLock.Holder(pid: "?", program: nil, isEnding: false)
        #expect(StateLock.Holder(lockFile: []) == unknown)
        #expect(StateLock.Holder(lockFile: Array("../1\n".utf8)) == unknown)
    }
}
