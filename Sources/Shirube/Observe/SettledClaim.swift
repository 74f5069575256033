import ShirubeCore

/// A claimed file that the ledger knows, on its way to where it ends up.
struct SettledClaim: Sendable {
    /// A text that lies beside it, for whoever dropped it.
    struct Report: Sendable {
        /// Its name.
        let name: FileName
        /// Its content.
        let bytes: [UInt8]
    }

    /// The file as it was claimed.
    let claim: DropFolder.Claim
    /// What the ledger says of it.
    let row: DropFileRow
    /// The name it gets.
    let name: FileName
    /// What is written beside it, before it is moved.
    let reports: [Report]

    /// Where it ends up.
    var destination: DropFolder.Destination {
        row.outcome == .rejected ? .rejected : .accepted
    }
}
