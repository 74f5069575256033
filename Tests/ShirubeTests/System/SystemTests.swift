import Foundation
import Glibc
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct SystemTests {
    @Test func `a state folder belongs to one process, and the second one learns whose it is`()
        throws
    {
        let folder = try TemporaryFolder()
        let state = folder.path + "/state"
        let lock = try StateLock(folder: state)
        do {
            _ = try StateLock(folder: state)
            Issue.record("a second lock was given")
        } catch {
            #expect("\(error)".contains("in use by process \(getpid())"))
        }
        _ = consume lock
        _ = try StateLock(folder: state)
    }

    @Test func `a state folder that cannot be made is refused with its path`() throws {
        do {
            _ = try StateLock(folder: "/proc/none/state")
            Issue.record("a lock was given in a folder that cannot exist")
        } catch {
            #expect("\(error)".contains("/proc/none/state"))
        }
    }

    @Test func `systemd hears of start, status, watchdog, reload and stop`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/notify"
        let listener = try DatagramListener(path: path)
        let notifier = SystemdNotifier(socket: path)
        notifier.ready(status: "all well")
        notifier.status("busy")
        notifier.watchdog()
        notifier.reloading()
        notifier.stopping()
        #expect(listener.next() == "READY=1\nSTATUS=all well")
        #expect(listener.next() == "STATUS=busy")
        #expect(listener.next() == "WATCHDOG=1")
        #expect(listener.next()?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(listener.next() == "STOPPING=1\nSTATUS=Stopping")
        SystemdNotifier(socket: nil).watchdog()
    }

    @Test(.timeLimit(.minutes(5)))
    func `nobody waits for a systemd that does not read what it is told`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/notify"
        let listener = try DatagramListener(path: path)
        let notifier = SystemdNotifier(socket: path)
        for number in 1...5_000 { notifier.status("\(number)") }
        #expect(listener.all().count < 5_000)
    }

    @Test func `a bell wakes the sleeper, and a ring before the sleep is not lost`() async {
        let bell = Wake()
        bell.ring()
        let start = ContinuousClock.now
        await bell.sleep(seconds: 600)
        async let sleeper: Void = bell.sleep(seconds: 600)
        try? await Task.sleep(for: .milliseconds(50))
        bell.ring()
        await sleeper
        #expect(start.duration(to: .now) < .seconds(300))
    }

    @Test func `a sleep ends by itself, and at once when its task is cancelled`() async {
        let bell = Wake()
        let start = ContinuousClock.now
        await bell.sleep(seconds: 0.05)
        #expect(start.duration(to: .now) >= .milliseconds(50))
        let task = Task { await bell.sleep(seconds: 600) }
        task.cancel()
        await task.value
        #expect(start.duration(to: .now) < .seconds(300))
    }

    @Test func `the heartbeat names the loop that has fallen silent`() async {
        let heartbeat = Heartbeat()
        #expect(heartbeat.silent(for: .seconds(60)).isEmpty)
        try? await Task.sleep(for: .milliseconds(30))
        heartbeat.beat(.courier)
        #expect(heartbeat.silent(for: .milliseconds(20)) == [.cycle])
    }

    @Test func `a rehearsal's clock starts where it is set and runs on`() throws {
        let start = WallClock.machine.now
        let clock = WallClock.starting(at: start.adding(seconds: 3_600))
        #expect(clock.now >= start.adding(seconds: 3_600))
        #expect(clock.now < start.adding(seconds: 3_700))
        #expect(WallClock.fixed(start).now == start)
    }

    @Test func `the processor's time goes on while something is done`() {
        let start = ProcessorTime.milliseconds
        var state: UInt64 = 1
        for _ in 0..<200_000 { state = state &* 6_364_136_223_846_793_005 &+ 1 }
        #expect(state != 0 && ProcessorTime.milliseconds >= start && start > 0)
    }
}
