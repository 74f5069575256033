package import ShirubeCore

/// A file as it was handed in: whose it is, how it came, and under what name.
struct Submission {
    /// The strategy that it reports on.
    let strategy: Strategy
    /// The department that reports.
    let department: Department
    /// How it came in.
    let origin: DropOrigin
    /// The id of its claim; nil for one that was fed by hand, which gets one from its number.
    let claim: String?
    /// Its name, for people.
    let name: String
    /// Why it is refused before it is read as that strategy's; nil where it is read.
    var refusal: ParsedDrop?
}

/// Whose a file is that somebody names on the command line.
package struct Sender: Sendable {
    /// The strategy that it reports on.
    package let strategy: Strategy
    /// The department that reports.
    package let department: Department

    /// It cannot be told whose the file is.
    package struct Unknown: Error {
        /// What is missing or wrong, and the remedy.
        package let message: Wording
    }

    /// Finds the department, by its id or by the folders that the file lies in: a department's drop folder is named
    /// after it, and files that were taken in lie one folder deeper.
    ///
    /// - Parameters:
    ///   - department: the id that was given; nil where none was.
    ///   - strategy: the id of the strategy; nil where none was given.
    ///   - path: the absolute path of the file.
    ///   - quarter: the quarter that is asked for, which tells one plan from the next; nil where none is.
    ///   - setup: the strategies to look in.
    /// - Returns: the department with its strategy.
    /// - Throws: `Unknown` where there is no such department, or several.
    package static func find(
        department: String?, strategy: String?, path: String, quarter: Period? = nil,
        in setup: Setup
    ) throws(Unknown) -> Sender {
        let strategies = try Self.strategies(strategy, in: setup)
        let folders = path.split(separator: "/").dropLast().suffix(3).reversed().map(String.init)
        let names = department.map { [$0] } ?? Array(folders.prefix(2))
        for (depth, name) in names.enumerated() {
            var found = strategies.compactMap { strategy in
                strategy.department(Identifier(name)).map {
                    Sender(strategy: strategy, department: $0)
                }
            }
            // Plans that follow each other share a folder: the file's name may say which one is meant, and so may a quarter.
            let file = path.split(separator: "/").last.map(String.init) ?? ""
            if found.count > 1,
                let named = PlanChoice.named(file, among: found.map(\.strategy.id))
            {
                found = found.filter { $0.strategy.id == named }
            }
            if found.count > 1, let quarter {
                found = found.filter { $0.strategy.holds(quarter) }
            }
            let outer = folders.dropFirst(depth + 1).first
            if found.count > 1, department == nil, let outer {
                found = found.filter { $0.strategy.id.text == outer }
            }
            if found.count == 1, let sender = found.first { return sender }
            guard found.isEmpty else { throw ambiguous(name, found) }
        }
        throw unknown(department, strategies)
    }

    /// The strategies that an id leaves to look in: one, or all where none was given.
    package static func strategies(
        _ id: String?, in setup: Setup
    ) throws(Unknown) -> [Strategy] {
        let strategies = setup.strategies.filter { id == nil || $0.id.text == id }
        guard strategies.isEmpty else { return strategies }
        let known = setup.strategies.map(\.id.text).joined(separator: ", ")
        throw Unknown(
            message: Wording(
                ja: "戦略「\(id ?? "")」はありません。あるもの: \(known)",
                en: "There is no strategy \(id ?? ""). Known: \(known)"))
    }

    private static func ambiguous(_ name: String, _ found: [Sender]) -> Unknown {
        let ids = found.map(\.strategy.id.text).joined(separator: ", ")
        return Unknown(
            message: Wording(
                ja: "部署「\(name)」は複数の戦略にあります。--strategy で選んでください: \(ids)",
                en:
                    "The department \(name) is in several strategies. Choose with --strategy: \(ids)"
            ))
    }

    private static func unknown(_ department: String?, _ strategies: [Strategy]) -> Unknown {
        let known = strategies.flatMap { $0.departments.map(\.id.text) }.joined(separator: ", ")
        guard let department else {
            return Unknown(
                message: Wording(
                    ja: "どの部署のファイルか分かりません。--department で指定してください: \(known)",
                    en:
                        "It is not clear which department the file is of. Say it with --department: "
                        + known))
        }
        let nearest = nearest(department, strategies)
        return Unknown(
            message: Wording(
                ja: "部署「\(department)」はありません。\(nearest.japanese)あるもの: \(known)",
                en: "There is no department \(department). \(nearest.english)Known: \(known)"))
    }

    /// Asks whether a department was meant whose id or name is near; says nothing where none is.
    private static func nearest(_ written: String, _ strategies: [Strategy]) -> Wording {
        let departments = strategies.flatMap(\.departments)
        let words = departments.map(\.id.text) + departments.map(\.name)
        guard let word = NearestWord.of(written, among: words),
            let department = departments.first(where: { $0.id.text == word || $0.name == word })
        else { return Wording(ja: "", en: "") }
        return Wording(
            ja: "「\(department.id)」（\(department.name)）ではありませんか。",
            en: "Did you mean \(department.id)? ")
    }
}
