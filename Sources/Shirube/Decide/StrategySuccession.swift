package import ShirubeCore

/// Starts the file of the next plan from a plan of the configuration: it reads the ledger, and changes nothing in it.
package struct StrategySuccession: Sendable {
    /// What somebody asks for.
    package struct Request: Sendable {
        /// The id of the plan that ends.
        package let before: String
        /// The next plan's id.
        package let id: String
        /// Its name.
        package let name: String
        /// Its first and its last fiscal year.
        package let years: (first: Int, last: Int)
        /// The ids of the indicators that alone are carried over; empty for all.
        package let only: [String]
        /// The ids of those that are not.
        package let without: [String]

        /// Makes a request.
        package init(
            before: String, id: String, name: String, years: (first: Int, last: Int),
            only: [String] = [], without: [String] = []
        ) {
            self.before = before
            self.id = id
            self.name = name
            self.years = years
            self.only = only
            self.without = without
        }
    }

    /// Why no file is made.
    package struct Refusal: Error, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// The file's content.
    package let text: String
    /// How many indicators were carried over.
    package let carried: Int
    /// How many of them have no figure to start from.
    package let withoutBaseline: Int
    /// The file of the plan that ends.
    package let file: String

    /// Gathers what the next plan starts from.
    ///
    /// - Parameters:
    ///   - request: what is asked for.
    ///   - setup: the configuration and its strategies.
    ///   - ledger: the ledger.
    ///   - now: the present.
    ///   - language: the language of the file's comments.
    /// - Throws: `Refusal` where the request cannot be met; what reading the ledger throws.
    package init(
        _ request: Request, setup: Setup, from ledger: Ledger, now: Timestamp, language: Language
    ) throws {
        guard
            let position = setup.strategies.firstIndex(where: { $0.id.text == request.before })
        else { throw Refusal.noStrategy(request.before, setup) }
        let strategy = setup.strategies[position]
        let plan = try Self.plan(request, after: strategy, setup: setup, in: ledger)
        let inUse = try DefinitionRegister.read(strategy, from: ledger)
            .strategyInUse(on: now.japanDate, knownAt: now)
        let kept = try Self.kept(request, of: inUse)
        let current = try ledger.currentReadings(of: inUse, knownAt: now)
        var origins: [Identifier<Indicator>: SuccessorFile.Origin] = [:]
        for indicator in kept.indicators {
            let readings = current[indicator.id] ?? CurrentReadings([])
            guard
                let baseline = SuccessorBaseline(of: indicator, in: readings, term: strategy.term)
            else { continue }
            let sources = try ledger.readingSources(at: baseline.sequences)
            var files: [String] = []
            for name in baseline.sequences.compactMap({ sources[$0]?.fileName })
            where !files.contains(name) {
                files.append(name)
            }
            origins[indicator.id] = SuccessorFile.Origin(baseline: baseline, files: files)
        }
        text =
            SuccessorFile(
                plan, from: kept, origins: origins, on: now.japanDate, language: language
            ).text
        carried = kept.indicators.count
        withoutBaseline = kept.indicators.count {
            $0.kind != .milestone && origins[$0.id] == nil
        }
        file = setup.configuration.strategies[position]
    }

    private static func plan(
        _ request: Request, after strategy: Strategy, setup: Setup, in ledger: Ledger
    ) throws -> SuccessorFile.Plan {
        guard let id = Identifier<Strategy>(checking: request.id) else {
            throw Refusal.badID(request.id)
        }
        guard !setup.strategies.contains(where: { $0.id == id }) else {
            throw Refusal.taken(id, by: Wording(ja: "設定", en: "the configuration"))
        }
        guard try ledger.definitions(of: id).isEmpty else {
            throw Refusal.taken(id, by: Wording(ja: "台帳", en: "the ledger"))
        }
        let (first, last) = request.years
        guard first <= last else { throw Refusal.backwards(first, last) }
        guard first > strategy.term.lowerBound else { throw Refusal.tooEarly(first, strategy) }
        return SuccessorFile.Plan(id: id, name: request.name, term: first...last)
    }

    /// The plan that ends with the indicators alone that are carried over.
    private static func kept(_ request: Request, of strategy: Strategy) throws -> Strategy {
        let known = strategy.indicators.map(\.id.text)
        for id in request.only + request.without where !known.contains(id) {
            throw Refusal.noIndicator(id, known: known)
        }
        let kept = strategy.indicators.filter {
            (request.only.isEmpty || request.only.contains($0.id.text))
                && !request.without.contains($0.id.text)
        }
        guard !kept.isEmpty else { throw Refusal.nothingLeft }
        return strategy.with(indicators: kept)
    }
}

extension StrategySuccession.Refusal {
    fileprivate static func noStrategy(_ id: String, _ setup: Setup) -> Self {
        let known = setup.strategies.map(\.id.text).joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "戦略「\(Inert.line(id))」は設定にありません。前の計画のidを書いてください。あるもの: \(known)",
                en: "The configuration has no strategy `\(Inert.line(id))`. Known: \(known)."))
    }

    fileprivate static func badID(_ id: String) -> Self {
        Self(
            message: Wording(
                ja: "id「\(Inert.line(id))」は使えません。半角の英小文字、数字、ハイフンで、ハイフン以外から始めて64文字までにしてください。",
                en:
                    "`\(Inert.line(id))` is no id: use a-z, 0-9 and -, at most 64, the first not a hyphen."
            ))
    }

    fileprivate static func taken(_ id: Identifier<Strategy>, by holder: Wording) -> Self {
        Self(
            message: Wording(
                ja: "id「\(id)」の戦略は\(holder.japanese)にすでにあります。--id に別のidを書いてください。",
                en: "The id `\(id)` is taken: \(holder.english) has it. Give another one with --id."
            ))
    }

    fileprivate static func backwards(_ first: Int, _ last: Int) -> Self {
        Self(
            message: Wording(
                ja: "計画の終わり（FY\(last)）が始まり（FY\(first)）より前です。--from と --to を直してください。",
                en:
                    "The plan would end (FY\(last)) before it begins (FY\(first)). Mend --from and --to."
            ))
    }

    fileprivate static func tooEarly(_ first: Int, _ before: Strategy) -> Self {
        let start = before.term.lowerBound
        return Self(
            message: Wording(
                ja:
                    "次の計画（FY\(first)から）が、前の計画「\(before.id)」（FY\(start)から）より後に始まりません。--from を直してください。",
                en:
                    "The next plan (from FY\(first)) would not begin after `\(before.id)` (from FY\(start))."
                    + " Mend --from."))
    }

    fileprivate static func noIndicator(_ id: String, known: [String]) -> Self {
        let near = NearestWord.of(id, among: known)
        return Self(
            message: Wording(
                ja: "指標「\(Inert.line(id))」は前の計画にないか、終了しています。"
                    + (near.map { "「\($0)」ではありませんか。" } ?? "「shirube strategy show」でIDを確かめてください。"),
                en: "The plan before has no indicator `\(Inert.line(id))`, or has ended it. "
                    + (near.map { "Did you mean \($0)?" }
                        ?? "Look ids up with `shirube strategy show`.")
            ))
    }

    fileprivate static let nothingLeft = Self(
        message: Wording(
            ja: "引き継ぐ指標が一つも残りません。--only と --without を直してください。",
            en: "No indicator is left to carry over. Mend --only and --without."))
}
