// swift-tools-version: 6.1
// Targets stand in the order data flows: a target may depend only on those above it
// (`scripts/check-layers` fails the build otherwise).

import PackageDescription

let package = Package(
    name: "duckweed",
    targets: [
        .target(name: "Vocabulary"),
        .target(name: "JSONLines"),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
        .testTarget(name: "JSONLinesTests", dependencies: ["Vocabulary", "JSONLines"]),
    ],
    swiftLanguageModes: [.v6]
)

// Every Swift target is held to the same settings.
for target in package.targets where target.type != .system && target.name != "CPlatform" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
