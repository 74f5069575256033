import Testing

@testable import Shirube

@Suite struct PathReaderTests {
    @Test(arguments: [
        ("/etc/shirube", "a.yaml", "/etc/shirube/a.yaml"),
        ("/etc/shirube", "../x/./b/", "/etc/x/b"),
        ("/etc", "/srv//drops/", "/srv/drops"),
        ("/etc", "../../..", "/"),
    ])
    func `a path starts at its file's folder`(folder: String, path: String, whole: String) {
        #expect(PathReader.joined(folder, path) == whole)
    }

    @Test func `a folder holds itself and what lies below, not its namesakes`() {
        #expect(PathReader.contains("/srv/drops", "/srv/drops"))
        #expect(PathReader.contains("/srv/drops", "/srv/drops/state"))
        #expect(PathReader.contains("/", "/srv"))
        #expect(!PathReader.contains("/srv/drops", "/srv/drops2"))
    }
}
