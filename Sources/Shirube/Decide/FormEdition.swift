package import ShirubeCore

/// Gathers from the ledger what stands in a department's form.
package enum FormEdition {
    /// The form of a department for a quarter; without rows where nothing is owed.
    ///
    /// - Parameters:
    ///   - sender: whose form it is.
    ///   - quarter: a quarter of a fiscal year.
    ///   - due: the day by which it is to be back; nil for the due day of the quarter.
    ///   - setup: the configuration.
    ///   - now: the last figures are those known by then.
    ///   - language: the language of what is explained; what drops spell is Japanese in any.
    ///   - ledger: the ledger.
    /// - Returns: the form.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ sender: Sender, quarter: Period, due: CivilDate?, setup: Setup, now: Timestamp,
        language: Language, from ledger: Ledger
    ) throws -> Form {
        let path = Share.path(
            sender.strategy, sender.department, nested: setup.strategies.count > 1)
        let occasion = Form.Occasion(
            strategy: sender.strategy, department: sender.department, quarter: quarter,
            due: due, dueDays: setup.configuration.dueDays,
            folder: "\(setup.configuration.drops)/\(path)", mark: setup.configuration.mark)
        return Form(
            occasion, current: try ledger.currentReadings(of: sender.strategy, knownAt: now),
            language: language)
    }
}
