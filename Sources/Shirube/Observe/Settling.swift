/// Which files of a folder have stopped changing: each is compared with itself, by the monotonic clock.
///
/// Neither a file's own times nor the wall clock are trusted: copies keep old times, and clocks step.
struct Settling {
    /// A file that may be whole.
    struct Candidate: Equatable {
        let name: FileName
        /// What it was in the last look.
        let status: FileStatus
        /// Whether it has stayed the same for long enough; else it was renamed into the folder, which makes it whole
        /// where nobody is writing.
        let isSettled: Bool
    }

    private struct Look {
        var status: FileStatus
        var since: Double
    }

    private var looks: [FileName: Look] = [:]

    /// Takes note of what is in the folder.
    ///
    /// - Parameters:
    ///   - files: what is there now.
    ///   - movedIn: names that were renamed into the folder since the last look.
    ///   - seconds: the monotonic clock.
    ///   - settle: how long a file must have stayed the same, in seconds.
    ///   - emptyPatience: the same for a file of no bytes, which many programs put down before they write.
    /// - Returns: the files that may be whole, in the order of their names.
    mutating func candidates(
        _ files: [FileName: FileStatus], movedIn: Set<FileName> = [], at seconds: Double,
        settle: Double, emptyPatience: Double
    ) -> [Candidate] {
        looks = looks.filter { files[$0.key] != nil }
        var result: [Candidate] = []
        for (name, status) in files {
            let isSame = looks[name]?.status == status
            if !isSame { looks[name] = Look(status: status, since: seconds) }
            let patience = status.size == 0 ? max(settle, emptyPatience) : settle
            let since = looks[name]?.since ?? seconds
            let isSettled = isSame && seconds - since >= patience
            guard isSettled || (movedIn.contains(name) && status.size > 0) else { continue }
            result.append(Candidate(name: name, status: status, isSettled: isSettled))
        }
        return result.sorted { $0.name < $1.name }
    }

    /// Forgets a file, because nothing more is expected of it.
    mutating func forget(_ name: FileName) {
        looks[name] = nil
    }

    /// Whether files, other than some, are waiting to have stayed the same for long enough.
    func isWaiting(except others: Set<FileName> = []) -> Bool {
        looks.keys.contains { !others.contains($0) }
    }
}
