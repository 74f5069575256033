import Glibc
import ShirubeCore

/// One department's drop folder, reached through a held descriptor and never through a path again.
///
/// ```
/// drops/<department>/            what people save
///   accepted/  rejected/         where files go, with reports beside rejected ones
///   .claimed/<claim>/<name>      taken, but not yet settled in the ledger
/// ```
final class DropFolder: Sendable {
    let folder: FileDescriptor
    private let claimed: FileDescriptor
    private let accepted: FileDescriptor
    private let rejected: FileDescriptor

    /// A folder in which a finished file ends up.
    enum Destination {
        case accepted
        case rejected
    }

    /// A file that was moved out of people's reach and waits to be read.
    struct Claim: Equatable, Sendable {
        /// The name of its folder below `.claimed`, also its key in the ledger.
        let id: String
        /// Its own name.
        let name: FileName
    }

    /// Opens a department's folder below `drops`, making it and its inner folders where they are missing.
    init(drops: borrowing FileDescriptor, path: [FileName]) throws(SystemError) {
        let folder = try Self.open(drops, path[...])
        accepted = try folder.folder(making: "accepted", mode: 0o770)
        rejected = try folder.folder(making: "rejected", mode: 0o770)
        claimed = try folder.folder(making: ".claimed", mode: 0o700)
        self.folder = folder
    }

    private static func open(
        _ parent: borrowing FileDescriptor, _ path: ArraySlice<FileName>
    ) throws(SystemError) -> FileDescriptor {
        guard let first = path.first else {
            preconditionFailure("a drop folder's path has at least one name")
        }
        let folder = try parent.folder(making: first, mode: 0o770)
        return path.count == 1 ? folder : try open(folder, path.dropFirst())
    }

    /// What people have put here.
    ///
    /// - Parameters:
    ///   - limit: most files that are looked at.
    ///   - doneFiles: whether a file counts only with its done file beside it.
    ///   - progress: called for each entry.
    /// - Returns: the first files by name, and what is no file.
    /// - Throws: what keeps the folder from being listed.
    func look(
        limit: Int = .max, doneFiles: Bool = false, progress: () -> Void = {}
    ) throws(SystemError) -> FolderLook {
        let names = try folder.names(progress: progress)
            .filter { !Self.own.contains($0) }
        return try FolderLook(names, limit: limit, doneFiles: doneFiles) {
            name throws(SystemError) in
            progress()
            return try folder.status(of: name)
        }
    }

    /// Whether anybody has a file open for writing; where it is not what it was in the last look, somebody had.
    func writer(of name: FileName, expecting status: FileStatus) -> Writer {
        // What cannot be opened is met again by whoever reads the claim, and rejected with a report.
        guard let file = try? folder.file(name), let now = try? file.status() else {
            return .unknown
        }
        return now == status ? file.writer() : .some
    }

    /// Takes a file out of people's reach; nil where it is gone, or something else has come in its place, which is
    /// then left.
    ///
    /// The caller makes several claims last through a power cut by `synchronize`, before any of them counts.
    ///
    /// - Parameters:
    ///   - name: the file.
    ///   - status: what it was in the last look.
    ///   - id: a name for the claim that no other has had.
    ///   - doneFiles: whether its done file goes with it.
    /// - Returns: the claim.
    /// - Throws: what keeps the file from being moved.
    func claim(
        _ name: FileName, expecting status: FileStatus, id: String, doneFiles: Bool = false
    ) throws(SystemError) -> Claim? {
        let claim = Claim(id: id, name: name)
        let inner = try self.name(of: claim)
        try claimed.makeFolder(inner, mode: 0o700)
        let target = try claimed.folder(inner)
        do throws(SystemError) {
            guard try folder.move(name, to: target, as: name) else {
                throw SystemError(call: "move \(name)", number: EEXIST)
            }
        } catch {
            claimed.removeEmptyFolder(inner)
            guard error.number == ENOENT else { throw error }
            return nil
        }
        guard let moved = try target.status(of: name), moved.hasSameContent(as: status) else {
            // Where the name is taken again by now, it stays a claim like any other.
            _ = try putBack(claim)
            return nil
        }
        if doneFiles, let done = name.doneFile, try folder.status(of: done)?.kind == .regular {
            _ = try folder.move(done, to: target, as: Self.doneMark)
        }
        return claim
    }

