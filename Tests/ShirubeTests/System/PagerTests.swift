import Glibc
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct PagerTests {
    private let environment = ["PATH": "/usr/bin:/bin"]

    private func show(_ text: String, by pager: String) throws -> Bool {
        let choice = try #require(PagerChoice(["PAGER": pager], isPrivileged: false))
        return Pager.show(text, by: choice, environment)
    }

    @Test func `the pager reads the whole text`() throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "遅れ\n", count: 50_000)
        #expect(try show(text, by: "cp /dev/stdin \(folder.path)/shown"))
        #expect(try folder.text("shown") == text)
    }

    @Test func `one that reads nothing, or fails, has shown what it wanted to show`() throws {
        #expect(try show(String(repeating: "x\n", count: 500_000), by: "true"))
        #expect(try show("x", by: "false"))
    }

    @Test func `one that is not there has shown nothing`() throws {
        #expect(try !show("x", by: "shirube-has-no-such-pager"))
        #expect(try !show("x", by: "/etc/passwd"))
    }

    @Test func `rights that sudo has lent are known by whom it has lent them to`() {
        #expect(Pager.isPrivileged(["SUDO_UID": "4294967294"]))
        #expect(Pager.isPrivileged(["PKEXEC_UID": "4294967294"]))
        #expect(Pager.isPrivileged(["SUDO_UID": ""]))
        #expect(Pager.isPrivileged(["DOAS_USER": "clerk"]))
        #expect(!Pager.isPrivileged(["SUDO_UID": "\(geteuid())"]))
        #expect(!Pager.isPrivileged([:]))
    }
}
