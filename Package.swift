// swift-tools-version: 6.2
// Shirube: its pure part, which can judge but reach nothing.
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
    targets: [
        .target(name: "ShirubeCore", swiftSettings: strict),
        .testTarget(
            name: "ShirubeCoreTests", dependencies: ["ShirubeCore"],
            exclude: ["Fixtures"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6])