    /// Makes claims that were taken survive a power cut.
    func synchronize(_ claims: [Claim]) throws(SystemError) {
        for claim in claims { try inner(of: claim).synchronize() }
        try claimed.synchronize()
        try folder.synchronize()
    }

    /// The claims that are not settled yet, oldest first; empty folders are cleared away.
    func claims() throws(SystemError) -> [Claim] {
        var result: [Claim] = []
        for id in try claimed.names().sorted() {
            guard let text = String(validating: id.bytes, as: UTF8.self),
                let inner = try? claimed.folder(id)
            else { continue }
            let names = try inner.names().filter { $0 != Self.doneMark }
            if names.isEmpty { clear(id) }
            result += names.sorted().map { Claim(id: text, name: $0) }
        }
        return result
    }

    /// How many bytes can still be written here.
    func freeBytes() throws(SystemError) -> Int {
        try folder.freeBytes()
    }

    /// Opens a claimed file for reading.
    func open(_ claim: Claim) throws(SystemError) -> FileDescriptor {
        try claimed.file(try name(of: claim), claim.name)
    }

    /// Gives a claimed file back to the folder, where its writer was not finished after all.
    ///
    /// - Returns: false where a new file has taken the name; the claim then stays.
    func putBack(_ claim: Claim) throws(SystemError) -> Bool {
        let source = try inner(of: claim)
        guard try source.move(claim.name, to: folder, as: claim.name, isOthersToo: true) else {
            return false
        }
        if let done = claim.name.doneFile, try source.status(of: Self.doneMark) != nil {
            _ = try source.move(Self.doneMark, to: folder, as: done, isOthersToo: true)
        }
        clear(try name(of: claim))
        return true
    }

    /// Writes a report beside a finished file, whole or not at all.
    func write(_ bytes: [UInt8], as name: FileName, in destination: Destination) throws(SystemError)
    {
        switch destination {
        case .accepted: try accepted.replace(name, with: bytes)
        case .rejected: try rejected.replace(name, with: bytes)
        }
    }

    /// Moves a claimed file to where it ends up; a name that is taken gets a number.
    func finish(
        _ claim: Claim, to destination: Destination, as name: FileName
    ) throws(SystemError) {
        let source = try inner(of: claim)
        for number in 1... {
            let numbered = number == 1 ? name : FileName(Array("\(number)-".utf8) + name.bytes)
            guard let numbered else { continue }
            let moved =
                switch destination {
                case .accepted: try source.move(claim.name, to: accepted, as: numbered)
                case .rejected: try source.move(claim.name, to: rejected, as: numbered)
                }
            if moved { break }
        }
        clear(try self.name(of: claim))
    }

    private func inner(of claim: Claim) throws(SystemError) -> FileDescriptor {
        try claimed.folder(try name(of: claim))
    }

    private func name(of claim: Claim) throws(SystemError) -> FileName {
        guard let name = FileName(Array(claim.id.utf8)) else {
            throw SystemError(call: "open the claim \(claim.id)", number: EINVAL)
        }
        return name
    }

    /// Removes a claim's folder once its file has left it, and its done file with it.
    private func clear(_ id: FileName) {
        if claimed.removeEmptyFolder(id) { return }
        guard let inner = try? claimed.folder(id), (try? inner.remove(Self.doneMark)) != nil else {
            return
        }
        claimed.removeEmptyFolder(id)
    }

    /// The done file of a claimed file, beside it.
    private static let doneMark: FileName = ".done"
    /// The folders here that are not people's.
    private static let own: Set<FileName> = ["accepted", "rejected"]
}

extension FileName: ExpressibleByStringLiteral {
    /// Makes a name of our own from a literal.
    package init(stringLiteral literal: StaticString) {
        self.init(literal)
    }
}
