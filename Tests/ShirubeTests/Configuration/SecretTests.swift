import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct SecretTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func file(_ bytes: [UInt8], mode: Int = 0o640) throws -> URL {
        let file = URL(filePath: temporary.path).appending(path: "secret")
        try Data(bytes).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        return file
    }

    @Test(arguments: ["秘密 1", "秘密 1\n", "秘密 1\r\n", "秘密 1\n\n"])
    func `a secret is read without the newline that an editor leaves`(content: String) throws {
        let file = try file(Array(content.utf8))
        #expect(try Secret.read(.file(file.path), environment: [:]) == "秘密 1")
    }

    @Test func `a credential is found in systemd's folder`() throws {
        let file = try file(Array("secret".utf8), mode: 0o400)
        let environment = ["CREDENTIALS_DIRECTORY": file.deletingLastPathComponent().path]
        #expect(try Secret.read(.credential("secret"), environment: environment) == "secret")
    }

    @Test func `a link to a secret is followed`() throws {
        let file = try file(Array("secret".utf8))
        let link = file.deletingLastPathComponent().appending(path: "link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        #expect(try Secret.read(.file(link.path), environment: [:]) == "secret")
    }

    @Test func `a file that everybody may read is not used`() throws {
        let path = try file(Array("secret".utf8), mode: 0o644).path
        #expect(throws: SecretError.exposed(path: path)) {
            try Secret.read(.file(path), environment: [:])
        }
    }

    @Test(arguments: [[], [0x0A], [0x0D, 0x0A]] as [[UInt8]])
    func `an empty file holds no secret`(content: [UInt8]) throws {
        let path = try file(content).path
        #expect(throws: SecretError.empty(path: path)) {
            try Secret.read(.file(path), environment: [:])
        }
    }

    @Test(
        arguments: [[0x61, 0x0A, 0x62], [0x61, 0x00], [0xFF, 0x61], [0x61, 0x7F]] as [[UInt8]])
    func `what is not one line of text is no secret`(content: [UInt8]) throws {
        let path = try file(content).path
        #expect(throws: SecretError.notOneLine(path: path)) {
            try Secret.read(.file(path), environment: [:])
        }
    }

    @Test func `no file, a folder, a pipe and a huge file cannot be read`() throws {
        let folder = URL(filePath: temporary.path)
        let pipe = folder.appending(path: "pipe").path
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        let huge = try file([UInt8](repeating: 0x61, count: 64 * 1_024 + 1)).path
        for path in [folder.path + "/none", folder.path, pipe, huge] {
            #expect(throws: SecretError.unreadable(path: path)) {
                try Secret.read(.file(path), environment: [:])
            }
        }
    }

    @Test(arguments: ["../etc/passwd", "..", ".", "", "a/b"])
    func `the name of a credential never leads out of systemd's folder`(name: String) {
        #expect(throws: SecretError.credentialName(name)) {
            try Secret.read(.credential(name), environment: ["CREDENTIALS_DIRECTORY": "/run"])
        }
    }

    @Test func `without systemd there are no credentials`() {
        #expect(throws: SecretError.noCredentials(name: "smtp")) {
            try Secret.read(.credential("smtp"), environment: [:])
        }
    }

    @Test(arguments: [
        SecretError.unreadable(path: "/p"), .exposed(path: "/p"), .empty(path: "/p"),
        .notOneLine(path: "/p"), .credentialName("/p"), .noCredentials(name: "/p"),
    ])
    func `every error says where and how to mend it, in both languages`(error: SecretError) {
        #expect(error.wording.japanese.contains("/p"))
        #expect(error.wording.japanese.hasSuffix("。"))
        #expect(error.wording.english.contains("/p"))
        #expect(error.description == error.wording.english)
    }
}
