/// Which files of a folder have stopped changing: each is compared with itself, by the monotonic clock.
///
/// Neither a file's own times nor the wall clock are trusted: copies keep old times, and clocks step.
struct Settling {
    private struct Look {
        var status: FileStatus
        var since: Double
    }

    private var looks: [FileName: Look] = [:]

    /// Takes note of what is in the folder.
    ///
    /// - Parameters:
    ///   - files: what is there now.
    ///   - seconds: the monotonic clock.
    ///   - settle: how long a file must have stayed the same, in seconds.
    ///   - emptyPatience: the same for a file of no bytes, which many programs put down before they write.
    /// - Returns: the files that have stayed the same for long enough, in the order of their names.
    mutating func settled(
        _ files: [FileName: FileStatus], at seconds: Double, settle: Double, emptyPatience: Double
    ) -> [FileName] {
        looks = looks.filter { files[$0.key] != nil }
        var ready: [FileName] = []
        for (name, status) in files {
            guard let look = looks[name], look.status == status else {
                looks[name] = Look(status: status, since: seconds)
                continue
            }
            let patience = status.size == 0 ? max(settle, emptyPatience) : settle
            if seconds - look.since >= patience { ready.append(name) }
        }
        return ready.sorted()
    }

    /// Whether files are waiting to have stayed the same for long enough.
    var isWaiting: Bool { !looks.isEmpty }
}
