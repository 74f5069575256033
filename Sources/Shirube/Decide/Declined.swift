package import ShirubeCore

/// That something a person has asked for is not done, and nothing was changed.
package protocol Declined: Error {
    /// What, where, why and the remedy.
    var message: Wording { get }
}

extension Wording {
    /// What is said of a strategy that is not there.
    static func noStrategy(_ id: String, known: [String]) -> Wording {
        let list = known.joined(separator: ", ")
        return Wording(
            ja: "戦略「\(Inert.line(id))」は設定にありません。\(list) のどれかを --strategy に書いてください。",
            en:
                "No strategy `\(Inert.line(id))` is configured. Give one of \(list) with --strategy."
        )
    }
}
