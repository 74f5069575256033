package import ShirubeCore

/// Reads secrets from where they are kept, at the moment they are used.
package enum Secret {
    /// A secret is one line; a file larger than this holds something else.
    static let maximumBytes = 64 * 1_024

    /// Reads a secret, without the newlines that editors leave at its end.
    ///
    /// A symbolic link is followed: administrators link secrets into place. Whoever can replace the file can
    /// choose the secret, so the path belongs into a folder that only root can write.
    ///
    /// - Parameters:
    ///   - source: where it is kept.
    ///   - environment: the process's environment, for systemd's `CREDENTIALS_DIRECTORY`.
    /// - Returns: the secret, one line.
    /// - Throws: why it cannot be used; the error never holds any of its content.
    package static func read(
        _ source: SecretSource, environment: [String: String]
    ) throws(SecretError) -> String {
        let path = try path(of: source, environment: environment)
        guard let file = try? FileDescriptor.regularFile(path), let status = try? file.status()
        else { throw .unreadable(path: path) }
        guard status.permissions & 0o004 == 0 else { throw .exposed(path: path) }
        // One byte more than there is says that there is no more; a buffer for the largest would be made anew each time.
        let limit = min(max(0, Int(status.size)), maximumBytes) + 1
        guard var bytes = try? file.readAll(limit: limit), bytes.count < limit
        else { throw .unreadable(path: path) }
        while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
            bytes.removeLast()
        }
        guard !bytes.isEmpty else { throw .empty(path: path) }
        guard let text = String(validating: bytes, as: UTF8.self),
            bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { throw .notOneLine(path: path) }
        return text
    }

    /// Sees to it that a file which holds a secret that a library reads itself, such as a key, is one that not everybody may read.
    ///
    /// - Parameter path: the file.
    /// - Throws: why it cannot be used.
    package static func check(file path: String) throws(SecretError) {
        guard let file = try? FileDescriptor.regularFile(path), let status = try? file.status()
        else { throw .unreadable(path: path) }
        guard status.permissions & 0o004 == 0 else { throw .exposed(path: path) }
    }

    private static func path(
        of source: SecretSource, environment: [String: String]
    ) throws(SecretError) -> String {
        switch source {
        case .file(let path): return path
        case .credential(let name):
            // The name is one file in systemd's folder (systemd.exec(5)), never a way out of it.
            guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/"))
            else { throw .credentialName(name) }
            guard let folder = environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty else {
                throw .noCredentials(name: name)
            }
            return folder + "/" + name
        }
    }
}

/// Why a secret cannot be used.
package enum SecretError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no such file, or it is none that can be read.
    case unreadable(path: String)
    /// Everybody on the host may read the file.
    case exposed(path: String)
    /// The file holds nothing.
    case empty(path: String)
    /// The file holds something else than one line of text.
    case notOneLine(path: String)
    /// The name of a credential is none that systemd could give.
    case credentialName(String)
    /// The process was given no credentials.
    case noCredentials(name: String)

    /// What is wrong and how to mend it.
    package var wording: Wording {
        switch self {
        case .unreadable(let path):
            Wording(
                ja:
                    "秘密のファイル \(Inert.line(path)) が読めません。通常のファイルとして置き、shirube の利用者またはグループに読み取りを許してください。",
                en: "The secret in \(Inert.line(path)) cannot be read; make it a regular file that"
                    + " Shirube's user or group may read.")
        case .exposed(let path):
            Wording(
                ja: "秘密のファイル \(Inert.line(path)) をこのホストの誰もが読めるため使いません。chmod o-r を実行してください。",
                en:
                    "Everybody on this host may read the secret in \(Inert.line(path)), so it is not"
                    + " used; run chmod o-r on it.")
        case .empty(let path):
            Wording(
                ja: "秘密のファイル \(Inert.line(path)) が空です。内容を書いてください。",
                en: "The secret in \(Inert.line(path)) is empty; write it there.")
        case .notOneLine(let path):
            Wording(
                ja: "秘密のファイル \(Inert.line(path)) は1行のUTF-8テキストではありません。秘密だけを1行で書いてください。",
                en:
                    "The secret in \(Inert.line(path)) is not one line of UTF-8 text; write the secret"
                    + " alone, on one line.")
        case .credentialName(let name):
            Wording(
                ja: "「\(Inert.line(name))」は資格情報の名前になりません。LoadCredential= と同じ、/ のない名前を書いてください。",
                en: "“\(Inert.line(name))” is no name of a credential; write the one given to"
                    + " LoadCredential=, which has no slash.")
        case .noCredentials(let name):
            Wording(
                ja:
                    "資格情報 \(Inert.line(name)) がありません。systemd のユニットに LoadCredential=\(Inert.line(name)):… を書くか、file: でファイルを指定してください。",
                en: "There is no credential \(Inert.line(name)), as systemd has given none; add"
                    + " LoadCredential=\(Inert.line(name)):… to the unit, or name a file by file:.")
        }
    }

    package var description: String { wording.english }
}
