/// Which module may be imported where: the phases stay apart, and each library has one home.
enum ImportRule {
    /// Paths below `Sources/` by module; ShirubeCore is in none, because it imports nothing.
    static let homes: [String: [String]] = [
        "ShirubeCore": ["Shirube/", "ShirubeCLI/", "ShirubeBacktest/"],
        "Shirube": ["ShirubeCLI/"],
        "ArgumentParser": ["ShirubeCLI/"],
        "CCurl": ["Shirube/Act/"],
        "CXLSXWriter": ["Shirube/Act/"],
        "CRsvg": ["Shirube/Act/Raster/"],
        "CZlib": ["Shirube/Store/", "Shirube/Act/Raster/"],
        "CLinux": ["Shirube/System/", "Shirube/Observe/", "Shirube/Act/Raster/"],
        "Crypto": ["Shirube/Observe/", "Shirube/Act/"],
        "Dispatch": [
            "Shirube/System/", "Shirube/Observe/", "Shirube/Act/", "Shirube/Daemon.swift",
        ],
        "Foundation": ["Shirube/Store/", "ShirubeCLI/CommonOptions.swift"],
        "FoundationEssentials": ["Shirube/Configuration/"],
        "GRDB": ["Shirube/Store/"],
        "GRDBSQLite": ["Shirube/Store/SQLStatement.swift"],
        "Glibc": [
            "Shirube/System/", "Shirube/Observe/", "Shirube/Act/", "Shirube/Store/",
            "Shirube/World.swift", "ShirubeCLI/CommonOptions.swift",
            "ShirubeBacktest/Numbers.swift",
        ],
        "Logging": ["Shirube/", "ShirubeCLI/"],
        "Mustache": ["Shirube/Act/"],
        "ServiceLifecycle": ["Shirube/Daemon.swift"],
        "Synchronization": ["Shirube/"],
        "UnixSignals": ["Shirube/Daemon.swift"],
        "Yams": ["Shirube/Configuration/"],
    ]

    /// The imports that are out of place.
    static func offences(in source: SourceText) -> [Offence] {
        source.code.indices.compactMap { index in
            let words = source.code[index].split(separator: " ").map(String.init)
            guard let keyword = words.firstIndex(of: "import"), keyword < 2,
                keyword + 1 < words.count
            else { return nil }
            let module = words[keyword + 1]
            let homes = homes[module, default: []]
            if homes.contains(where: { source.path.hasPrefix("Sources/" + $0) }) { return nil }
            let home =
                homes.isEmpty
                ? "is not among the modules that the sources use; decide where it belongs, in "
                    + "docs/decisions/0002-libraries.md and ImportRule"
                : "belongs in \(homes.joined(separator: ", ")) only"
            return Offence(path: source.path, line: index + 1, sentence: "\(module) \(home).")
        }
    }
}
