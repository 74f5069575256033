package import ShirubeCore

/// A configuration together with the strategies it names, checked against each other.
package struct Setup: Sendable, Equatable {
    /// The settings.
    package let configuration: Configuration
    /// The strategies, in the order of `Configuration.strategies`.
    package private(set) var strategies: [Strategy]
    /// What the ledger has recorded of the strategies' definitions; empty until it has been asked.
    private var recorded: [Identifier<Strategy>: Definitions] = [:]
    /// The letters of statuses, with their version once that is recorded.
    package private(set) var letters: LetterTable

    /// Where the files of strategies say what they take over from the plan before; empty where they were not read from files.
    private var lines: [Identifier<Strategy>: SuccessionLines] = [:]

    /// The SHA-256 of the configuration file's bytes; empty where it was not read from a file.
    package private(set) var sha256 = ""

    /// Puts a configuration and the strategies it names together.
    package init(configuration: Configuration, strategies: [Strategy]) {
        self.configuration = configuration
        self.strategies = strategies
        letters = configuration.letters
    }

    /// The setup with what the ledger has recorded: definitions in the order of the strategies, and letters.
    func with(_ definitions: [Definitions], letters: LetterTable) -> Setup {
        var setup = self
        setup.strategies = definitions.map(\.strategy)
        setup.recorded = Dictionary(
            definitions.map { ($0.strategy.id, $0) }, uniquingKeysWith: { first, _ in first })
        setup.letters = letters
        return setup
    }

    /// The versions of a strategy's definitions; where the ledger has not been asked, those of the file alone.
    package func definitions(of strategy: Strategy) -> Definitions {
        recorded[strategy.id] ?? Definitions(of: strategy)
    }

    /// Where a strategy's file says what it takes over from the plan before.
    func lines(of strategy: Strategy) -> SuccessionLines {
        lines[strategy.id] ?? SuccessionLines(file: strategy.id.text)
    }

    /// Who gets what within a strategy.
    package func routing(of strategy: Strategy) -> Routing {
        let routes = configuration.routes
        let departments = strategy.departments.map { department in
            (
                department.id,
                keys(of: department.id, in: strategy).lazy
                    .compactMap { routes.departments[$0] }.first ?? [:]
            )
        }
        return Routing(
            posts: routes.posts,
            departments: Dictionary(departments, uniquingKeysWith: { first, _ in first }),
            planning: routes.planning, executives: routes.executives, further: routes.summary)
    }

    /// A drop folder, and whose it is.
    struct Folder {
        /// The plan, the first one of those that share the folder.
        let strategy: Strategy
        let department: Department
        /// Its names below the folder that holds them all.
        let path: [FileName]
    }

    /// The drop folders, in the order of strategies and departments.
    var folders: [Folder] {
        strategies.flatMap { strategy in
            strategy.departments.filter {
                plans(of: $0.id, inLineOf: strategy).first?.id == strategy.id
            }.map { department in
                Folder(
                    strategy: strategy, department: department,
                    path: path(of: department.id, in: strategy))
            }
        }
    }

    /// What reads the files of a department: by the definitions in force at a moment.
    func parser(
        for department: Identifier<Department>, of strategy: Strategy, at now: Timestamp
    ) -> DropParser {
        DropParser(
            strategy: definitions(of: strategy).strategy(on: now.japanDate, knownAt: now),
            department: department, limits: configuration.intake.limits,
            profile: keys(of: department, in: strategy).lazy
                .compactMap { configuration.profiles[$0] }.first ?? DropProfile())
    }

    /// Reads a configuration file and every strategy it names.
    ///
    /// - Parameters:
    ///   - path: the configuration file.
    ///   - day: the day from which on somebody must hold every role that is filled.
    /// - Returns: both, checked.
    /// - Throws: every problem found: those of the configuration alone where it cannot be read,
    ///   else those of all strategies, else those between them.
    package static func load(path: String, on day: CivilDate) throws(ConfigurationError)
        -> Setup
    {
        let file = try ConfigurationFile.read(path: path)
        var strategies: [Strategy] = []
        var lines: [Identifier<Strategy>: SuccessionLines] = [:]
        var problems: [ConfigurationProblem] = []
        for path in file.configuration.strategies {
            do throws(ConfigurationError) {
                let read = try StrategyFile.readWithLines(path: path)
                strategies.append(read.strategy)
                lines[read.strategy.id] = read.lines
            } catch {
                problems += error.problems
            }
        }
        if problems.isEmpty { problems = file.check(against: strategies, on: day) }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        var setup = Setup(configuration: file.configuration, strategies: strategies)
        setup.lines = lines
        setup.sha256 = (try? NamedFile(path: path).sha256()) ?? ""
        return setup
    }
}
