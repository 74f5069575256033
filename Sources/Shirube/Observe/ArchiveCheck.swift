/// Checks that the archive holds what was accepted.
package enum ArchiveCheck {
    /// Reads every accepted file of the archive and compares its SHA-256 with the one by which it was accepted.
    ///
    /// - Parameters:
    ///   - state: the state folder.
    ///   - store: the ledger.
    /// - Returns: how many files were read, and the fault of the first that is not there or is another.
    /// - Throws: where the ledger cannot be read.
    package static func check(
        state: String, store: Store
    ) throws -> (count: Int, fault: AuditFault?) {
        let files = try store.read { try $0.auditedFiles() }
        for (number, file) in files.enumerated() {
            let path = "\(state)/archive/\(file.sha256.prefix(2))/\(file.sha256)"
            guard let sha256 = try? NamedFile(path: path).sha256() else {
                return (number, .missingFile(row: file.row, sha256: file.sha256))
            }
            guard sha256 == file.sha256 else {
                return (number, .changedFile(row: file.row, sha256: file.sha256))
            }
        }
        return (files.count, nil)
    }
}
