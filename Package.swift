// swift-tools-version: 6.2
// Shirube: three Swift targets (pure judgement, effects, command line) over five small C shims.
// Why so few targets, and why these libraries: docs/decisions/0001-shape.md and 0002-libraries.md.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "shirube",
    products: [.executable(name: "shirube", targets: ["ShirubeCLI"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "ShirubeCore", swiftSettings: strict),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CRsvg"),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Shirube",
            dependencies: [
                "ShirubeCore", "CCurl", "CLinux", "CRsvg", "CXLSXWriter", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "ShirubeCLI",
            dependencies: [
                "Shirube", "ShirubeCore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // For `make calibrate` and `make backtest` only; no product, so never installed.
        .executableTarget(
            name: "ShirubeBacktest", dependencies: ["ShirubeCore"], swiftSettings: strict),
        .testTarget(
            name: "ShirubeCoreTests", dependencies: ["ShirubeCore"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ShirubeTests",
            dependencies: [
                "Shirube", "ShirubeCore", "ShirubeCLI",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: [
                "Fixtures", "Support/check_posts.py", "Support/fault_server.py",
                "Support/http_faults.py",
                "Support/smtp_faults.py",
                "Support/hung_share.py", "Support/typist.py",
                "Support/spreadsheet.py",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6])
