import Foundation
import Testing

/// A certificate authority of one test, with the host's own openssl.
final class TestAuthority {
    private let folder: URL

    /// The file of its own certificate, to be trusted.
    var path: String { folder.appending(path: "ca.pem").path }

    /// Makes an authority that nobody knows.
    init() async throws {
        folder = try TemporaryFolder.make()
        try Data().write(to: folder.appending(path: "index.txt"))
        try Data(
            """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            new_certs_dir = .
            rand_serial = yes
            unique_subject = no
            default_md = sha256
            policy = any
            copy_extensions = copy
            [any]
            commonName = supplied

            """.utf8
        ).write(to: folder.appending(path: "ca.cnf"))
        try await openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", "/CN=Authority of a test", "-days", "2", "-keyout", "ca.key", "-out", "ca.pem")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Issues a certificate.
    ///
    /// - Parameters:
    ///   - host: the host's name.
    ///   - isExpired: whether it was valid in 2020 alone.
    /// - Returns: the file of certificate and key.
    /// - Throws: where openssl fails.
    func certificate(host: String, isExpired: Bool = false) async throws -> String {
        let name = UUID().uuidString
        try await openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)",
            "-keyout", "\(name).key", "-out", "\(name).csr")
        let validity =
            isExpired
            ? ["-startdate", "20200101000000Z", "-enddate", "20210101000000Z"] : ["-days", "1"]
        try await openssl(
            [
                "ca", "-batch", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key",
                "-notext",
            ]
                + ["-in", "\(name).csr", "-out", "\(name).pem"] + validity)
        let file = folder.appending(path: "\(name).pem")
        let key = try Data(contentsOf: folder.appending(path: "\(name).key"))
        try (Data(contentsOf: file) + key).write(to: file)
        return file.path
    }

    private func openssl(_ arguments: String...) async throws { try await openssl(arguments) }

    private func openssl(_ arguments: [String]) async throws {
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/openssl")
        openssl.arguments = arguments
        openssl.currentDirectoryURL = folder
        openssl.standardOutput = FileHandle.nullDevice
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        try #require(try await exitCode(of: openssl) == 0, "openssl \(arguments)")
    }
}
