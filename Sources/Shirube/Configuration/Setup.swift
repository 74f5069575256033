package import ShirubeCore

/// A configuration together with the strategies it names, checked against each other.
package struct Setup: Sendable, Equatable {
    /// The settings.
    package let configuration: Configuration
    /// The strategies, in the order of `Configuration.strategies`.
    package let strategies: [Strategy]

    /// The name of a department in the configuration, and of its drop folder below the folder that holds them all.
    func key(of department: Identifier<Department>, in strategy: Strategy) -> String {
        strategies.count > 1 ? "\(strategy.id)/\(department)" : department.text
    }

    /// A drop folder, and whose it is.
    struct Folder {
        let strategy: Strategy
        let department: Department
        /// Its names below the folder that holds them all.
        let path: [FileName]
    }

    /// The drop folders, in the order of strategies and departments.
    var folders: [Folder] {
        strategies.flatMap { strategy in
            strategy.departments.map { department in
                let own = FileName(department.id)
                let path = strategies.count > 1 ? [FileName(strategy.id), own] : [own]
                return Folder(strategy: strategy, department: department, path: path)
            }
        }
    }

    /// What reads the files of a department.
    func parser(for department: Identifier<Department>, of strategy: Strategy) -> DropParser {
        DropParser(
            strategy: strategy, department: department, limits: configuration.intake.limits,
            profile: configuration.profiles[key(of: department, in: strategy)] ?? DropProfile())
    }

    /// Reads a configuration file and every strategy it names.
    ///
    /// - Parameter path: the configuration file.
    /// - Returns: both, checked.
    /// - Throws: every problem found: those of the configuration alone where it cannot be read,
    ///   else those of all strategies, else those between them.
    package static func load(path: String) throws(ConfigurationError) -> Setup {
        let file = try ConfigurationFile.read(path: path)
        var strategies: [Strategy] = []
        var problems: [ConfigurationProblem] = []
        for path in file.configuration.strategies {
            do throws(ConfigurationError) {
                strategies.append(try StrategyFile.read(path: path))
            } catch {
                problems += error.problems
            }
        }
        if problems.isEmpty { problems = file.check(against: strategies) }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        return Setup(configuration: file.configuration, strategies: strategies)
    }
}
