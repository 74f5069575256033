/// What one look into a drop folder has found.
struct FolderLook {
    /// Regular files under names that are no program's own: the first ones by name.
    var files: [FileName: FileStatus] = [:]
    /// Whether there are more files than were looked at.
    var hasMore = false
    /// What is no file at all and is left alone, by name: the first ones.
    var strangers: [FileName: FileStatus.Kind] = [:]
    /// Whether there are more such entries than are named.
    var hasMoreStrangers = false

    /// Most entries that are complained of by name.
    static let maximumStrangers = 100

    /// Looks at a folder's entries in the order of their names.
    ///
    /// - Parameters:
    ///   - names: all of them.
    ///   - limit: most files that are looked at.
    ///   - doneFiles: whether a file counts only with another beside it whose name ends in `.done` besides.
    ///   - status: what an entry is; nil where it is gone.
    /// - Throws: what `status` throws.
    init(
        _ names: [FileName], limit: Int, doneFiles: Bool,
        status: (FileName) throws(SystemError) -> FileStatus?
    ) throws(SystemError) {
        let all = doneFiles ? Set(names) : []
        var rest = names
        while !hasMore, !rest.isEmpty {
            for name in Self.takeFirst(limit, of: &rest) where !name.isTransient {
                if doneFiles, !(name.doneFile.map(all.contains) ?? false) { continue }
                if files.count == limit {
                    hasMore = true
                    break
                }
                guard let status = try status(name) else { continue }
                if status.kind == .regular {
                    files[name] = status
                } else if strangers.count < Self.maximumStrangers {
                    strangers[name] = status.kind
                } else {
                    hasMoreStrangers = true
                }
            }
        }
    }

    /// Takes some of the first names out, in order: about twice as many as asked for, at least one where there is any.
    ///
    /// Of a hundred thousand names, only these few have to be sorted.
    private static func takeFirst(_ count: Int, of names: inout [FileName]) -> [FileName] {
        let sampleCount = 256
        let share = names.count / sampleCount
        guard count < names.count / 8, share > 0 else {
            defer { names = [] }
            return names.sorted()
        }
        let sample = stride(from: 0, to: names.count, by: share).map { names[$0] }.sorted()
        let border = sample[min(2 * count / share + 1, sample.count - 1)]
        let first = names.partition { $0 < border }
        guard first < names.count else {
            defer { names = [] }
            return names.sorted()
        }
        defer { names.removeSubrange(first...) }
        return names[first...].sorted()
    }

    /// What is to be complained of.
    var complaints: [String] {
        let named = strangers.sorted { $0.key < $1.key }.map {
            "left alone: \($0.key) is \($0.value.words), not a file"
        }
        return named
            + (hasMoreStrangers
                ? ["left alone: more than \(Self.maximumStrangers) entries that are not files"]
                : [])
            + (hasMore
                ? ["more than \(files.count) files wait (maximumPending); the others come later"]
                : [])
    }
}

extension FileName {
    /// The name of the file by which a writer says that this one is finished.
    var doneFile: FileName? { FileName(bytes + Array(".done".utf8)) }
}
