import Glibc
package import ShirubeCore

/// Puts a site where a web server shows it from: whole, in one step, in the place of the one before.
///
/// The files are written beside the folder. What is as it was is the same file as before, so that only what has changed is new to
/// whoever copies the folder on. Then the two folders get each other's name.
package struct SiteFolder {
    /// What became of a site.
    package struct Outcome: Sendable, Equatable {
        /// How many files it has.
        package fileprivate(set) var files = 0
        /// How many of them are new, or other than before.
        package fileprivate(set) var written = 0
    }

    /// Why a site was not written; the folder is as it was.
    package enum Failure: Error, Equatable, CustomStringConvertible {
        /// Something else is in the folder.
        case occupied(path: String)
        /// The path leads to no folder's name.
        case noName(path: String)
        /// Another run writes there.
        case busy(path: String)

        /// What is wrong, and how to mend it.
        package var wording: Wording {
            switch self {
            case .occupied(let path):
                Wording(
                    ja:
                        "\(Inert.line(path)) にはサイト以外のものがあります。丸ごと置き換えるため、空のフォルダーか、まだないフォルダーを指定してください。",
                    en:
                        "There is something else than a site in \(Inert.line(path)), which would be replaced as a whole; name an empty folder, or one that is not there yet."
                )
            case .noName(let path):
                Wording(
                    ja: "\(Inert.line(path)) はフォルダーの名前になりません。書き出すフォルダーを指定してください。",
                    en: "\(Inert.line(path)) is no name of a folder; name the one to write.")
            case .busy(let path):
                Wording(
                    ja: "\(Inert.line(path)) には、いま別の shirube publish が書き出しています。終わってからもう一度実行してください。",
                    en:
                        "Another shirube publish is writing to \(Inert.line(path)); run it again when that has ended."
                )
            }
        }

        package var description: String { wording.english }
    }

    /// The file that says that a folder is a site, and may be replaced.
    static let marker: FileName = ".shirube-site"

    private let path: String
    private let folder: String
    private let name: FileName
    /// Where the new site is written; a run that was killed leaves it, and the next one takes it away.
    private let draft: FileName
    /// Where the site before goes for a moment, on a file system that cannot change two names in one step.
    private let former: FileName

    /// The folder of a site.
    ///
    /// - Parameter path: where it is to be; the folder above it must be there.
    /// - Throws: `Failure` where it is no name.
    package init(path: String) throws(Failure) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        guard let last = parts.last, let name = FileName(Array(last)),
            let draft = FileName(Array(".\(name).shirube-new".utf8)),
            let former = FileName(Array(".\(name).shirube-old".utf8))
        else { throw .noName(path: path) }
        self.path = path
        self.name = name
        self.draft = draft
        self.former = former
        let above = parts.dropLast().map { String(decoding: $0, as: UTF8.self) }
        let root = path.hasPrefix("/") ? "/" : "./"
        folder = root + above.joined(separator: "/")
    }

    /// Writes a site.
    ///
    /// - Parameter make: makes the files, and hands each over.
    /// - Returns: what became of it.
    /// - Throws: `Failure`, `SystemError`, or what `make` throws; the folder is then as it was.
    package func publish(
        _ make: ((Site.File) throws -> Void) throws -> Void
    ) throws -> Outcome {
        let above = try FileDescriptor.folder(folder)
        guard above.tryLock() else { throw Failure.busy(path: path) }
        let isThere = try isSite(in: above)
        try above.removeTree(draft)
        var outcome = Outcome()
        do {
            let new = try above.folder(making: draft, mode: 0o755)
            try new.setMode(0o755)
            let old = isThere ? try above.folder(name) : nil
            try make { try add($0, to: new, besides: old, &outcome) }
            try write([], to: new, as: Self.marker)
            try new.synchronizeFileSystem()
            try replace(in: above, isThere: isThere)
        } catch {
            try? above.removeTree(draft)
            throw error
        }
        try above.removeTree(draft)
        return outcome
    }

    /// Whether a site is there; nothing else may be.
    private func isSite(in above: borrowing FileDescriptor) throws -> Bool {
        guard let status = try above.status(of: name) else { return false }
        guard status.kind == .folder else { throw Failure.occupied(path: path) }
        let entries = try above.folder(name).names()
        guard entries.isEmpty || entries.contains(Self.marker) else {
            throw Failure.occupied(path: path)
        }
        return true
    }

    private func add(
        _ file: Site.File, to new: borrowing FileDescriptor,
        besides old: borrowing FileDescriptor?, _ outcome: inout Outcome
    ) throws {
        let parts = file.path.utf8.split(separator: UInt8(ascii: "/"))
        let names = parts.compactMap { FileName(Array($0)) }
        guard let last = names.last, names.count == parts.count else {
            throw Failure.noName(path: file.path)
        }
        let target = try new.folder(above: names, mode: 0o755)
        outcome.files += 1
        // A second name of the same file; where the file system knows none, it is written anew.
        if old != nil, let before = try? old?.folder(["."] + names.dropLast()),
            holds(file.bytes, before, last), target.link(last, from: before)
        {
            return
        }
        try write(file.bytes, to: target, as: last)
        outcome.written += 1
    }

    /// Whether a regular file has just these bytes.
    private func holds(
        _ bytes: [UInt8], _ folder: borrowing FileDescriptor, _ name: FileName
    ) -> Bool {
        guard let file = try? folder.file(name), let status = try? file.status(),
            status.kind == .regular, Int(status.size) == bytes.count,
            let known = try? file.readAll(limit: bytes.count + 1)
        else { return false }
        return known == bytes
    }

    private func write(
        _ bytes: [UInt8], to folder: borrowing FileDescriptor, as name: FileName
    ) throws {
        let file = try folder.newFile(name, O_WRONLY | O_EXCL, mode: 0o644)
        try file.writeAll(bytes)
        // The web server reads it, whatever this process's mask takes away.
        try file.setMode(0o644)
    }

    /// Gives the draft the site's name.
    private func replace(in above: borrowing FileDescriptor, isThere: Bool) throws {
        guard isThere else { return try above.rename(draft, over: name) }
        if try above.exchange(draft, name) { return }
        // For a moment there is no site.
        try above.removeTree(former)
        try above.rename(name, over: former)
        try above.rename(draft, over: name)
        try above.removeTree(former)
    }
}
